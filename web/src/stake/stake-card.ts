import { distanceBetween, type LonLat } from '../../../api/roads/network/geodesy.ts'
import { stakeToPoints } from '../../../api/roads/network/linear-referencing.ts'
import { stretchAt } from '../../../api/roads/network/road-input.ts'
import { formatPlaceRange } from '../../../api/roads/stakes/stake-format.ts'
import type { Candidate } from '../api/api-types.ts'
import type { Selection } from '../map/map-types.ts'
import { roadFacts } from '../map/road-facts.ts'
import { pointOfSelection, stakeOfSelection, type NamedStake } from '../map/road-selection.ts'
import type { KnownRoads } from '../state/known-roads.svelte.ts'

export interface StakePlace {
  readonly road: string
  /** `G109`, or the name of a road that has no number. */
  readonly label: string
  readonly roadName: string
  readonly roadNameEn: string
  readonly stake: number
  /** The end of a stretch that was named. */
  readonly toStake?: number
  /** A stake that was named lies on the line by itself; only a point has a distance. */
  readonly beside: Pick<Candidate, 'distance' | 'side'> | undefined
  readonly grade: Candidate['grade']
  readonly increasingTowards: string | undefined
  readonly decreasingTowards: string | undefined
  readonly squad: string | undefined
  readonly township: string | undefined
  readonly isSketch: boolean
}

export interface StakeCard {
  readonly point: LonLat
  readonly places: readonly StakePlace[]
  /** Metres to the nearest road of a point that lies on none. */
  readonly offRoad: number | undefined
  /** Further places that bear the named stake, behind a long chain. */
  readonly twins: readonly LonLat[]
}

/** Roads whose lines pass this near to a stake meet there. */
const junctionReach = 40
/** Places of one stake nearer than this are the seam of two sections. */
const samePlace = 20

function placeOf(roads: KnownRoads, candidate: Candidate, beside: StakePlace['beside']): StakePlace {
  const { road, stake, grade } = candidate
  const known = roads.find(road)
  const facts = roadFacts(roads.features)(road)
  const name = roads.names.find(({ code }) => code === road)
  return {
    road,
    label: roads.label(road),
    roadName: roads.nameOf(road),
    roadNameEn: facts.nameEn,
    stake: Math.round(stake),
    beside,
    grade,
    increasingTowards: name?.increasingTowards?.[0],
    decreasingTowards: name?.decreasingTowards?.[0],
    squad: stretchAt(known?.squadStretches ?? [], road, stake)?.name,
    township: stretchAt(known?.townshipStretches ?? [], road, stake)?.name,
    isSketch: facts.isSketch,
  }
}

/** One place per road and stake: where two sections meet, both name it. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(
    (one, i) =>
      !candidates.slice(0, i).some(({ road, stake }) => road === one.road && Math.abs(stake - one.stake) < 2),
  )
}

function cardOfStake(roads: KnownRoads, { road, stake, to }: NamedStake, point: LonLat): StakeCard {
  const others = distinct(roads.candidatesAt(point, junctionReach)).filter((other) => other.road !== road)
  const named: Candidate = {
    ...{ road, stake, section: 0, stakeText: '', offset: 0, distance: 0 },
    ...{ side: 'centre', grade: 'good', point: [...point] as [number, number] },
  }
  const twins = stakeToPoints(roads.network, road, stake)
    .map((place) => place.point)
    .filter((other) => distanceBetween(point, other) > samePlace)
  return {
    point,
    places: [
      { ...placeOf(roads, named, undefined), ...(to === undefined ? {} : { toStake: to }) },
      // A stretch passes junctions; only where it is one spot do other roads have a stake of their own.
      ...(to === undefined ? others : []).map((candidate) => placeOf(roads, candidate, undefined)),
    ],
    offRoad: undefined,
    twins,
  }
}

function cardOfPoint(roads: KnownRoads, point: LonLat): StakeCard {
  const candidates = distinct(roads.candidatesAt(point))
  const near = candidates.filter(({ grade }) => grade !== 'none')
  return {
    point,
    places: near.map((candidate) => placeOf(roads, candidate, candidate)),
    offRoad: near.length ? undefined : candidates[0]?.distance,
    twins: [],
  }
}

/** `G109 K1046+237`, or the range of a stretch. */
export const placeText = ({ label, stake, toStake = stake }: StakePlace) =>
  formatPlaceRange(label, stake, toStake)

/** Everything the roads say about a chosen stake or point, worked out on this device. */
export function stakeCard(roads: KnownRoads, selection: Selection): StakeCard | undefined {
  const point = pointOfSelection(roads.network, selection)
  if (!point) return undefined
  const named = stakeOfSelection(selection)
  return named ? cardOfStake(roads, named, point) : cardOfPoint(roads, point)
}
