import { v7 as newId } from 'uuid'
import type { PhotoStage } from '../../../api/hazards/photos/photo-stages.ts'
import type { HazardPhoto, PhotoOrder } from '../api/photo-calls.ts'
import type { UnsentPhotos } from './unsent-photos.ts'

/** `held`: its hazard is still being written. `chosen`: to be looked at, and sent when its taker says so. */
export type SendingState = 'held' | 'chosen' | 'waiting' | 'sending' | 'failed'

export interface SendingPhoto extends PhotoOrder {
  readonly state: SendingState
  readonly error?: unknown
}

export interface PhotoSendingOptions {
  readonly send: (order: PhotoOrder) => Promise<HazardPhoto>
  readonly unsent: UnsentPhotos
  /** Whose photos these are. */
  readonly owner: () => string
}

/** Photos on their way. They go one after another, so that a weak line brings the first one home before the next begins. */
export class PhotoSending {
  items = $state.raw<readonly SendingPhoto[]>([])
  /** What arrived while the page is open, newest last: whoever shows a hazard's photos adds them. */
  arrived = $state.raw<readonly HazardPhoto[]>([])
  /** The page may be closed: what is not sent is kept on the device. */
  isKept = $state(true)
  #isRunning = false
  readonly #options: PhotoSendingOptions

  constructor(options: PhotoSendingOptions) {
    this.#options = options
  }

  of(hazardId: string): readonly SendingPhoto[] {
    return this.items.filter((item) => item.hazardId === hazardId)
  }

  /** `isHeld`: they go once the hazard is registered; otherwise they wait for `send`. */
  async add(
    hazardId: string,
    stage: PhotoStage,
    files: readonly File[],
    { isHeld = false } = {},
  ): Promise<void> {
    const state = isHeld ? 'held' : 'chosen'
    const fresh = files.map((file) => ({ id: newId(), hazardId, stage, file, state }) as const)
    this.items = [...this.items, ...fresh]
    const { unsent, owner } = this.#options
    for (const { id, file } of fresh)
      this.isKept = (await unsent.keep(owner(), { id, hazardId, stage, file, isHeld })) && this.isKept
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

  send(hazardId: string): void {
    this.#move(hazardId, 'chosen', 'waiting')
    void this.#run()
  }

  release(hazardId: string): void {
    const { unsent, owner } = this.#options
    for (const { id, stage, file, state } of this.of(hazardId))
      if (state === 'held') void unsent.keep(owner(), { id, hazardId, stage, file, isHeld: false })
    this.#move(hazardId, 'held', 'waiting')
    void this.#run()
  }

  retry(id: string): void {
    this.#set(id, { state: 'waiting', error: undefined })
    void this.#run()
  }

  remove(id: string): void {
    const item = this.items.find((one) => one.id === id)
    if (!item || item.state === 'sending') return
    this.items = this.items.filter((one) => one !== item)
    void this.#options.unsent.drop(id)
  }

  /** The hazard they were chosen for is not going to be registered. */
  dropHeld(hazardId: string): void {
    for (const { id, state } of this.of(hazardId)) if (state === 'held') this.remove(id)
  }

  /** Another person sits down: the photos stay on the device, for whoever took them. */
  clear(): void {
    this.items = []
    this.arrived = []
  }

  #move(hazardId: string, from: SendingState, to: SendingState): void {
    this.items = this.items.map((item) =>
      item.hazardId === hazardId && item.state === from ? { ...item, state: to } : item,
    )
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

  async #sendOne({ id, hazardId, stage, file }: SendingPhoto): Promise<void> {
    this.#set(id, { state: 'sending' })
    try {
      const photo = await this.#options.send({ id, hazardId, stage, file })
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
