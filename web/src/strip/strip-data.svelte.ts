import placesUrl from '../../../gis-data/places.geojson?url'
import { ApiProblem } from '../../../api/client.ts'
import type { Facility, Gap, Hazard } from '../api/api-types.ts'
import type { Calls } from '../api/calls.ts'
import type { RoadAccident, RoadDensity, RoadQuestion } from '../api/strip-calls.ts'
import { Resource } from '../state/resource.svelte.ts'

export interface Place {
  readonly name: string
  readonly nameEn: string
  readonly point: readonly [lon: number, lat: number]
}

interface PlaceFile {
  readonly features: readonly {
    readonly properties: { readonly name: string; readonly nameEn: string }
    readonly geometry: { readonly coordinates: readonly [number, number] }
  }[]
}

async function shippedPlaces(): Promise<readonly Place[]> {
  const { features } = (await (await fetch(placesUrl)).json()) as PlaceFile
  return features.map(({ properties, geometry }) => ({ ...properties, point: geometry.coordinates }))
}

/** A service that estimates no density answers 404: the diagram then has no such curve. */
async function densityIfAny(calls: Calls, question: RoadQuestion): Promise<RoadDensity | null> {
  try {
    return await calls.densityAlong(question)
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null
    throw error
  }
}

/** The records of one road, whatever the filters of the map are. */
export class StripData {
  readonly accidents = new Resource<readonly RoadAccident[]>()
  readonly hazards = new Resource<readonly Hazard[]>()
  readonly facilities = new Resource<readonly Facility[]>()
  readonly gaps = new Resource<readonly Gap[]>()
  readonly density = new Resource<RoadDensity | null>()
  readonly places = new Resource<readonly Place[]>()
  readonly #calls: Calls
  #road: string | undefined

  constructor(calls: Calls) {
    this.#calls = calls
    void this.places.load(shippedPlaces)
  }

  readonly all = $derived([this.accidents, this.hazards, this.facilities, this.gaps, this.density])
  readonly isLoading = $derived(this.all.some((resource) => resource.isLoading))
  readonly error = $derived(this.all.map(({ error }) => error).find((error) => error !== undefined))
  /** When the figures of the picture were taken. */
  takenAt = $state.raw(new Date())

  ask(question: RoadQuestion): void {
    const calls = this.#calls
    const { road } = question
    if (road !== this.#road) for (const resource of this.all) resource.clear()
    this.takenAt = new Date()
    void this.accidents.load(async () => {
      const { features } = await calls.accidentsAlong(question)
      return features.map(({ properties }) => properties)
    })
    void this.density.load(() => densityIfAny(calls, question))
    if (road === this.#road) return
    this.#road = road
    void this.hazards.load(() => calls.hazards({ road }))
    void this.facilities.load(() => calls.facilities({ road }))
    void this.gaps.load(() => calls.gapsAlong(road))
  }

  retry(question: RoadQuestion): void {
    this.#road = undefined
    this.ask(question)
  }
}
