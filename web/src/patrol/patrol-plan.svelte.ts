import type { Patrol, Road } from '../api/api-types.ts'
import type { AppState } from '../state/app-state.svelte.ts'
import { bannerDay } from '../../../api/areas/calendar-days.ts'
import { Resource } from '../state/resource.svelte.ts'
import { nextStop } from './patrol-progress.ts'
import { keepTicks, readTicks } from './patrol-ticks.ts'

export interface Start {
  readonly road: string
  readonly stake: number
}

/** Where one goes today and what was seen on the way. It outlives its panel: a stop on the map hides the list. */
export class PatrolPlan {
  readonly answer = new Resource<Patrol>()
  /** null: the stretches of all squads. */
  squad = $state<string | null>(null)
  /** None chosen: every road of the squad. */
  roads = $state.raw<readonly string[]>([])
  direction = $state<Patrol['direction']>('increasing')
  start = $state.raw<Start | null>(null)
  seen = $state.raw<readonly string[]>([])
  locating = $state<'idle' | 'busy' | 'failed' | 'offRoad'>('idle')
  #isBegun = false
  readonly #app: AppState

  /** Roads of the squad that are drawn. */
  readonly offered: readonly Road[] = $derived.by(() =>
    this.#app.roads.list.filter(
      ({ isDrawn, squadStretches }) =>
        isDrawn && (this.squad === null || squadStretches.some(({ code }) => code === this.squad)),
    ),
  )
  readonly next = $derived.by(() => this.answer.value && nextStop(this.answer.value, this.seen))

  constructor(app: AppState) {
    this.#app = app
  }

  /** The first time with the own squad and its first road; later with what was chosen. */
  begin(): void {
    const department = this.#app.session.current?.department ?? ''
    if (!this.#isBegun) {
      this.squad = department.startsWith('L') ? department : null
      this.seen = readTicks(localStorage, this.#day)
    }
    this.#isBegun = true
    void this.load()
  }

  get #day(): string {
    return bannerDay(new Date())
  }

  load(): Promise<void> {
    const { squad, roads, direction, start } = this
    const from = start ? Math.round(start.stake) : undefined
    return this.answer.load(() =>
      this.#app.calls.patrol({ squad, road: start ? [start.road] : roads, direction, from }),
    )
  }

  choose(wish: { squad?: string | null; roads?: readonly string[]; direction?: Patrol['direction'] }): void {
    if (wish.squad !== undefined) [this.squad, this.roads] = [wish.squad, []]
    if (wish.roads) this.roads = wish.roads
    if (wish.direction) this.direction = wish.direction
    if (!wish.direction) this.start = null
    this.locating = 'idle'
    void this.load()
  }

  /** Read on this device: which of the offered roads one stands on, and at which stake. */
  startHere(): void {
    this.locating = 'busy'
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.startAt([coords.longitude, coords.latitude]),
      () => (this.locating = 'failed'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    )
  }

  startAt(point: readonly [number, number]): void {
    const here = this.#app.roads
      .candidatesAt(point)
      .find(({ road }) => this.offered.some(({ code }) => code === road))
    this.locating = here ? 'idle' : 'offRoad'
    this.start = here ? { road: here.road, stake: here.stake } : null
    if (here) this.roads = [here.road]
    void this.load()
  }

  startAtEnd(): void {
    this.start = null
    void this.load()
  }

  isSeen(id: string): boolean {
    return this.seen.includes(id)
  }

  tick(id: string, isSeen: boolean): void {
    const others = this.seen.filter((other) => other !== id)
    this.seen = isSeen ? [...others, id] : others
    keepTicks(localStorage, this.#day, this.seen)
  }
}
