import { v7 as newId } from 'uuid'
import { ownSquadOf } from '../../../../api/auth/own-squad.ts'
import { addDays } from '../../../../api/areas/calendar-days.ts'
import type { Round, RoundStop, StormRoundState } from '../../api/facility-calls.ts'
import type { AppState } from '../../state/app-state.svelte.ts'
import { bannerDay } from '../../../../api/areas/calendar-days.ts'
import { Resource } from '../../state/resource.svelte.ts'
import { facilityLabel } from '../facility-text.ts'
import { allInOrder } from '../inspection-draft.svelte.ts'
import { isLate, stopsOf, withDone, type RoundGroup } from './round-stops.ts'

export const daysAhead = [0, 3, 7, 30] as const
export type DaysAhead = (typeof daysAhead)[number]

/** What is to be looked at. It outlives its panel: whoever looks at another list and comes back finds what was done. */
export class RoundDesk {
  readonly answer = new Resource<Round>()
  readonly storms = new Resource<readonly StormRoundState[]>()
  /** null: the stretches of all squads. */
  squad = $state<string | null>(null)
  /** null: all roads. */
  road = $state<string | null>(null)
  ahead = $state<DaysAhead>(3)
  /** Looked at from this list since it was last asked for by hand. */
  done = $state.raw<readonly string[]>([])
  /** Before the service has answered, too: a list fetched meanwhile may already leave the row out. */
  #tapped: readonly string[] = []
  busyId = $state<string | undefined>(undefined)
  failure = $state.raw<unknown>(undefined)
  #chosenGroup = $state<RoundGroup | undefined>(undefined)
  #items = $state.raw<readonly RoundStop[]>([])
  #isBegun = false
  readonly #app: AppState

  readonly items = $derived.by(() => this.#items)
  readonly group = $derived.by<RoundGroup>(
    () => this.#chosenGroup ?? (this.#items.some(isLate) ? 'overdue' : 'all'),
  )
  readonly shown = $derived.by(() => stopsOf(this.#items, this.group))
  readonly left = $derived.by(() => this.#items.filter((stop) => !this.isDone(stop.facilityId)).length)

  constructor(app: AppState) {
    this.#app = app
  }

  get today(): string {
    return bannerDay(new Date())
  }

  untilOf(ahead: DaysAhead): string {
    return addDays(this.today, ahead)
  }

  /** The first time with the own squad; later with what was chosen. */
  begin(): void {
    const person = this.#app.session.current
    if (!this.#isBegun && person) this.squad = ownSquadOf(person) ?? null
    this.#isBegun = true
    void this.load()
    void this.loadStorms()
  }

  async load(): Promise<void> {
    const { squad, road } = this
    await this.answer.load(() => this.#app.calls.round({ until: this.untilOf(this.ahead), squad, road }))
    this.#items = withDone(this.answer.value?.items ?? [], this.#items, this.#tapped)
  }

  loadStorms(): Promise<void> {
    return this.storms.load(async () => (await this.#app.calls.stormRounds()).items)
  }

  choose(wish: { squad?: string | null; road?: string | null; ahead?: DaysAhead }): void {
    if (wish.squad !== undefined) this.squad = wish.squad
    if (wish.road !== undefined) this.road = wish.road
    if (wish.ahead !== undefined) this.ahead = wish.ahead
    this.done = []
    this.#tapped = []
    this.#chosenGroup = undefined
    void this.load()
  }

  show(group: RoundGroup): void {
    this.#chosenGroup = group
  }

  isDone(facilityId: string): boolean {
    return this.done.includes(facilityId) || this.isWaiting(facilityId)
  }

  /** Made, and not sent for want of signal. */
  isWaiting(facilityId: string): boolean {
    return this.#app.inspections.of(facilityId) !== undefined
  }

  open({ facilityId, point }: RoundStop): void {
    const [lon, lat] = point ?? []
    const zoom = Math.max(this.#app.url.camera?.zoom ?? 0, 13.5)
    const camera = lon === undefined || lat === undefined ? {} : { camera: { lon, lat, zoom } }
    this.#app.change({ selection: { kind: 'facility', id: facilityId }, task: null, ...camera })
  }

  /** One tap on a row: all of it was looked at and is in order. */
  async allGood(stop: RoundStop): Promise<void> {
    const { facilityId, kind } = stop
    this.busyId = facilityId
    this.#tapped = [...this.#tapped, facilityId]
    this.failure = undefined
    try {
      const body = allInOrder(kind, new Date())
      const label = facilityLabel(stop, this.#app)
      const inspected = await this.#app.inspections.send({ id: newId(), facilityId, body, label })
      if (inspected) this.done = [...this.done, facilityId]
    } catch (error) {
      this.failure = error
    } finally {
      this.busyId = undefined
    }
  }
}
