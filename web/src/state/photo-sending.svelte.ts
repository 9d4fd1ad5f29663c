import { v7 as newId } from 'uuid'
import type { PhotoStage } from '../../../api/hazards/photos/photo-stages.ts'
import type { HazardPhoto, PhotoOrder } from '../api/photo-calls.ts'

export type SendingState = 'held' | 'waiting' | 'sending' | 'failed'

export interface SendingPhoto extends PhotoOrder {
  readonly state: SendingState
  readonly error?: unknown
}

/** Photos on their way. They go one after another, so that a weak line brings the first one home before the next begins. */
export class PhotoSending {
  items = $state.raw<readonly SendingPhoto[]>([])
  /** What arrived while the page is open, newest last: whoever shows a hazard's photos adds them. */
  arrived = $state.raw<readonly HazardPhoto[]>([])
  #isRunning = false
  readonly #send: (order: PhotoOrder) => Promise<HazardPhoto>

  constructor(send: (order: PhotoOrder) => Promise<HazardPhoto>) {
    this.#send = send
  }

  of(hazardId: string): readonly SendingPhoto[] {
    return this.items.filter((item) => item.hazardId === hazardId)
  }

  /** `isHeld`: the hazard is still being written; they go once it is registered. */
  add(hazardId: string, stage: PhotoStage, files: readonly File[], { isHeld = false } = {}): void {
    const state = isHeld ? 'held' : 'waiting'
    this.items = [
      ...this.items,
      ...files.map((file) => ({ id: newId(), hazardId, stage, file, state }) as const),
    ]
    void this.#run()
  }

  release(hazardId: string): void {
    this.items = this.items.map((item) =>
      item.hazardId === hazardId && item.state === 'held' ? { ...item, state: 'waiting' } : item,
    )
    void this.#run()
  }

  retry(id: string): void {
    this.#set(id, { state: 'waiting', error: undefined })
    void this.#run()
  }

  remove(id: string): void {
    this.items = this.items.filter((item) => item.id !== id || item.state === 'sending')
  }

  /** The hazard they were chosen for is not going to be registered. */
  dropHeld(hazardId: string): void {
    this.items = this.items.filter((item) => item.hazardId !== hazardId || item.state !== 'held')
  }

  clear(): void {
    this.items = []
    this.arrived = []
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
      const photo = await this.#send({ id, hazardId, stage, file })
      this.items = this.items.filter((item) => item.id !== id)
      this.arrived = [...this.arrived, photo]
    } catch (error) {
      this.#set(id, { state: 'failed', error })
    }
  }

  #set(id: string, change: Pick<SendingPhoto, 'state' | 'error'>): void {
    this.items = this.items.map((item) => (item.id === id ? { ...item, ...change } : item))
  }
}
