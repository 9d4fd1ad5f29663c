import { v7 as newId } from 'uuid'
import { gapRuleIds, type GapRuleId } from '../../../api/gaps/gap-rules.ts'
import type { Gap, GapList } from '../api/api-types.ts'
import type { Pin, Spotlight } from '../map/map-types.ts'
import type { AppState } from '../state/app-state.svelte.ts'
import { Resource } from '../state/resource.svelte.ts'

export type RuleChoice = GapRuleId | 'all'
export type StateChoice = 'open' | 'answered' | 'all'

interface Made {
  readonly kind: 'facility' | 'hazard'
  readonly id: string
  readonly text: string
}

/** The list of gaps, which of them is in hand, and what was made of it. It outlives its panel. */
export class GapDesk {
  readonly list = new Resource<GapList>()
  rule = $state<RuleChoice>('all')
  state = $state<StateChoice>('open')
  isBusy = $state(false)
  failure = $state.raw<unknown>(undefined)
  made = $state.raw<Made | undefined>(undefined)
  #currentId = $state<string | null>(null)
  readonly #app: AppState
  /** One id for each act of a gap: sent twice after a lost answer, it makes one thing. */
  readonly #ids = new Map<string, string>()

  readonly all = $derived.by(() => this.list.value?.items ?? [])
  readonly ofState = $derived(
    this.all.filter(
      ({ answered }) => this.state === 'all' || (answered !== null) === (this.state === 'answered'),
    ),
  )
  readonly items = $derived(this.ofState.filter(({ rule }) => this.rule === 'all' || rule === this.rule))
  readonly current = $derived(this.items.find(({ id }) => id === this.#currentId))
  readonly openCount = $derived.by(() =>
    this.list.value ? this.all.filter(({ answered }) => answered === null).length : undefined,
  )
  readonly counts = $derived(
    gapRuleIds.map((rule) => ({ rule, count: this.ofState.filter((gap) => gap.rule === rule).length })),
  )
  readonly pins: readonly Pin[] = $derived(
    this.items.flatMap(({ point }, i) => (point ? [{ number: i + 1, point }] : [])),
  )
  readonly spotlight: Spotlight | null = $derived.by(() => {
    const { current } = this
    return current?.point ? { id: `gap:${current.id}`, ring: current.point, view: [current.point] } : null
  })

  constructor(app: AppState) {
    this.#app = app
  }

  load(): Promise<void> {
    const road = this.#app.url.road ?? undefined
    return this.list.load(() => this.#app.calls.gaps({ road, limit: 2000 }))
  }

  choose(id: string | null): void {
    this.#currentId = id
    this.failure = undefined
    this.made = undefined
  }

  /** As it is numbered on the map. */
  chooseNumber(number: number): void {
    this.choose(this.items[number - 1]?.id ?? null)
  }

  mayPlan(gap: Gap): boolean {
    return gap.proposal !== null && gap.answered === null && this.#app.session.may('facility:write')
  }

  mayTicket(gap: Gap): boolean {
    return gap.mayBeTicket && gap.answered === null && this.#app.session.may('hazard:register')
  }

  #idFor(act: 'plan' | 'ticket', gap: Gap): string {
    const key = `${act} ${gap.id}`
    const known = this.#ids.get(key) ?? newId()
    this.#ids.set(key, known)
    return known
  }

  plan(gap: Gap): Promise<void> {
    return this.#answer(async () => {
      const { id, number, roadName, stakeText } = await this.#app.calls.planGap(
        gap.id,
        this.#idFor('plan', gap),
      )
      const place = [roadName, stakeText].filter(Boolean).join(' ')
      return { kind: 'facility', id, text: this.#app.words.gaps.planned(number, place) }
    })
  }

  ticket(gap: Gap): Promise<void> {
    return this.#answer(async () => {
      const { id, displayNumber } = await this.#app.calls.ticketGap(gap.id, this.#idFor('ticket', gap))
      return { kind: 'hazard', id, text: this.#app.words.gaps.ticketed(displayNumber) }
    })
  }

  async #answer(make: () => Promise<Made>): Promise<void> {
    this.isBusy = true
    this.failure = undefined
    try {
      this.made = await make()
      this.#app.data.forget(this.#app.data.facilities, this.#app.data.hazards, this.#app.data.hotspots)
      this.#app.refresh()
      await this.load()
    } catch (error) {
      this.failure = error
    } finally {
      this.isBusy = false
    }
  }
}
