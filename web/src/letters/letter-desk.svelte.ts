import type { Query } from '../../../api/client.ts'
import type { LetterPreview, Office } from '../api/letter-calls.ts'
import { Resource } from '../state/resource.svelte.ts'
import { saveFile } from '../ui/save-file.ts'

export interface LetterSource {
  readonly preview: (query: Query) => Promise<LetterPreview>
  readonly file: (query: Query) => Promise<{ blob: Blob; name: string | undefined }>
  readonly office: () => Promise<Office>
}

/** One paper on the desk: what it says, what may be chosen, and its files. */
export class LetterDesk {
  readonly preview = new Resource<LetterPreview>()
  readonly office = new Resource<Office>()
  basis = $state.raw<string[]>([])
  recipient = $state('')
  /** 整改通知书 instead of 抄告函. */
  isOrder = $state(false)
  isBlank = $state(false)
  /** Bears the proposed number and today's date instead of room to write. */
  isNumbered = $state(false)
  isBusy = $state(false)
  failure = $state.raw<unknown>(undefined)
  readonly #source: LetterSource
  readonly #today: () => string

  constructor(source: LetterSource, today: () => string) {
    this.#source = source
    this.#today = today
  }

  /** Only what was chosen: the rest follows from the ticket and the office. */
  get query(): Query {
    const number = this.preview.value?.proposedNumber
    return {
      ...(this.basis.length > 0 ? { basis: this.basis } : {}),
      ...(this.recipient.trim() ? { recipient: this.recipient.trim() } : {}),
      ...(this.isOrder ? { style: 'order' } : {}),
      ...(this.isBlank ? { blank: true } : {}),
      ...(this.isNumbered && number ? { number, datedOn: this.#today() } : {}),
    }
  }

  async load(): Promise<void> {
    await this.preview.load(() => this.#source.preview(this.query))
  }

  async open(): Promise<void> {
    await Promise.all([this.load(), this.office.load(() => this.#source.office())])
    if (this.basis.length === 0)
      this.basis = (this.office.value?.legalBases ?? []).flatMap(({ id, isUsual }) => (isUsual ? [id] : []))
  }

  async save(format: 'docx' | 'pdf', fallback: string): Promise<void> {
    this.isBusy = true
    this.failure = undefined
    try {
      const { blob, name } = await this.#source.file({ ...this.query, format })
      saveFile(blob, name ?? `${fallback}.${format}`)
    } catch (error) {
      this.failure = error
    } finally {
      this.isBusy = false
    }
  }
}
