import type { NewInspection } from '../../api/facility-calls.ts'
import type { Facility } from '../../api/api-types.ts'
import { dropDraft, keepDraft, readDraft } from './drafts.ts'
import { isAway } from './is-away.ts'

export interface InspectionOrder {
  /** Made here, so that sending it twice enters it once. */
  readonly id: string
  readonly facilityId: string
  readonly body: NewInspection
  /** What and where, for whoever looks at what is not sent. */
  readonly label: string
}

export interface UnsentInspection extends InspectionOrder {
  /** Why the service did not take it. */
  readonly refusal?: string
}

export interface InspectionSendingOptions {
  readonly send: (order: InspectionOrder) => Promise<Facility>
  readonly storage: Storage
  /** Whose inspections these are. */
  readonly owner: () => string
  readonly onsent: (order: InspectionOrder) => void
}

/** Inspections on their way. Without signal they wait on this device, with the time at which they were made. */
export class InspectionSending {
  waiting = $state.raw<readonly UnsentInspection[]>([])
  isBusy = $state(false)
  /** False where the device keeps nothing: the page must stay open. */
  isKept = $state(true)
  readonly #options: InspectionSendingOptions

  constructor(options: InspectionSendingOptions) {
    this.#options = options
  }

  of(facilityId: string): UnsentInspection | undefined {
    return this.waiting.find((one) => one.facilityId === facilityId)
  }

  /** The facility as it is now; undefined where nothing answers and the inspection waits here. Throws what was refused. */
  async send(order: InspectionOrder): Promise<Facility | undefined> {
    try {
      const facility = await this.#options.send(order)
      this.#take(order)
      return facility
    } catch (error) {
      if (!isAway(error)) throw error
      this.#set([...this.waiting.filter(({ id }) => id !== order.id), order])
      return undefined
    }
  }

  /** Something waits for the signal, and for nothing else. */
  get isAwaited(): boolean {
    return this.waiting.some(({ refusal }) => refusal === undefined)
  }

  /** All of them in the order in which they were made; stops where nothing answers. */
  sendWaiting(): Promise<void> {
    return this.#sendAll(() => true)
  }

  /** Unasked, whenever there may be signal again: what the service refused waits for its maker. */
  sendAgain(): Promise<void> {
    return this.#sendAll(({ refusal }) => refusal === undefined)
  }

  drop(id: string): void {
    this.#set(this.waiting.filter((one) => one.id !== id))
  }

  /** What was not sent when the page was last open. */
  restore(): Promise<void> {
    const kept = readDraft<{ items: UnsentInspection[] }>(this.#options.storage, this.#key)
    this.waiting = kept?.items ?? []
    return this.sendWaiting()
  }

  /** Another person sits down: what is not sent stays on the device, for whoever made it. */
  clear(): void {
    this.waiting = []
  }

  get #key(): string {
    return `inspections:${this.#options.owner()}`
  }

  async #sendAll(isMeant: (one: UnsentInspection) => boolean): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    try {
      for (const order of this.waiting.filter(isMeant)) {
        // Dropped meanwhile, or its maker has left this device to somebody else.
        if (!this.waiting.some(({ id }) => id === order.id)) continue
        if (!(await this.#sendOne(order))) break
      }
    } finally {
      this.isBusy = false
    }
  }

  async #sendOne(order: UnsentInspection): Promise<boolean> {
    try {
      await this.#options.send(order)
      this.#take(order)
      return true
    } catch (error) {
      if (isAway(error)) return false
      const refusal = error instanceof Error ? error.message : String(error)
      this.#set(this.waiting.map((one) => (one.id === order.id ? { ...one, refusal } : one)))
      return true
    }
  }

  #take(order: InspectionOrder): void {
    if (this.waiting.some(({ id }) => id === order.id)) this.drop(order.id)
    this.#options.onsent(order)
  }

  #set(waiting: readonly UnsentInspection[]): void {
    this.waiting = waiting
    const { storage } = this.#options
    if (waiting.length > 0) this.isKept = keepDraft(storage, this.#key, { items: waiting })
    else dropDraft(storage, this.#key)
  }
}
