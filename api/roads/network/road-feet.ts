import { degreeLength, type LonLat } from './geodesy.ts'
import { fairWithin, indistinctWithin } from './locating-grade.ts'
import type { RoadNetwork } from './road-network.ts'
import { cellAt, cellReach, type Cell, type SegmentIndex } from './segment-index.ts'

/** Where a road comes nearest to a point, in one of the passes that the point cannot tell apart. */
export interface RoadFoot {
  readonly section: number
  readonly vertex: number
  readonly share: number
  readonly isLeft: boolean
  readonly point: LonLat
}

/** Of the road being measured, by its place in the cell: grown when needed, never given away. */
const scratch = { share: new Float64Array(64), squared: new Float64Array(64), start: new Float64Array(64) }

function makeRoom(count: number): void {
  if (scratch.share.length >= count) return
  for (const key of ['share', 'squared', 'start'] as const) scratch[key] = new Float64Array(2 * count)
}

/** Squared metres from the point to each segment of one road and to its start; answers the least. */
function measureSegments(
  index: SegmentIndex,
  { segments }: Cell,
  [from, to]: readonly [number, number],
  [longitude, latitude]: LonLat,
  { east, north }: { readonly east: number; readonly north: number },
): number {
  const { x0, y0, x1, y1 } = index
  const { share, squared, start } = scratch
  let least = Infinity
  for (let i = from; i < to; i++) {
    const segment = segments[i]!
    const ax = (x0[segment]! - longitude) * east
    const ay = (y0[segment]! - latitude) * north
    const dx = (x1[segment]! - x0[segment]!) * east
    const dy = (y1[segment]! - y0[segment]!) * north
    const length = dx * dx + dy * dy
    const along = length === 0 ? 0 : -(ax * dx + ay * dy) / length
    const clamped = along < 0 ? 0 : along > 1 ? 1 : along
    const fx = ax + clamped * dx
    const fy = ay + clamped * dy
    const distance = fx * fx + fy * fy
    share[i - from] = clamped
    squared[i - from] = distance
    start[i - from] = ax * ax + ay * ay
    if (distance < least) least = distance
  }
  return least
}

/**
 * Passes of a road are told apart where it goes farther from the point than the least distance and the 30 m that
 * nobody can tell apart. Beyond a usable distance only the nearest counts.
 */
function passLimit(least: number): number {
  const nearest = Math.sqrt(least)
  return nearest > fairWithin ? least : (nearest + indistinctWithin) ** 2
}

/** The places in the cell of the nearest segment of each pass. */
function nearestPerPass(
  { vertexOf }: SegmentIndex,
  { segments }: Cell,
  from: number,
  to: number,
  limit: number,
) {
  const { squared, start } = scratch
  const passes: number[] = []
  let best = -1
  let previous = -1
  for (let i = from; i < to; i++) {
    if (squared[i - from]! > limit) continue
    const segment = segments[i]!
    const goesOn =
      best >= 0 && previous + 1 === segment && vertexOf[segment] !== 0 && start[i - from]! <= limit
    previous = segment
    if (goesOn && squared[i - from]! >= squared[best - from]!) continue
    if (best >= 0 && !goesOn) passes.push(best)
    best = i
  }
  if (best >= 0) passes.push(best)
  return passes
}

/** Left of the line. At a bend's outside, where the vertex is nearest, the turn decides: the outside of a left turn is right. */
function isLeftOf(index: SegmentIndex, segment: number, share: number, [longitude, latitude]: LonLat) {
  const { x0, y0, x1, y1, vertexOf } = index
  const [dx, dy] = [x1[segment]! - x0[segment]!, y1[segment]! - y0[segment]!]
  const other = share === 1 ? segment + 1 : share === 0 && vertexOf[segment] !== 0 ? segment - 1 : -1
  if (other >= 0 && other < x0.length && !(share === 1 && vertexOf[other] === 0)) {
    const cross = dx * (y1[other]! - y0[other]!) - dy * (x1[other]! - x0[other]!)
    const turn = share === 1 ? cross : -cross
    if (turn !== 0) return turn < 0
  }
  return dy * (x0[segment]! - longitude) - dx * (y0[segment]! - latitude) > 0
}

function footAt(index: SegmentIndex, segment: number, share: number, point: LonLat): RoadFoot {
  const { x0, y0, x1, y1 } = index
  return {
    section: index.sectionOf[segment]!,
    vertex: index.vertexOf[segment]!,
    share,
    isLeft: isLeftOf(index, segment, share, point),
    point:
      share === 1
        ? [x1[segment]!, y1[segment]!]
        : [
            x0[segment]! + share * (x1[segment]! - x0[segment]!),
            y0[segment]! + share * (y1[segment]! - y0[segment]!),
          ],
  }
}

/** Feet on every road within the distance, in the plane of the point's latitude. */
export function feetNear({ index }: RoadNetwork, point: LonLat, maximumDistance: number): RoadFoot[] {
  const degree = degreeLength(point[1])
  const cell = maximumDistance <= cellReach ? cellAt(index, point[0], point[1]) : index.root
  const maximum = maximumDistance * maximumDistance
  const feet: RoadFoot[] = []
  makeRoom(cell.segments.length)
  for (let road = 0; road < cell.floors.length; road++) {
    if (cell.floors[road]! > maximumDistance) continue
    const [from, to] = [cell.starts[road]!, cell.starts[road + 1]!]
    const least = measureSegments(index, cell, [from, to], point, degree)
    if (least > maximum) continue
    for (const i of nearestPerPass(index, cell, from, to, passLimit(least)))
      if (scratch.squared[i - from]! <= maximum)
        feet.push(footAt(index, cell.segments[i]!, scratch.share[i - from]!, point))
  }
  return feet
}
