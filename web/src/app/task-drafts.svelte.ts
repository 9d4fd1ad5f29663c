import type { Hazard, PlacedFacility, ScreeningRun, ScreeningSite } from '../api/api-types.ts'
import { FacilityDraft } from '../facilities/facility-draft.svelte.ts'
import { HazardDraft } from '../hazards/hazard-draft.svelte.ts'
import type { LonLat } from '../map/map-types.ts'
import type { StakePlace } from '../stake/stake-card.ts'
import type { AppState } from '../state/app-state.svelte.ts'
import type { Task } from '../state/url-state.ts'
import { formatDate } from '../text/format.ts'

const closeEnough = 11
/** Metres: a rule with a window of 500 m finds points, a longer one stretches. */
const longestPoint = 500

/** What is being written: one hazard and one facility, each with its place, until the service acknowledges them. */
export class TaskDrafts {
  hazard = $state.raw(HazardDraft.restore(localStorage))
  facility = $state.raw(FacilityDraft.restore(localStorage))
  asksCloser = $state(false)
  message = $state<string | undefined>(undefined)
  readonly #app: AppState

  constructor(app: AppState) {
    this.#app = app
  }

  get current(): HazardDraft | FacilityDraft | undefined {
    const { task } = this.#app.url
    return task === null ? undefined : this[task]
  }

  /** Seen from afar a finger covers kilometres of road: the first tap brings the place closer, the next one marks it. */
  placeAt(point: LonLat): void {
    this.asksCloser = (this.#app.url.camera?.zoom ?? 0) < closeEnough
    if (this.asksCloser)
      this.#app.change({ camera: { ...point, zoom: closeEnough + 0.5 } }, { isStep: false })
    else if (this.current === this.facility) void this.facility.tap(this.#app.roads, point)
    else void this.current?.place.proposeAt(this.#app.roads, point)
  }

  /** Takes what is being written to a place that was pointed at or looked up; its words stay. */
  startAt(task: Task, [lon, lat]: readonly [number, number], place: StakePlace | undefined): void {
    const draft = this[task].place
    if (place && !place.beside) draft.takeStretch(place.road, place.stake, place.toStake ?? place.stake)
    else void draft.proposeAt(this.#app.roads, { lon, lat }).then(() => draft.prefer(place))
    this.#app.change({ task, selection: null })
  }

  takeHazard(hazard: Hazard): void {
    this.#app.photos.release(hazard.id)
    this.discardHazard()
    this.#show('hazard', hazard.id, this.#app.words.hazards.registered(hazard.displayNumber))
  }

  takeFacilities(facilities: readonly PlacedFacility[]): void {
    this.facility.drop(localStorage)
    this.facility = new FacilityDraft()
    const { words, language } = this.#app
    const [first] = facilities
    const warnings = facilities.flatMap((facility) =>
      facility.warnings.map(({ message }) => message[language]),
    )
    const numbers = [first!.number, ...(facilities.length > 1 ? [facilities.at(-1)!.number] : [])].join('—')
    const text = [words.facilities.registered(numbers), ...new Set(warnings)].join(' ')
    this.#show('facility', first!.id, text)
  }

  discardHazard(): void {
    this.#app.photos.dropHeld(this.hazard.id)
    this.hazard.drop(localStorage)
    this.hazard = new HazardDraft()
  }

  /** A hotspot becomes a hazard with what the screening knows: stretch, kind, figures. A person still writes and signs it. */
  makeHazard(site: ScreeningSite, run: ScreeningRun): void {
    const { words, language } = this.#app
    const draft = new HazardDraft()
    draft.place.takeStretch(site.road, site.fromStake, site.toStake)
    const windowLength = site.chanceFacts?.windowLength ?? (run.preset === 'P1a' ? longestPoint : Infinity)
    draft.types = [windowLength <= longestPoint ? 'G1' : 'G2']
    draft.siteId = site.id
    draft.description = words.hotspots.hazardText(
      site.accidents,
      site.killed,
      site.injured,
      formatDate(run.from, language),
      formatDate(run.to, language),
    )
    this.hazard = draft
    this.#app.change({ task: 'hazard', selection: null })
  }

  #show(kind: 'hazard' | 'facility', id: string, message: string): void {
    this.message = message
    // A new hazard also changes what the hotspots say about open hazards.
    this.#app.data.forget(this.#app.data.hazards, this.#app.data.facilities, this.#app.data.hotspots)
    this.#app.change({ task: null, selection: { kind, id } })
  }
}
