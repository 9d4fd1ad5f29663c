import type {
  AccidentProperties,
  DensityCollection,
  Facility,
  FourIndicesAnswer,
  Hazard,
  HotspotCollection,
  LocatedCollection,
  Road,
  Squad,
} from '../api/api-types.ts'
import type { Calls } from '../api/calls.ts'
import { accidentQuery, densityQuery, indicesQuery, placeQuery } from './filter-query.ts'
import { findHotspots } from './hotspot-run.ts'
import type { Period } from './period.ts'
import { Resource } from './resource.svelte.ts'
import type { UrlState } from './url-state.ts'

export interface Question {
  readonly url: UrlState
  readonly period: Period
  readonly mayScreen: boolean
}

/** Everything the map and the lists beside it draw from; each part is asked for again only when its own question changed. */
export class MapData {
  readonly roads = new Resource<readonly Road[]>()
  readonly accidents = new Resource<LocatedCollection<AccidentProperties>>()
  readonly indices = new Resource<FourIndicesAnswer>()
  readonly hazards = new Resource<readonly Hazard[]>()
  readonly facilities = new Resource<readonly Facility[]>()
  readonly hotspots = new Resource<HotspotCollection | null>()
  readonly density = new Resource<DensityCollection>()
  /** Asked for where a filter may name one. */
  readonly squads = new Resource<readonly Squad[]>()
  readonly #calls: Calls
  readonly #asked = new Map<object, string>()
  #figuresOf: string | undefined

  constructor(calls: Calls) {
    this.#calls = calls
  }

  ask({ url, period, mayScreen }: Question): void {
    const calls = this.#calls
    const accidents = accidentQuery(url, period)
    const indices = indicesQuery(url, period)
    const places = placeQuery(url)
    const { preset, calibre, weights, run } = url
    const question = { preset, calibre, weights, run, from: period.from, to: period.to }
    this.#askOnce(this.roads, 'roads', () => calls.roads())
    this.#askOnce(this.accidents, accidents, () => calls.accidents(accidents))
    this.#dropOthersFigures(indices)
    this.#askOnce(this.indices, indices, () => calls.indices(indices))
    this.#askOnce(this.hazards, places, () => calls.hazards(places))
    this.#askOnce(this.facilities, places, () => calls.facilities(places))
    if (url.part?.field === 'squad' || url.panel === 'lists')
      this.#askOnce(this.squads, 'squads', () => calls.squads())
    if (url.heat) {
      const heat = densityQuery(url, period, url.heat)
      this.#askOnce(this.density, heat, () => calls.density(heat))
    }
    this.#askOnce(this.hotspots, question, () => findHotspots(calls, question, mayScreen))
  }

  /** After a change of ours. */
  forget(...resources: object[]): void {
    for (const resource of resources.length ? resources : [...this.#asked.keys()])
      this.#asked.delete(resource)
  }

  /** Rights and allowed actions are those of a person: the next one at this screen starts from nothing. */
  clear(): void {
    this.#asked.clear()
    for (const resource of [
      this.roads,
      this.accidents,
      this.indices,
      this.hazards,
      this.facilities,
      this.hotspots,
      this.density,
      this.squads,
    ])
      resource.clear()
  }

  /** The words beside the figures are those of the new question: no figure of another calibre or road stays under them. */
  #dropOthersFigures(question: unknown): void {
    const text = JSON.stringify(question)
    if (this.#figuresOf !== text) this.indices.clear()
    this.#figuresOf = text
  }

  #askOnce<Value>(resource: Resource<Value>, question: unknown, fetchValue: () => Promise<Value>): void {
    const text = JSON.stringify(question)
    if (this.#asked.get(resource) === text) return
    this.#asked.set(resource, text)
    void resource.load(fetchValue)
  }
}
