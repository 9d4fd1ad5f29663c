import type { Road, ScreeningSite } from '../api/api-types.ts'
import type { AppState } from '../state/app-state.svelte.ts'
import { densityPieces } from './density-curve.ts'
import { accidentMark, facilityMark, gapMark, hazardMark } from './record-marks.ts'
import { placeStake, stripAxis } from './strip-axis.ts'
import { clusterBands, hotspotBands, stretchBands, type StripContent } from './strip-content.ts'
import type { Place, StripData } from './strip-data.svelte.ts'
import type { Town } from './strip-marks.ts'
import { axisEms, stripTracks } from './strip-tracks.ts'

/** A town farther off lies at another road. */
const townReach = 3000

const hasStake = <Item extends { readonly stake: number | null }>(
  item: Item,
): item is Item & { stake: number } => item.stake !== null
const hasStart = <Item extends { readonly fromStake: number | null }>(
  item: Item,
): item is Item & { fromStake: number } => item.fromStake !== null

/** What the records of a road look like, and what of them cannot be drawn. */
export class StripPicture {
  readonly #app: AppState
  readonly #data: StripData
  readonly #road: () => Road | undefined

  constructor(app: AppState, data: StripData, road: () => Road | undefined) {
    this.#app = app
    this.#data = data
    this.#road = road
  }

  readonly #teller = $derived.by(() => {
    const { words, language } = this.#app
    return { words, language }
  })
  readonly sites: readonly ScreeningSite[] = $derived.by(() => {
    const road = this.#road()?.code
    const features = this.#app.data.hotspots.value?.features ?? []
    return features.map(({ properties }) => properties).filter((site) => site.road === road)
  })

  readonly unplaced = $derived.by(() => {
    const { accidents, hazards, facilities } = this.#data
    const without = (list: readonly unknown[] = [], placed: readonly unknown[] = []) =>
      list.length - placed.length
    return {
      accidents: without(accidents.value, accidents.value?.filter(hasStake)),
      hazards: without(hazards.value, hazards.value?.filter(hasStart)),
      facilities: without(facilities.value, facilities.value?.filter(hasStake)),
    }
  })

  #marksOf(axis: StripContent['axis']) {
    const { accidents, hazards, facilities, gaps } = this.#data
    const teller = this.#teller
    return [
      ...(accidents.value ?? []).filter(hasStake).map((each) => accidentMark(axis, each, teller)),
      ...(hazards.value ?? []).filter(hasStart).map((each) => hazardMark(axis, each, teller)),
      ...(facilities.value ?? []).filter(hasStake).map((each) => facilityMark(axis, each, teller)),
      ...(gaps.value ?? [])
        .filter(({ answered, dismissed }) => !answered && !dismissed)
        .filter(hasStart)
        .map((each) => gapMark(axis, each, teller)),
    ]
  }

  #clustersOn(code: string) {
    return (this.#data.density.value?.clusters ?? []).filter(({ road }) => road === code)
  }

  #townsOf(axis: StripContent['axis'], code: string): Town[] {
    const nearest = ({ point }: Place) =>
      this.#app.roads.candidatesAt([...point], townReach).find(({ road }) => road === code)
    const towns = (this.#data.places.value ?? []).flatMap((place) => {
      const found = nearest(place)
      const name = this.#app.language === 'en' ? place.nameEn : place.name
      return found ? [{ name, running: placeStake(axis, found.stake).running }] : []
    })
    return towns.sort((a, b) => a.running - b.running)
  }

  readonly content: StripContent | undefined = $derived.by(() => {
    const road = this.#road()
    const axis = road && stripAxis(road)
    if (!road || !axis) return undefined
    const { words } = this.#app
    const marks = this.#marksOf(axis)
    const lixels = this.#data.density.value?.roads.find((each) => each.road === road.code)?.lixels
    const density = densityPieces(axis, lixels ?? [])
    const squads = stretchBands(axis, road.squadStretches, words.strip.squad)
    const townships = stretchBands(axis, road.townshipStretches, (name) => name)
    const hotspots = hotspotBands(axis, this.sites, words)
    const has = {
      squad: squads.length > 0,
      township: townships.length > 0,
      hotspot: hotspots.length > 0,
      density: density.some((piece) => piece.density > 0),
    }
    return {
      ...{ axis, marks, squads, townships, hotspots, density, isDivided: road.divided },
      clusters: clusterBands(axis, this.#clustersOn(road.code), words),
      highest: Math.max(0, ...density.map((piece) => piece.density)),
      towns: this.#townsOf(axis, road.code),
      tracks: stripTracks({ marks, isDivided: road.divided, has, sharesFacilities: false }),
      paperTracks: stripTracks({ marks, isDivided: road.divided, has, sharesFacilities: true }),
      axisEms: axisEms({ isDivided: road.divided, hasBreaks: axis.breaks.length > 0 }),
      towards: { increasing: road.increasingTowards[0], decreasing: road.decreasingTowards[0] },
    }
  })
}
