import { v7 as newId } from 'uuid'
import { gapRuleIds, type GapRuleId } from '../../../api/gaps/gap-rules.ts'
import type { Gap, GapList } from '../api/api-types.ts'
import type { Pin, Spotlight } from '../map/map-types.ts'
import type { AppState } from '../state/app-state.svelte.ts'
import { Resource } from '../state/resource.svelte.ts'

export type RuleChoice = GapRuleId | 'all'
export const stateChoices = ['open', 'answered', 'dismissed', 'all'] as const
export type StateChoice = (typeof stateChoices)[number]

const stateOf = ({ answered, dismissed }: Gap): StateChoice =>
  answered ? 'answered' : dismissed ? 'dismissed' : 'open'

/** What was done last, and the record it made. */
interface Made {
  readonly text: string
  readonly record?: { readonly kind: 'facility' | 'hazard'; readonly id: string }
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
  readonly ofState = $derived(this.all.filter((gap) => this.state === 'all' || stateOf(gap) === this.state))
  readonly items = $derived(this.ofState.filter(({ rule }) => this.rule === 'all' || rule === this.rule))
  readonly current = $derived(this.items.find(({ id }) => id === this.#currentId))
  readonly openCount = $derived.by(() =>
    this.list.value ? this.all.filter((gap) => stateOf(gap) === 'open').length : undefined,
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

  mayDismiss(gap: Gap): boolean {
    return gap.mayBeDismissed && gap.answered === null && this.#app.session.may('facility:write')
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
      return { record: { kind: 'facility', id }, text: this.#app.words.gaps.planned(number, place) }
    })
  }

  ticket(gap: Gap): Promise<void> {
    return this.#answer(async () => {
      const { id, displayNumber } = await this.#app.calls.ticketGap(gap.id, this.#idFor('ticket', gap))
      return { record: { kind: 'hazard', id }, text: this.#app.words.gaps.ticketed(displayNumber) }
    })
  }

  dismiss(gap: Gap, body: { readonly reason: string; readonly until: string }): Promise<void> {
    return this.#act(async () => {
      await this.#app.calls.dismissGap(gap.id, body)
      this.made = { text: this.#app.words.gaps.dismissed }
    })
  }

  /** It is a gap again. */
  lift(gap: Gap): Promise<void> {
    return this.#act(() => this.#app.calls.liftDismissal(gap.id))
  }

  #answer(make: () => Promise<Made>): Promise<void> {
    return this.#act(async () => {
      this.made = await make()
      this.#app.data.forget(this.#app.data.facilities, this.#app.data.hazards, this.#app.data.hotspots)
      this.#app.refresh()
    })
  }

  async #act(act: () => Promise<unknown>): Promise<void> {
    this.isBusy = true
    this.failure = undefined
    try {
      await act()
      await this.load()
    } catch (error) {
      this.failure = error
    } finally {
      this.isBusy = false
    }
  }
}
