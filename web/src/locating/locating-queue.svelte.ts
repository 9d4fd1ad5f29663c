import { ApiProblem } from '../../../api/client.ts'
import type { LocatingItem, LocatingList, ReviewedItem } from '../api/api-types.ts'
import type { LonLat } from '../map/map-types.ts'
import type { AppState } from '../state/app-state.svelte.ts'
import { Resource } from '../state/resource.svelte.ts'
import { answersFor, pinsOf, type Answer } from './answers.ts'

export type QueueKind = LocatingItem['kind'] | 'all'

const pageSize = 100
/** So few left in hand that the next page is fetched meanwhile. */
const nearEnd = 10

/** How long a hand must rest before the lists and the map are asked for anew. */
const restMs = 1500

function joined(list: LocatingList, { items, counts, nextCursor }: LocatingList): LocatingList {
  const fresh = items.filter(({ id }) => !list.items.some((known) => known.id === id))
  return { calibre: list.calibre, items: [...list.items, ...fresh], counts, nextCursor }
}

/** The work list of unclear places: one record in hand, its answers numbered, done when none is left. */
export class LocatingQueue {
  readonly list = new Resource<LocatingList>()
  kind = $state<QueueKind>('all')
  isMarking = $state(false)
  mark = $state.raw<LonLat | null>(null)
  isBusy = $state(false)
  failure = $state.raw<unknown>(undefined)
  message = $state<string | undefined>(undefined)
  /** The last one that was dealt with, to look at again. */
  last = $state.raw<LocatingItem | undefined>(undefined)
  #currentId = $state<string | null>(null)
  readonly #app: AppState
  #timer: ReturnType<typeof setTimeout> | undefined

  readonly items = $derived.by(() => this.list.value?.items ?? [])
  readonly current = $derived.by(() => this.items.find(({ id }) => id === this.#currentId) ?? this.items[0])
  readonly position = $derived(this.current ? this.items.indexOf(this.current) : -1)
  readonly answers: readonly Answer[] = $derived.by(() => answersFor(this.#app, this.current, this.mark))
  readonly pins = $derived(pinsOf(this.answers))
  readonly toDo = $derived.by(() => this.#waiting('all'))
  /** Of the kind that is shown, those not fetched yet included. */
  readonly waiting = $derived.by(() => this.#waiting(this.kind))
  readonly hasNext = $derived(this.position + 1 < Math.max(this.items.length, this.waiting))

  constructor(app: AppState) {
    this.#app = app
  }

  #waiting(kind: QueueKind): number {
    const counts = this.list.value?.counts
    if (!counts) return 0
    const { accidents, hazards } = counts
    return (kind === 'hazard' ? 0 : accidents.toDo) + (kind === 'accident' ? 0 : hazards.toDo)
  }

  /** Anew, and as far down as somebody had come. */
  load(least = this.items.length): Promise<void> {
    return this.list.load(async () => {
      let list = await this.#page(undefined)
      while (list.nextCursor && list.items.length < least)
        list = joined(list, await this.#page(list.nextCursor))
      return list
    })
  }

  async loadMore(): Promise<void> {
    const cursor = this.list.value?.nextCursor
    if (!cursor || this.list.isLoading) return
    await this.list.load(async () => {
      const more = await this.#page(cursor)
      // What was placed meanwhile has left the list.
      return this.list.value ? joined(this.list.value, more) : more
    })
  }

  #page(cursor: string | undefined): Promise<LocatingList> {
    const kind = this.kind === 'all' ? undefined : this.kind
    return this.#app.calls.locating({ kind, limit: pageSize, cursor })
  }

  show(kind: QueueKind): void {
    this.kind = kind
    this.choose(null)
    void this.load(0)
  }

  choose(id: string | null): void {
    this.#currentId = id
    this.mark = null
    this.isMarking = false
    this.failure = undefined
  }

  async step(by: 1 | -1): Promise<void> {
    const to = this.position + by
    if (to >= this.items.length) await this.loadMore()
    const next = this.items[to]
    if (next) this.choose(next.id)
    this.#loadAhead()
  }

  #loadAhead(): void {
    if (this.items.length - this.position <= nearEnd) void this.loadMore()
  }

  markAt(point: LonLat): void {
    this.mark = point
  }

  toggleMarking(): void {
    this.isMarking = !this.isMarking
    this.mark = null
  }

  mayPlace(item: LocatingItem): boolean {
    return this.#app.session.may(item.kind === 'accident' ? 'accident:write' : 'hazard:register')
  }

  async take(number: number): Promise<void> {
    const item = this.current
    const answer = this.answers.find((each) => each.number === number)
    if (item && answer) await this.#send(item, () => this.#app.calls.placeRecord(item, answer.place))
  }

  async keep(reason: string): Promise<void> {
    const item = this.current
    if (item) await this.#send(item, () => this.#app.calls.confirmPlace(item, reason), true)
  }

  async #send(item: LocatingItem, call: () => Promise<ReviewedItem>, isKept = false): Promise<void> {
    if (this.isBusy || !this.mayPlace(item)) return
    this.isBusy = true
    this.failure = undefined
    try {
      this.#take(await call(), isKept)
    } catch (error) {
      this.failure = error
      if (error instanceof ApiProblem && error.status === 409) await this.#readAgain(item)
    } finally {
      this.isBusy = false
    }
  }

  #take(item: ReviewedItem, isKept: boolean): void {
    const { locating } = this.#app.words
    this.last = item
    const next = this.items[this.position + 1] ?? this.items[this.position - 1]
    this.#replace(item, item.done)
    const tell = item.done ? (isKept ? locating.kept : locating.placed) : locating.stillOpen
    this.message = tell(item.number, this.toDo)
    this.choose(item.done ? (next?.id ?? null) : item.id)
    this.#loadAhead()
    this.#refreshLater()
  }

  #replace(item: LocatingItem, isDone: boolean): void {
    const list = this.list.value
    if (!list) return
    const items = isDone
      ? list.items.filter(({ id }) => id !== item.id)
      : list.items.map((other) => (other.id === item.id ? item : other))
    const key = item.kind === 'accident' ? 'accidents' : 'hazards'
    const counts = list.counts[key]
    const left = isDone ? { ...counts, toDo: Math.max(0, counts.toDo - 1) } : counts
    this.list.value = { ...list, items, counts: { ...list.counts, [key]: left } }
  }

  async #readAgain(item: LocatingItem): Promise<void> {
    const fresh = await this.#app.calls.locatingItem(item).catch(() => undefined)
    if (fresh) this.#replace(fresh, fresh.done)
  }

  /** The map and the totals follow once the officer rests; the list itself when it ran empty. */
  #refreshLater(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      const { data } = this.#app
      data.forget(data.accidents, data.hazards)
      this.#app.refresh()
      void this.load()
    }, restMs)
  }
}
