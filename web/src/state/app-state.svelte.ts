import { createContext, untrack } from 'svelte'
import { createClient } from '../../../api/client.ts'
import type { PasswordChange } from '../../../api/auth/auth.schema.ts'
import type { Health, SignIn } from '../api/api-types.ts'
import { callsOf, type Calls } from '../api/calls.ts'
import { wordsIn } from '../text/words.ts'
import { KnownRoads } from './known-roads.svelte.ts'
import { InspectionSending } from './unsent/inspection-sending.svelte.ts'
import { MapData } from './map-data.svelte.ts'
import { PhotoSending } from './unsent/photo-sending.svelte.ts'
import { resolvePeriod } from './period.ts'
import { bannerDay } from '../../../api/areas/calendar-days.ts'
import { readPreferences, keepPreferences } from './preferences.ts'
import { forgetRecent } from './recent-searches.ts'
import { Session } from './session.svelte.ts'
import { keptOnDevice } from './unsent/unsent-photos.ts'
import { formatUrlState, parseUrlState, type UrlState } from './url-state.ts'

/** The state of the page. What can be shared or returned to is in the address; the rest lives as long as the page. */
export class AppState {
  url = $state.raw<UrlState>(parseUrlState(location.search))
  health = $state.raw<Health | undefined>(undefined)
  /** Ids ticked for a supervision list. */
  chosenHazards = $state.raw<readonly string[]>([])
  /** A record that was searched for and that the filters may not show: the map marks it all the same. */
  found = $state.raw<{ readonly id: string; readonly point: readonly number[] } | null>(null)
  readonly session = new Session()
  readonly calls: Calls
  readonly data: MapData
  readonly roads: KnownRoads
  readonly photos: PhotoSending
  readonly inspections: InspectionSending
  readonly #preferences = readPreferences(localStorage)
  readonly #prefersDark = matchMedia('(prefers-color-scheme: dark)').matches

  readonly language = $derived(this.url.language ?? this.#preferences.language ?? 'zh')
  readonly theme = $derived(
    this.url.theme ?? this.#preferences.theme ?? (this.#prefersDark ? 'dark' : 'light'),
  )
  readonly textScale = $derived(this.url.textScale ?? this.#preferences.textScale ?? 1)
  readonly words = $derived(wordsIn(this.language))
  readonly demoYear = $derived(this.health?.demoYear ?? null)
  readonly period = $derived(
    resolvePeriod(this.url, { today: bannerDay(new Date()), demoYear: this.demoYear }),
  )

  constructor() {
    const client = createClient({
      fetch: (...input) => fetch(...input),
      language: () => this.language,
      onSessionEnd: () => this.session.waitForSignIn(),
    })
    this.calls = callsOf(client)
    this.data = new MapData(this.calls)
    this.photos = new PhotoSending({
      send: (order) => this.calls.addPhoto(order),
      unsent: keptOnDevice(),
      owner: () => this.session.current?.username ?? '',
    })
    this.inspections = new InspectionSending({
      send: ({ facilityId, id, body }) => this.calls.inspectFacility(facilityId, id, body),
      storage: localStorage,
      owner: () => this.session.current?.username ?? '',
      onsent: ({ id }) => {
        this.photos.release(id)
        this.data.forget(this.data.facilities)
        this.refresh()
      },
    })
    this.roads = new KnownRoads(() => this.data.roads.value)
  }

  get mayImport(): boolean {
    return this.session.may('accident:write') || this.session.may('import:ledgers')
  }

  async start(): Promise<void> {
    const [health] = await Promise.all([
      this.calls.health().catch(() => undefined),
      this.session.restore(this.calls),
    ])
    this.health = health
    if (this.session.current) this.#restoreUnsent()
    this.refresh()
  }

  async signIn(input: SignIn): Promise<void> {
    const before = this.session.current?.username
    await this.session.signIn(this.calls, input)
    if (before !== input.username) this.#forgetPerson()
    this.#restoreUnsent()
    this.refresh()
  }

  async changePassword(input: PasswordChange): Promise<void> {
    this.session.current = await this.calls.changePassword(input)
    this.refresh()
  }

  async signOut(): Promise<void> {
    await this.session.signOut(this.calls)
    this.#forgetPerson()
  }

  /** Photos first: an inspection that goes now takes its own along. */
  #restoreUnsent(): void {
    void this.photos.restore().then(() => this.inspections.restore())
  }

  /** Made without signal: it is sent as soon as something answers again. */
  get waitsForSignal(): boolean {
    return this.inspections.isAwaited || this.photos.isAwaited
  }

  /** Photos last: an inspection that goes now takes its own along. */
  async sendAgain(): Promise<void> {
    await this.inspections.sendAgain()
    this.photos.sendAgain()
  }

  #forgetPerson(): void {
    this.data.clear()
    this.photos.clear()
    this.inspections.clear()
    this.chosenHazards = []
    this.found = null
    forgetRecent(localStorage)
  }

  /** Asks for what the present view needs and is not there yet. */
  refresh(): void {
    if (!this.session.may('business:read')) return
    const mayScreen = this.session.may('screening:run')
    this.data.ask({ url: this.url, period: this.period, mayScreen })
  }

  /** One step of the user: a new address, and an entry of the history unless only the camera moved. */
  change(patch: Partial<UrlState>, { isStep = true }: { isStep?: boolean } = {}): void {
    // The map may report its camera from inside an effect, which must not come to depend on all of the address.
    untrack(() => this.#change(patch, isStep ? 'pushState' : 'replaceState'))
  }

  #change(patch: Partial<UrlState>, write: 'pushState' | 'replaceState'): void {
    const before = formatUrlState(this.url)
    // Another selection, or none: the act belonged to the one before.
    const next = { ...this.url, ...('selection' in patch ? { act: null } : {}), ...patch }
    const after = formatUrlState(next)
    if (after === before) return
    this.url = next
    history[write](null, '', `${location.pathname}${after}`)
    keepPreferences(localStorage, next)
    this.refresh()
  }

  /** The back button, or another address typed by hand. */
  readAddress(): void {
    this.url = parseUrlState(location.search)
    this.refresh()
  }

  isChosen(id: string): boolean {
    return this.chosenHazards.includes(id)
  }

  choose(id: string, isChosen: boolean): void {
    const others = this.chosenHazards.filter((other) => other !== id)
    this.chosenHazards = isChosen ? [...others, id] : others
  }
}

export const [getApp, setApp] = createContext<AppState>()
