import { calibrateAlong, stakeAtMeasure } from '../network/calibration.ts'
import type { LonLat } from '../network/geodesy.ts'
import {
  runningAtStake,
  runningChainage,
  type Knot,
  type RunningChainage,
} from '../network/running-chainage.ts'
import { cutLine } from './carriageways.ts'
import { lengthOf } from './imported-way.ts'
import { offsetsOf, placeControls, type Control, type DroppedAnchor } from './place-controls.ts'
import type { PresentRoad } from './present-road.ts'

export interface Range {
  readonly from: number
  readonly to: number
}

export interface Trimmed {
  readonly metres: number
  readonly at: LonLat
}

type Lines = readonly (readonly LonLat[])[]

export interface StakedLines {
  readonly lines: Lines
  readonly controls: readonly Control[]
  readonly dropped: readonly DroppedAnchor[]
  readonly trimmed: readonly Trimmed[]
  /** Metres along a line to stakes, chain breaks minded. */
  stakeAt(line: number, measure: number): number
}

/** Nearer to the end of a line than this, a control is the end. */
const sameEnd = 0.5
/** Less chainage than this is none: lines that meet are told apart by a fraction of a millimetre. */
const noChainage = 0.01

/** First and last running chainage of the road. */
function runningEnds(chainage: RunningChainage, { from, to }: Range): [number, number] {
  return [runningAtStake(chainage, from)[0] ?? from, runningAtStake(chainage, to).at(-1) ?? to]
}

/** What of a line has no stakes left for it: beyond the end of the registered range, or between two equal stakes. */
function trim(lines: Lines, controls: readonly Control[], [low, high]: readonly [number, number]) {
  const trimmed: Trimmed[] = []
  const kept = lines.map((line, i) => {
    const own = controls.filter((control) => control.line === i)
    const [first, last] = [own[0], own[own.length - 1]]
    if (!first || !last) return line
    const before = controls[controls.indexOf(first) - 1]?.knot.running ?? low
    const after = controls[controls.indexOf(last) + 1]?.knot.running ?? high
    const length = lengthOf(line)
    const from = first.knot.running - before < noChainage && first.measure > sameEnd ? first.measure : 0
    const to =
      after - last.knot.running < noChainage && last.measure < length - sameEnd ? last.measure : length
    if (from > 0) trimmed.push({ metres: from, at: first.foot })
    if (to < length) trimmed.push({ metres: length - to, at: last.foot })
    return to - from > sameEnd ? cutLine(line, from, to) : line
  })
  return { lines: kept, trimmed }
}

/** The ends of the road carry the ends of its range wherever no control says better. */
function withEnds(knots: readonly Knot[], length: number, [low, high]: readonly [number, number]): Knot[] {
  const [first, last] = [knots[0], knots[knots.length - 1]]
  const opens = !first || (first.measure > sameEnd && first.running > low)
  const closes = !last || (last.measure < length - sameEnd && last.running < high)
  return [
    ...(opens ? [{ measure: 0, running: low }] : []),
    ...knots,
    ...(closes ? [{ measure: length, running: high }] : []),
  ]
}

/** Puts the present stakes on the new lines: known places keep theirs, between them the drawn length decides. */
export function carryStakes(drawn: Lines, road: PresentRoad, range: Range): StakedLines {
  const chainage = runningChainage(road.chainBreaks)
  const ends = runningEnds(chainage, range)
  const isInRange = ({ knot }: Control) => knot.running >= ends[0] && knot.running < ends[1] + 1
  const onRange = (lines: Lines) => {
    const placed = placeControls(lines, road, chainage)
    return { ...placed, controls: placed.controls.filter(isInRange) }
  }
  const { lines, trimmed } = trim(drawn, onRange(drawn).controls, ends)
  const { controls, dropped } = onRange(lines)
  const offsets = offsetsOf(lines)
  const length = offsets[lines.length - 1]! + lengthOf(lines[lines.length - 1]!)
  const knots = withEnds(
    controls.map(({ knot }) => knot),
    length,
    ends,
  )
  const pieces = calibrateAlong(chainage, knots)
  const stakeAt = (line: number, measure: number) => stakeAtMeasure(pieces, offsets[line]! + measure)
  return { lines, controls, dropped, trimmed, stakeAt }
}
