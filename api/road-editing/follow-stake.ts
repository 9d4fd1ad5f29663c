import type { Geometry } from 'geojson'
import { distanceBetween, type LonLat } from '../roads/network/geodesy.ts'
import { stakeToPoints, stretchToLine } from '../roads/network/linear-referencing.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'

/** A road before and after its line, anchors or chain breaks changed. */
export interface ChangedLine {
  readonly road: string
  readonly before: RoadNetwork
  readonly after: RoadNetwork
}

/** A sign stands beside the drawn line, never farther off than this. */
export const besideWithin = 30
/** Nearer than this is the very place of the stake. */
const samePlaceWithin = 0.0001

/**
 * A shift in whole steps of 2⁻⁴⁰ degrees (a tenth of a micrometre) is added to a coordinate without rounding: moved
 * there and back, a point is where it was to the last bit.
 */
const steps = 2 ** 40
const shiftBetween = (from: number, to: number) =>
  (Math.sign(to - from) * Math.round(Math.abs(to - from) * steps)) / steps

function nearestPlace(places: readonly LonLat[], point: LonLat): { index: number; distance: number } {
  return places.reduce(
    (best, place, index) => {
      const distance = distanceBetween(place, point)
      return distance < best.distance ? { index, distance } : best
    },
    { index: -1, distance: Infinity },
  )
}

const placesOf = (network: RoadNetwork, road: string, stake: number) =>
  stakeToPoints(network, road, stake).map(({ point }) => point)

/** How far a point lies from the place of its stake before the change; Infinity where there was none. */
export function distanceFromStake({ road, before }: ChangedLine, stake: number, point: LonLat): number {
  return nearestPlace(placesOf(before, road, stake), point).distance
}

/**
 * Where a point that stood for a stake stands now: on the stake's new place, or beside it as it was. Of several places
 * of one stake it keeps its own. Null where the stake is no longer on the road.
 */
export function followPoint(
  { road, before, after }: ChangedLine,
  stake: number,
  point: LonLat | null,
): LonLat | null {
  const now = placesOf(after, road, stake)
  const [first] = now
  if (!first || !point) return first ?? null
  const then = placesOf(before, road, stake)
  const { index, distance } = nearestPlace(then, point)
  const place = now.length === then.length ? now[index] : now[nearestPlace(now, point).index]
  const from = then[index]
  if (!place || !from || distance <= samePlaceWithin || distance > besideWithin) return place ?? first
  return [point[0] + shiftBetween(from[0], place[0]), point[1] + shiftBetween(from[1], place[1])]
}

const pairs = (line: readonly LonLat[]) => line.map(([longitude, latitude]) => [longitude, latitude])

/** The line of a stretch, the point of a single stake; null where the stakes are no longer on the road. */
export function followStretch(
  { road, after }: ChangedLine,
  from: number,
  to: number | null,
): Geometry | null {
  const lines = to === null || to === from ? [] : stretchToLine(after, road, from, to).map(pairs)
  const [line] = lines
  if (lines.length > 1) return { type: 'MultiLineString', coordinates: lines }
  if (line) return { type: 'LineString', coordinates: line }
  const [point] = placesOf(after, road, from)
  return point ? { type: 'Point', coordinates: [...point] } : null
}
