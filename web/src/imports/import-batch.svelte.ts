import { ApiProblem } from '../../../api/client.ts'
import type {
  ImportBatch,
  ImportChange,
  ImportDependence,
  ImportProgress,
  ImportRow,
  Outcome,
  RowDecision,
} from '../api/import-types.ts'
import type { AppState } from '../state/app-state.svelte.ts'
import { isUnderWay, totalOf } from './batch-state.ts'
import { watchImport } from './watch-import.ts'

/** How long to wait before asking by an ordinary call, where the stream of progress does not get through. */
const askAgainMs = 2000

/** One file in the hand: its rows as far as they were read, what is decided about them, and the work on it. */
export class ImportBatchState {
  readonly id: string
  batch = $state.raw<ImportBatch | undefined>(undefined)
  rows = $state.raw<readonly ImportRow[]>([])
  filter = $state<Outcome | null>(null)
  /** The row that is looked at, by its number in the sheet. */
  chosen = $state<number | null>(null)
  progress = $state.raw<ImportProgress | undefined>(undefined)
  isBusy = $state(false)
  isReadingRows = $state(false)
  failure = $state.raw<unknown>(undefined)
  dependents = $state.raw<readonly ImportDependence[]>([])
  readonly #app: AppState
  #cursor: string | null = null
  #question = 0
  #stop: (() => void) | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  readonly current = $derived(this.rows.find(({ row }) => row === this.chosen))
  readonly position = $derived(this.rows.findIndex(({ row }) => row === this.chosen))
  /** Rows of the sort that is shown, those not read yet among them. */
  readonly total = $derived.by(() => {
    const counts = this.batch?.counts
    return counts ? (this.filter ? counts[this.filter] : totalOf(counts)) : this.rows.length
  })

  constructor(app: AppState, id: string) {
    this.#app = app
    this.id = id
  }

  async load(): Promise<void> {
    await this.#attempt(async () => this.#take(await this.#app.calls.importBatch(this.id)))
  }

  close(): void {
    this.#stop?.()
    clearTimeout(this.#timer)
    this.#question++
  }

  async show(filter: Outcome | null): Promise<void> {
    this.filter = filter
    this.chosen = null
    await this.#readRows(undefined)
  }

  async more(): Promise<void> {
    if (this.#cursor !== null && !this.isReadingRows) await this.#readRows(this.#cursor)
  }

  choose(row: number | null): void {
    this.chosen = row
  }

  step(by: 1 | -1): void {
    const next = this.rows[this.position + by]
    if (next) this.chosen = next.row
    if (this.position >= this.rows.length - 3) void this.more()
  }

  change(body: ImportChange): Promise<void> {
    return this.#act((batch) => this.#app.calls.changeImport(batch, body))
  }

  commit(): Promise<void> {
    return this.#act((batch) => this.#app.calls.commitImport(batch))
  }

  cancel(): Promise<void> {
    return this.#act((batch) => this.#app.calls.cancelImport(batch))
  }

  undo(): Promise<void> {
    return this.#act((batch) => this.#app.calls.undoImport(batch))
  }

  async decide({ row }: ImportRow, decision: RowDecision | null): Promise<void> {
    await this.#attempt(async () => {
      const fresh = await this.#app.calls.decideImportRow(this, row, decision)
      this.rows = this.rows.map((other) => (other.row === fresh.row ? fresh : other))
      // The counts follow; the rows stay under the eye of whoever decides.
      this.batch = await this.#app.calls.importBatch(this.id)
    })
  }

  async #act(call: (batch: ImportBatch) => Promise<unknown>): Promise<void> {
    const { batch } = this
    if (!batch || this.isBusy) return
    await this.#attempt(async () => {
      await call(batch)
      this.#take(await this.#app.calls.importBatch(this.id))
    })
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    this.isBusy = true
    this.failure = undefined
    this.dependents = []
    try {
      await work()
    } catch (error) {
      this.failure = error
      if (error instanceof ApiProblem && error.status === 409) await this.#takeConflict(error)
    } finally {
      this.isBusy = false
    }
  }

  /** Somebody else was faster, or something depends on the batch: either way show what stands now. */
  async #takeConflict(error: ApiProblem): Promise<void> {
    this.dependents = (error.body.dependences as readonly ImportDependence[] | undefined) ?? []
    // Their list says what is in the way, and more than the sentence of the refusal.
    if (this.dependents.length > 0) this.failure = undefined
    const fresh = await this.#app.calls.importBatch(this.id).catch(() => undefined)
    if (fresh) this.#take(fresh)
  }

  #take(batch: ImportBatch): void {
    const before = this.batch?.status
    this.batch = batch
    this.progress ??= batch.progress ?? undefined
    if (isUnderWay(batch.status)) return this.#watch()
    this.#stop?.()
    this.#stop = undefined
    this.progress = undefined
    this.#takeRows(batch)
    const isWritten = batch.status === 'committed' || batch.status === 'undone'
    if (isWritten && before !== undefined && before !== batch.status) this.#refreshMap()
  }

  #takeRows({ rows, nextCursor }: ImportBatch): void {
    this.#question++
    if (this.filter !== null) return void this.#readRows(undefined)
    this.rows = rows
    this.#cursor = nextCursor ?? null
  }

  async #readRows(cursor: string | undefined): Promise<void> {
    const question = ++this.#question
    this.isReadingRows = true
    try {
      const outcome = this.filter ?? undefined
      const { items, nextCursor } = await this.#app.calls.importRows(this.id, { outcome, cursor })
      if (question !== this.#question) return
      this.rows = cursor === undefined ? items : [...this.rows, ...items]
      this.#cursor = nextCursor ?? null
    } catch (error) {
      if (question === this.#question) this.failure = error
    } finally {
      if (question === this.#question) this.isReadingRows = false
    }
  }

  #watch(): void {
    if (this.#stop) return
    this.#stop = watchImport(this.id, {
      onprogress: (progress) => {
        if (isUnderWay(progress.phase)) this.progress = progress
        else this.#endWatch(0)
      },
      onlost: () => this.#endWatch(askAgainMs),
    })
  }

  #endWatch(afterMs: number): void {
    this.#stop?.()
    this.#stop = undefined
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.load(), afterMs)
  }

  #refreshMap(): void {
    this.#app.data.forget()
    this.#app.refresh()
  }
}
