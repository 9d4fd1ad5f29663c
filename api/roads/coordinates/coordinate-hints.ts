import type { DegreeSystem } from './coordinates.ts'
import { distanceBetween, type LonLat } from '../network/geodesy.ts'
import { pointToStakes, stakeToPoints } from '../network/linear-referencing.ts'
import { fairWithin, goodWithin } from '../network/locating-grade.ts'
import type { RoadNetwork } from '../network/road-network.ts'

export interface NamedPlace {
  readonly road: string
  readonly stake?: number | undefined
}

export const degreeSystems: readonly DegreeSystem[] = ['wgs84', 'gcj02', 'bd09']

/** Farther than BD-09 can shift a point with all else that may be wrong. */
const readingWithin = 2000

/** Metres from the nearest foot on this road, or on any where none is named. */
export function distanceToRoad(network: RoadNetwork, road: string | undefined, point: LonLat): number {
  const candidates = pointToStakes(network, point, { maximumDistance: readingWithin })
  const found = road === undefined ? candidates[0] : candidates.find((candidate) => candidate.road === road)
  return found?.distance ?? Number.POSITIVE_INFINITY
}

function distanceToStake(network: RoadNetwork, road: string, stake: number, point: LonLat): number {
  const places = stakeToPoints(network, road, stake)
  return Math.min(...places.map((place) => distanceBetween(place.point, point)))
}

const orNull = (distance: number) => (Number.isFinite(distance) ? distance : null)

export interface Fit {
  /** Metres to the named road; null where it is farther than can be meant. */
  readonly roadDistance: number | null
  /** Metres to the named stake; null without one. */
  readonly stakeDistance: number | null
  /** On its road, and near the stake it names. */
  readonly fits: boolean
}

export function fitOf(network: RoadNetwork, { road, stake }: NamedPlace, point: LonLat): Fit {
  const roadDistance = distanceToRoad(network, road, point)
  const stakeDistance =
    stake === undefined ? Number.POSITIVE_INFINITY : distanceToStake(network, road, stake, point)
  const fits = roadDistance <= goodWithin && (stake === undefined || stakeDistance <= fairWithin * 2)
  return { roadDistance: orNull(roadDistance), stakeDistance: orNull(stakeDistance), fits }
}

/** A stake named by hand is off by hundreds of metres, a point by tens: the road decides, the stake tells ties apart. */
export function compareFits(a: Fit, b: Fit): number {
  const road = (fit: Fit) => fit.roadDistance ?? Number.POSITIVE_INFINITY
  if (a.fits !== b.fits) return a.fits ? -1 : 1
  if (a.fits && a.stakeDistance !== null && b.stakeDistance !== null) return a.stakeDistance - b.stakeDistance
  return road(a) === road(b) ? 0 : road(a) - road(b)
}
