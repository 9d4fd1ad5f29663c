import type { ListOf } from '../api/api-types.ts'
import type { ImportKind, ImportSummary } from '../api/import-types.ts'
import type { AppState } from '../state/app-state.svelte.ts'
import { Resource } from '../state/resource.svelte.ts'
import { guessKind, refuseFile, type FileRefusal } from './file-choice.ts'
import { ImportBatchState } from './import-batch.svelte.ts'

export type Refusal = { readonly why: FileRefusal | 'oneFile' | 'mayNot'; readonly name: string }

/** The table on which files are laid: the one in the hand, and those of before. */
export class ImportDesk {
  readonly history = new Resource<ListOf<ImportSummary>>()
  /** Null: told by the name of the file. */
  kind = $state<ImportKind | null>(null)
  open = $state.raw<ImportBatchState | undefined>(undefined)
  refusal = $state.raw<Refusal | undefined>(undefined)
  failure = $state.raw<unknown>(undefined)
  /** Name of the file on its way to the service. */
  sending = $state<string | undefined>(undefined)
  readonly #app: AppState
  /** At hand as long as the page is, to be read as another kind without being looked for again. */
  #file: { readonly id: string; readonly file: File } | undefined
  #sending: AbortController | undefined

  constructor(app: AppState) {
    this.#app = app
  }

  /** The rights of the table: accidents are the accident squad's, ledgers also the facility and the office staff's. */
  mayImport(kind: ImportKind): boolean {
    return this.#app.session.may(kind === 'accidents' ? 'accident:write' : 'import:ledgers')
  }

  loadHistory(): Promise<void> {
    return this.history.load(() => this.#app.calls.imports())
  }

  /** Follows the address: it names the file, so that a reload or a link comes back to it. */
  show(id: string | null): void {
    if (this.open?.id === id) return
    this.open?.close()
    this.open = id === null ? undefined : new ImportBatchState(this.#app, id)
    if (this.open) void this.open.load()
    else void this.loadHistory()
  }

  async take(files: readonly File[]): Promise<void> {
    const [file] = files
    if (!file || this.sending !== undefined) return
    const kind = this.kind ?? this.#guess(file.name)
    this.refusal = this.#refuse(files, file, kind)
    this.failure = undefined
    if (!this.refusal) await this.#send(file, kind)
  }

  /** Whoever may import only one sort of record means that one. */
  #guess(name: string): ImportKind {
    const guessed = guessKind(name)
    if (this.mayImport(guessed)) return guessed
    return this.mayImport('accidents') ? 'accidents' : 'hazards'
  }

  #refuse(files: readonly File[], file: File, kind: ImportKind): Refusal | undefined {
    if (files.length > 1) return { why: 'oneFile', name: file.name }
    if (!this.mayImport(kind)) return { why: 'mayNot', name: this.#app.words.imports.kinds[kind] }
    const why = refuseFile(file)
    return why && { why, name: file.name }
  }

  /** How to read the open file as another kind, while the page still has it. */
  rereadOf({ id }: ImportBatchState): ((kind: ImportKind) => void) | undefined {
    const kept = this.#file
    return kept?.id === id ? (kind) => void this.#send(kept.file, kind) : undefined
  }

  stopSending(): void {
    this.#sending?.abort()
  }

  async #send(file: File, kind: ImportKind): Promise<void> {
    this.#sending = new AbortController()
    this.sending = file.name
    try {
      const { id } = await this.#app.calls.uploadImport({ file, kind }, this.#sending.signal)
      this.#file = { id, file }
      this.#app.change({ panel: 'imports', importId: id })
    } catch (error) {
      if ((error as Error).name !== 'AbortError') this.failure = error
    } finally {
      this.sending = undefined
    }
  }
}
