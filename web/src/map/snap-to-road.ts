import { courseOf, passageOn, placeOnCourse } from '../../../api/roads/network/course.ts'
import { degreeLength, distanceBetween, type LonLat } from '../../../api/roads/network/geodesy.ts'
import { stakeToPoints } from '../../../api/roads/network/linear-referencing.ts'
import type { NetworkSection, RoadNetwork } from '../../../api/roads/network/road-network.ts'
import { stakeAtMeasure } from '../../../api/roads/network/calibration.ts'
import { pointAtMeasure } from '../../../api/roads/network/section-line.ts'

/** The line along which something is moved. */
export interface OwnLine {
  readonly road: string
  /** Of a divided road drawn twice. */
  readonly carriageway?: 'left' | 'right' | undefined
}

export interface PlaceOnRoad {
  readonly stake: number
  readonly point: LonLat
}

interface Foot {
  readonly section: NetworkSection
  readonly measure: number
  readonly distance: number
}

export function ownSections(network: RoadNetwork, { road, carriageway }: OwnLine): NetworkSection[] {
  const sections = [...(network.sectionsByRoad.get(road) ?? [])]
  const own = sections.filter((section) => section.carriageway === carriageway)
  const shared = sections.filter((section) => section.carriageway === 'both')
  return carriageway && own.length > 0 ? [...own, ...shared] : sections
}

/** Where a section comes nearest to the point, in the plane of the point. */
function footOn(section: NetworkSection, [lon, lat]: LonLat): Foot {
  const { east, north } = degreeLength(lat)
  const { longitudes, latitudes, measures } = section
  let best: Foot = { section, measure: 0, distance: Infinity }
  for (let i = 0; i + 1 < longitudes.length; i++) {
    const [ax, ay] = [(longitudes[i]! - lon) * east, (latitudes[i]! - lat) * north]
    const [bx, by] = [(longitudes[i + 1]! - lon) * east, (latitudes[i + 1]! - lat) * north]
    const [dx, dy] = [bx - ax, by - ay]
    const length = dx * dx + dy * dy
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length))
    const distance = Math.hypot(ax + share * dx, ay + share * dy)
    const [from, to] = [measures[i]!, measures[i + 1]!]
    if (distance < best.distance) best = { section, measure: from + share * (to - from), distance }
  }
  return best
}

/** Of the places that bear a stake the one nearest to a point; undefined where the road has no such stake. */
export function placeAtStake(
  network: RoadNetwork,
  { road, carriageway }: OwnLine,
  stake: number,
  near: LonLat | null,
): PlaceOnRoad | undefined {
  const places = stakeToPoints(network, road, stake, { carriageway })
  if (!near) return places[0]
  return [...places].sort((a, b) => distanceBetween(a.point, near) - distanceBetween(b.point, near))[0]
}

/** A stake that two places bear, behind a long chain, does not say where. */
export const isRepeatedStake = (network: RoadNetwork, { road, carriageway }: OwnLine, stake: number) =>
  stakeToPoints(network, road, stake, { carriageway }).length > 1

/** A written stake is whole metres, as round as it was pointed at, and one that the road has just there. */
function written(network: RoadNetwork, line: OwnLine, foot: PlaceOnRoad, step: number): PlaceOnRoad {
  const { stake, point } = foot
  const wanted = [Math.round(stake / step) * step, Math.round(stake), Math.floor(stake), Math.ceil(stake)]
  for (const each of wanted) {
    const place = placeAtStake(network, line, each, point)
    // Rounding must not carry it over a chain break to the other end of a repeated stretch.
    if (place && distanceBetween(place.point, point) <= 2 * step + 2)
      return { stake: each, point: place.point }
  }
  return { stake: Math.round(stake), point }
}

export interface DragReach {
  /** Metres beyond which a point does not mean this road. */
  readonly within: number
  /** Metres to which the stake is rounded. */
  readonly step: number
}

/** The place of its own road nearest to a point; undefined where the point is too far off to mean it. Other roads are not looked at. */
export function snapToRoad(
  network: RoadNetwork,
  line: OwnLine,
  point: LonLat,
  { within, step }: DragReach,
): PlaceOnRoad | undefined {
  const feet = ownSections(network, line).map((section) => footOn(section, point))
  const [best] = feet.sort((a, b) => a.distance - b.distance)
  if (!best || best.distance > within) return undefined
  const { section, measure } = best
  const place = {
    stake: stakeAtMeasure(section.calibration, measure),
    point: pointAtMeasure(section, measure),
  }
  return Number.isNaN(place.stake) ? undefined : written(network, line, place, step)
}

/** Calibration stretches a drawn metre by little; a jump of the chainage is more than that. */
const stretching = 0.3

/** So many metres further along the line, with growing stakes where positive; at an end it stays at the end. */
export function stepAlong(
  network: RoadNetwork,
  line: OwnLine,
  from: PlaceOnRoad,
  metres: number,
): PlaceOnRoad | undefined {
  const travel = line.carriageway === 'left' ? 'decreasing' : 'increasing'
  const course = courseOf(network, line.road, travel, line.carriageway !== undefined)
  const on = { direction: null, side: null, fromStake: from.stake, point: from.point }
  const here = course && passageOn(course, on)?.entry
  if (!course || here === undefined) return undefined
  const next = placeOnCourse(course, here + (travel === 'increasing' ? metres : -metres))
  const wanted = from.stake + metres
  const isEven = Math.abs(next.stake - wanted) <= Math.abs(metres) * stretching
  const even = isEven ? placeAtStake(network, line, wanted, next.point) : undefined
  return even ? { stake: wanted, point: even.point } : { stake: next.stake, point: next.point }
}
