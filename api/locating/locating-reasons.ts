import { distanceBetween, type LonLat } from '../roads/network/geodesy.ts'
import { pointToStakes, stakeToPoints } from '../roads/network/linear-referencing.ts'
import { fairWithin } from '../roads/network/locating-grade.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'

/** Why a place needs a second look. A record can have several reasons. */
export const locatingReasons = ['unlocated', 'ambiguous', 'outside', 'far'] as const
export type LocatingReason = (typeof locatingReasons)[number]

export interface PlacedRecord {
  readonly road: string | null
  readonly stake: number | null
  readonly point: LonLat | null
  /** How the point came to be: from the stake, by hand, from a coordinate. */
  readonly locating: string
  /** What the record itself says; undefined where nothing was kept and the network must tell. */
  readonly isAmbiguous?: boolean | undefined
  readonly isOutside: boolean
}

/** A screening window apart: point and stake of one record say two different places. */
const stakeAgreesWithin = fairWithin * 2
/** Two places of one stake nearer to each other are one, as where two sections meet. */
const sameStakePlace = 100

/** Whether one stake stands at two places, as behind a long chain. */
export function standsTwice(network: RoadNetwork, road: string, stake: number): boolean {
  const [first, ...others] = stakeToPoints(network, road, stake)
  return others.some(({ point }) => distanceBetween(point, first!.point) > sameStakePlace)
}

type Claim = Pick<PlacedRecord, 'road' | 'stake' | 'point'>

/** Whether the point contradicts the road or the stake that the record names. */
export function isFar(network: RoadNetwork, { road, stake, point }: Claim): boolean {
  if (!point || road === null || !network.sectionsByRoad.has(road)) return false
  const places = stake === null ? [] : stakeToPoints(network, road, stake)
  const apart = Math.min(...places.map((place) => distanceBetween(place.point, point)))
  // Near its own stake is near its road: most records need no search along the lines.
  if (apart <= fairWithin) return false
  if (places.length > 0 && apart > stakeAgreesWithin) return true
  return !pointToStakes(network, point, { maximumDistance: fairWithin }).some((near) => near.road === road)
}

function isAmbiguous(network: RoadNetwork, record: PlacedRecord): boolean {
  if (record.isAmbiguous !== undefined) return record.isAmbiguous
  const { road, stake, point, locating } = record
  if (!point || road === null) return false
  if (locating === 'stake') return stake !== null && standsTwice(network, road, stake)
  const own = pointToStakes(network, point, { maximumDistance: fairWithin }).find(
    (candidate) => candidate.road === road,
  )
  return own?.grade === 'ambiguous'
}

export function reasonsOf(network: RoadNetwork, record: PlacedRecord): LocatingReason[] {
  if (!record.point) return ['unlocated']
  const reasons: LocatingReason[] = []
  if (isAmbiguous(network, record)) reasons.push('ambiguous')
  if (record.isOutside) reasons.push('outside')
  if (isFar(network, record)) reasons.push('far')
  return reasons
}

/** Metres from the drawn line of the named road; undefined where it has none or is nowhere near. */
export function distanceToRoad(
  network: RoadNetwork,
  { road, point }: Pick<PlacedRecord, 'road' | 'point'>,
): number | undefined {
  if (!point || road === null || !network.sectionsByRoad.has(road)) return undefined
  const found = pointToStakes(network, point, { maximumDistance: 50_000 }).find((near) => near.road === road)
  return found?.distance
}
