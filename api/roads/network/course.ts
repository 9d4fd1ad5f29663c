import { stakeAtMeasure } from './calibration.ts'
import type { LonLat } from './geodesy.ts'
import { isOnOwnSide, type Sided } from './own-side.ts'
import { placeOnAxis, placesOnAxis, roadAxis, type RoadAxis, type Travel } from './road-axis.ts'
import type { RoadNetwork } from './road-network.ts'
import { pointAtMeasure } from './section-line.ts'

/** A road as traffic of one direction drives it. Places on it are metres driven since its beginning, whichever way the stakes grow. */
export interface Course {
  readonly axis: RoadAxis
  readonly travel: Travel
  readonly divided: boolean
  readonly length: number
}

export interface OnCourse extends Sided {
  readonly fromStake: number | null
  readonly toStake?: number | null
  /** Tells apart two places that bear one stake. */
  readonly point: LonLat | null
}

/** Where one comes upon something and where one has passed it, in metres driven. */
export interface Passage {
  readonly entry: number
  readonly exit: number
}

export interface CoursePlace {
  readonly at: number
  readonly stake: number
  readonly point: LonLat
}

export const travels: readonly Travel[] = ['increasing', 'decreasing']

/** Undefined for a road without a line. */
export function courseOf(
  network: RoadNetwork,
  road: string,
  travel: Travel,
  divided: boolean,
): Course | undefined {
  const axis = roadAxis(network, road, travel)
  return axis && { axis, travel, divided, length: axis.length }
}

const driven = ({ length, travel }: Course, position: number) =>
  travel === 'increasing' ? position : length - position

/** Whether those who drive here meet it. Without a direction it is for both; on a divided road its side may tell. */
export function isMetOn({ divided, travel }: Course, { direction, side }: Sided): boolean {
  if (divided) return isOnOwnSide({ direction, side }, travel)
  return direction === null || direction === 'both' || direction === travel
}

/** Undefined where the drawn road has no such stake. */
export function passageOn(course: Course, { fromStake, toStake, point }: OnCourse): Passage | undefined {
  const { axis } = course
  const first = fromStake === null ? undefined : placeOnAxis(axis, fromStake, point)
  if (!first) return undefined
  const ends = placesOnAxis(axis, toStake ?? fromStake!)
  const last = ends.find(({ position }) => position >= first.position) ?? first
  const [a, b] = [driven(course, first.position), driven(course, last.position)]
  return { entry: Math.min(a, b), exit: Math.max(a, b) }
}

/** A stake as it can be written, whole metres, that the axis really has: rounding must not fall into a chain break. */
function writtenStake(axis: RoadAxis, stake: number): number {
  const candidates = [Math.round(stake), Math.floor(stake), Math.ceil(stake)]
  return candidates.find((each) => placesOnAxis(axis, each).length > 0) ?? Math.round(stake)
}

function pieceAt({ axis }: Course, wanted: number) {
  const off = ({ section, start }: (typeof axis.pieces)[number]) =>
    Math.max(0, start - wanted, wanted - start - section.length)
  const piece = axis.pieces.reduce((best, each) => (off(each) < off(best) ? each : best))
  return { piece, measure: Math.min(piece.section.length, Math.max(0, wanted - piece.start)) }
}

const within = (course: Course, metres: number) =>
  driven(course, Math.min(course.length, Math.max(0, metres)))

/** Where the line is after so many metres driven. */
export function pointOnCourse(course: Course, metres: number): LonLat {
  const { piece, measure } = pieceAt(course, within(course, metres))
  return pointAtMeasure(piece.section, measure)
}

/** The place after so many metres driven; before the beginning it is the beginning. Between two drawn parts, the end of the nearer one. */
export function placeOnCourse(course: Course, metres: number): CoursePlace {
  const { piece, measure } = pieceAt(course, within(course, metres))
  return {
    at: driven(course, piece.start + measure),
    stake: writtenStake(course.axis, stakeAtMeasure(piece.section.calibration, measure)),
    point: pointAtMeasure(piece.section, measure),
  }
}
