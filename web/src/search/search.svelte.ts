import { groupFound, mergeFound, type FoundItem } from '../state/found-item.ts'
import type { ReadHere } from '../state/read-here.ts'

const pauseMs = 150

type Ask = (text: string, signal: AbortSignal) => Promise<readonly FoundItem[]>

interface Answer {
  readonly text: string
  readonly items: readonly FoundItem[]
  readonly hasFailed: boolean
}

/** One box for everything: stakes are read here at once, the rest is asked for when the typing pauses. */
export class Search {
  text = $state('')
  active = $state(0)
  readonly #read: (text: string) => ReadHere
  readonly #ask: Ask
  #answer = $state.raw<Answer | undefined>(undefined)
  #timer: ReturnType<typeof setTimeout> | undefined
  #call: AbortController | undefined

  readonly #wanted = $derived(this.text.trim())
  readonly #here = $derived.by(() => this.#read(this.text))
  readonly isWaiting = $derived(this.#wanted !== '' && this.#answer?.text !== this.#wanted)
  readonly isOffline = $derived(!this.isWaiting && this.#answer?.hasFailed === true)
  readonly groups = $derived(
    groupFound(mergeFound(this.#here.items, this.isWaiting ? [] : (this.#answer?.items ?? []))),
  )
  /** In the order in which they stand on the screen. */
  readonly items = $derived(this.groups.flatMap(({ items }) => items.map(({ item }) => item)))
  readonly refusal = $derived(this.#here.refusal)

  constructor(read: (text: string) => ReadHere, ask: Ask) {
    this.#read = read
    this.#ask = ask
  }

  type(text: string): void {
    this.text = text
    this.active = 0
    clearTimeout(this.#timer)
    this.#call?.abort()
    if (text.trim() !== '') this.#timer = setTimeout(() => void this.#fetch(text.trim()), pauseMs)
  }

  move(step: 1 | -1): void {
    const { length } = this.items
    if (length) this.active = (this.active + step + length) % length
  }

  async #fetch(text: string): Promise<void> {
    const call = new AbortController()
    this.#call = call
    const answer = await this.#ask(text, call.signal).then(
      (items) => ({ text, items, hasFailed: false }),
      () => ({ text, items: [], hasFailed: true }),
    )
    if (!call.signal.aborted) this.#answer = answer
  }
}
