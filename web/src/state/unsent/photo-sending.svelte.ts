import { v7 as newId } from 'uuid'
import { recordOf, type PhotoOrder, type PhotoSubject, type RecordPhoto } from '../../api/photo-calls.ts'
import { isAway } from './is-away.ts'
import type { UnsentPhotos } from './unsent-photos.ts'

/** `held`: its hazard or inspection is still being written. `chosen`: to be looked at, and sent when its taker says so. */
export type SendingState = 'held' | 'chosen' | 'waiting' | 'sending' | 'failed'

export type SendingPhoto = PhotoOrder & {
  readonly state: SendingState
  readonly error?: unknown
}

export interface PhotoSendingOptions {
  readonly send: (order: PhotoOrder) => Promise<RecordPhoto>
  readonly unsent: UnsentPhotos
  /** Whose photos these are. */
  readonly owner: () => string
}

const isCutOff = ({ state, error }: SendingPhoto) => state === 'failed' && isAway(error)

/** What a held photo waits for: its inspection, or the record itself. */
const awaitedBy = (photo: PhotoSubject): string =>
  ('inspectionId' in photo ? photo.inspectionId : null) ?? recordOf(photo)

/** Photos on their way. They go one after another, so that a weak line brings the first one home before the next begins. */
export class PhotoSending {
  items = $state.raw<readonly SendingPhoto[]>([])
  /** What arrived while the page is open, newest last: whoever shows a record's photos adds them. */
  arrived = $state.raw<readonly RecordPhoto[]>([])
  /** The page may be closed: what is not sent is kept on the device. */
  isKept = $state(true)
  #isRunning = false
  readonly #options: PhotoSendingOptions

  constructor(options: PhotoSendingOptions) {
    this.#options = options
  }

  of(recordId: string): readonly SendingPhoto[] {
    return this.items.filter((item) => recordOf(item) === recordId)
  }

  /** `isHeld`: they go once the hazard or the inspection is there; otherwise they wait for `send`. */
  async add(subject: PhotoSubject, files: readonly File[], { isHeld = false } = {}): Promise<void> {
    const state: SendingState = isHeld ? 'held' : 'chosen'
    const orders = files.map((file) => ({ ...subject, id: newId(), file }))
    this.items = [...this.items, ...orders.map((order) => ({ ...order, state }))]
    const { unsent, owner } = this.#options
    for (const order of orders)
      this.isKept = (await unsent.keep(owner(), { ...order, isHeld })) && this.isKept
  }

  /** What was not sent when the page was last open. */
  async restore(): Promise<void> {
    const kept = await this.#options.unsent.list(this.#options.owner())
    const missing = kept.filter(({ id }) => !this.items.some((item) => item.id === id))
    this.items = [
      ...this.items,
      ...missing.map(({ isHeld, ...order }) => ({ ...order, state: isHeld ? 'held' : 'chosen' }) as const),
    ]
  }

  send(recordId: string): void {
    this.#toWaiting((item) => item.state === 'chosen' && recordOf(item) === recordId)
  }

  /** What they were held for is there: a hazard, or an inspection. */
  release(awaited: string): void {
    const { unsent, owner } = this.#options
    const isReleased = (item: SendingPhoto) => item.state === 'held' && awaitedBy(item) === awaited
    for (const { state: _state, error: _error, ...order } of this.items.filter(isReleased))
      void unsent.keep(owner(), { ...order, isHeld: false })
    this.#toWaiting(isReleased)
  }

  retry(id: string): void {
    this.#set(id, { state: 'waiting', error: undefined })
    void this.#run()
  }

  /** Something waits for the signal, and for nothing else; what is being sent may still be cut off. */
  get isAwaited(): boolean {
    return this.items.some((item) => isCutOff(item) || item.state === 'waiting' || item.state === 'sending')
  }

  /** Unasked, whenever there may be signal again: what the service refused waits for its taker. */
  sendAgain(): void {
    this.#toWaiting(isCutOff)
  }

  remove(id: string): void {
    const item = this.items.find((one) => one.id === id)
    if (!item || item.state === 'sending') return
    this.items = this.items.filter((one) => one !== item)
    void this.#options.unsent.drop(id)
  }

  /** What they were chosen for is not going to be sent. */
  dropHeld(awaited: string): void {
    for (const item of this.items)
      if (item.state === 'held' && awaitedBy(item) === awaited) this.remove(item.id)
  }

  /** Another person sits down: the photos stay on the device, for whoever took them. */
  clear(): void {
    this.items = []
    this.arrived = []
  }

  #toWaiting(isMeant: (item: SendingPhoto) => boolean): void {
    this.items = this.items.map((item) =>
      isMeant(item) ? { ...item, state: 'waiting', error: undefined } : item,
    )
    void this.#run()
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return
    this.#isRunning = true
    try {
      for (let next = this.#next(); next; next = this.#next()) await this.#sendOne(next)
    } finally {
      this.#isRunning = false
    }
  }

  #next(): SendingPhoto | undefined {
    return this.items.find(({ state }) => state === 'waiting')
  }

  async #sendOne({ state: _state, error: _error, ...order }: SendingPhoto): Promise<void> {
    const { id } = order
    this.#set(id, { state: 'sending' })
    try {
      const photo = await this.#options.send(order)
      this.items = this.items.filter((item) => item.id !== id)
      this.arrived = [...this.arrived, photo]
      void this.#options.unsent.drop(id)
    } catch (error) {
      this.#set(id, { state: 'failed', error })
    }
  }

  #set(id: string, change: Pick<SendingPhoto, 'state' | 'error'>): void {
    this.items = this.items.map((item) => (item.id === id ? { ...item, ...change } : item))
  }
}
