import { stakeAtMeasure } from '../../../roads/network/calibration.ts'
import type { LonLat } from '../../../roads/network/geodesy.ts'
import { roadAxis, type RoadAxis } from '../../../roads/network/road-axis.ts'
import type { RoadNetwork } from '../../../roads/network/road-network.ts'
import { pointAtMeasure } from '../../../roads/network/section-line.ts'

/**
 * Lines nearer than this are drawn for one place: road ends meet, roads cross, lines join. The lines of the banner are
 * some 30 m off.
 */
export const joinWithin = 50

/** A road as far as it is drawn without a gap, in metres along its axis. A divided road is one strand, by its right carriageway. */
export interface Strand {
  readonly road: string
  readonly axis: RoadAxis
  readonly from: number
  readonly to: number
}

/** Places of an axis have two sides: at a chain break or where two sections meet, each with its own stake. */
export type AxisSide = 'before' | 'after'

function pieceAt({ pieces }: RoadAxis, position: number, side: AxisSide) {
  const holds = ({ start, section }: (typeof pieces)[number]) =>
    side === 'before' ? position <= start + section.length : position < start + section.length
  return pieces.find(holds) ?? pieces[pieces.length - 1]!
}

function measureIn({ start, section }: RoadAxis['pieces'][number], position: number): number {
  return Math.min(section.length, Math.max(0, position - start))
}

export function pointOnAxis(axis: RoadAxis, position: number, side: AxisSide = 'before'): LonLat {
  const piece = pieceAt(axis, position, side)
  return pointAtMeasure(piece.section, measureIn(piece, position))
}

export function stakeOnAxis(axis: RoadAxis, position: number, side: AxisSide): number {
  const piece = pieceAt(axis, position, side)
  const measure = measureIn(piece, position)
  const { calibration } = piece.section
  const begun = side === 'after' && calibration.find(({ fromMeasure }) => fromMeasure === measure)
  return begun ? begun.fromStake : stakeAtMeasure(calibration, measure)
}

/** Where stakes jump, inside or between the sections of a strand. */
export function stakeJumps({ axis, from, to }: Strand): number[] {
  const ends = axis.pieces.flatMap(({ start, section }) =>
    section.calibration.flatMap((piece) => [start + piece.fromMeasure, start + piece.toMeasure]),
  )
  return [...new Set(ends)].filter((position) => {
    if (position <= from || position >= to) return false
    return Math.abs(stakeOnAxis(axis, position, 'after') - stakeOnAxis(axis, position, 'before')) > 1
  })
}

/** In the order of road codes: the first of two roads on one line lends it its length. */
export function strandsOf(network: RoadNetwork): Strand[] {
  return [...network.sectionsByRoad.keys()].sort().flatMap((road) => {
    const axis = roadAxis(network, road)!
    const strands: Strand[] = []
    for (const { start, section } of axis.pieces) {
      const last = strands[strands.length - 1]
      const to = start + section.length
      if (last && start - last.to <= joinWithin) strands[strands.length - 1] = { ...last, to }
      else strands.push({ road, axis, from: start, to })
    }
    return strands
  })
}
