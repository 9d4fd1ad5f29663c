import { measuresAtStake } from './calibration.ts'
import { distanceBetween, type LonLat } from './geodesy.ts'
import type { NetworkSection, RoadNetwork } from './road-network.ts'
import { pointAtMeasure } from './section-line.ts'

export interface AxisPiece {
  readonly section: NetworkSection
  /** Where the section begins on the axis. */
  readonly start: number
}

/**
 * A road as it is driven: its drawn lines end to end, in metres from the end with the small stakes. Chainage jumps
 * where this does not, so distances along the road are differences of these positions.
 */
export interface RoadAxis {
  readonly road: string
  readonly length: number
  readonly pieces: readonly AxisPiece[]
}

export interface AxisPlace {
  readonly position: number
  readonly point: LonLat
}

export type Travel = 'increasing' | 'decreasing'

/** Traffic keeps right of the direction in which it goes. */
export const carriagewayOf = (travel: Travel): 'left' | 'right' =>
  travel === 'increasing' ? 'right' : 'left'

const overlap = (a: NetworkSection, b: NetworkSection) =>
  Math.min(a.toStake, b.toStake) > Math.max(a.fromStake, b.fromStake)

/** The own carriageway; the other one only where the own one is not drawn. */
function drivenSections(sections: readonly NetworkSection[], travel: Travel): NetworkSection[] {
  const own = sections.filter(
    ({ carriageway }) => carriageway === 'both' || carriageway === carriagewayOf(travel),
  )
  return sections.filter((section) => own.includes(section) || !own.some((each) => overlap(each, section)))
}

const pointAtEnd = (section: NetworkSection, end: 'from' | 'to') =>
  pointAtMeasure(section, end === 'from' ? 0 : section.length)

/** Undefined for a road without a line. */
export function roadAxis(
  network: RoadNetwork,
  road: string,
  travel: Travel = 'increasing',
): RoadAxis | undefined {
  const sections = network.sectionsByRoad.get(road)
  if (!sections) return undefined
  const pieces: AxisPiece[] = []
  for (const section of drivenSections(sections, travel)) {
    const last = pieces[pieces.length - 1]
    // Nobody has drawn what lies between two parts of a road: no way is shorter than the straight one.
    const gap = last ? distanceBetween(pointAtEnd(last.section, 'to'), pointAtEnd(section, 'from')) : 0
    pieces.push({ section, start: last ? last.start + last.section.length + gap : 0 })
  }
  const last = pieces[pieces.length - 1]!
  return { road, length: last.start + last.section.length, pieces }
}

/** Two sections that meet both draw their common end. */
const samePlaceWithin = 1

/** Every place of the axis that bears the stake, in the order of the road. */
export function placesOnAxis(axis: RoadAxis, stake: number): AxisPlace[] {
  const places: AxisPlace[] = []
  for (const { section, start } of axis.pieces)
    for (const measure of measuresAtStake(section.calibration, stake)) {
      const place = { position: start + measure, point: pointAtMeasure(section, measure) }
      const last = places[places.length - 1]
      if (!last || place.position - last.position > samePlaceWithin) places.push(place)
    }
  return places
}

/** Of several places that bear the stake the one nearest to the point; the first where no point is known. */
export function placeOnAxis(axis: RoadAxis, stake: number, near?: LonLat | null): AxisPlace | undefined {
  const [first, ...others] = placesOnAxis(axis, stake)
  if (!first || !near) return first
  return others.reduce(
    (best, place) => (distanceBetween(place.point, near) < distanceBetween(best.point, near) ? place : best),
    first,
  )
}
