import {
  runningAtStake,
  runningChainage,
  type RunningChainage,
} from '../../../api/roads/network/running-chainage.ts'

/** Metres of running chainage, which grow along the road without a jump: what is farther right lies farther along. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface AxisBreak {
  readonly running: number
  readonly before: number
  readonly after: number
}

export interface StripAxis extends Span {
  readonly chainage: RunningChainage
  readonly breaks: readonly AxisBreak[]
}

/** `repeated`: a long chain has the stake twice; `skipped`: a short chain leaves it out; `outside`: beyond the road's ends. */
export type PlaceDoubt = 'repeated' | 'skipped' | 'outside'

export interface Placed {
  readonly running: number
  readonly doubt?: PlaceDoubt
}

interface AxisRoad {
  readonly fromStake: number | null
  readonly toStake: number | null
  readonly chainBreaks: readonly { readonly atStake: number; readonly jump: number }[]
}

/** Nothing for a road that is only a name. */
export function stripAxis({ fromStake, toStake, chainBreaks }: AxisRoad): StripAxis | undefined {
  if (fromStake === null || toStake === null) return undefined
  // A break at or beyond an end shifts no stake of the road.
  const inside = chainBreaks.filter(({ atStake }) => atStake > fromStake && atStake < toStake)
  const chainage = runningChainage(inside)
  const to = toStake - chainage[chainage.length - 1]!.shift
  if (to <= fromStake) return undefined
  const breaks = chainage.slice(1).map((reach, i) => {
    const before = chainage[i]!
    return { running: before.toStake - before.shift, before: before.toStake, after: reach.fromStake }
  })
  return { from: fromStake, to, chainage, breaks }
}

/** Every record has a place on the axis; where its stake leaves a doubt, the drawing says so. */
export function placeStake(axis: StripAxis, stake: number): Placed {
  const found = runningAtStake(axis.chainage, stake)
  if (found.length === 0) {
    const skipping = axis.breaks.find(({ before, after }) => before < stake && stake < after)
    return { running: skipping?.running ?? axis.from, doubt: 'skipped' }
  }
  const running = found[0]!
  if (running < axis.from) return { running: axis.from, doubt: 'outside' }
  if (running > axis.to) return { running: axis.to, doubt: 'outside' }
  return found.length > 1 ? { running, doubt: 'repeated' } : { running }
}

/** A stretch whose end stands before its start, because the chainage jumps back between, is still drawn forwards. */
export function placeStretch(axis: StripAxis, fromStake: number, toStake: number): Span & Placed {
  const start = placeStake(axis, fromStake)
  const end = placeStake(axis, toStake)
  const later = runningAtStake(axis.chainage, toStake).find((running) => running >= start.running)
  const to = Math.min(later ?? end.running, axis.to)
  const span = { from: Math.min(start.running, to), to: Math.max(start.running, to) }
  return { ...span, running: span.from, doubt: start.doubt ?? end.doubt }
}

/** At a break the stake before it. */
export function stakeAt(axis: StripAxis, running: number): number {
  const reach = axis.chainage.find(({ toStake, shift }) => running <= toStake - shift)
  return running + (reach ?? axis.chainage[axis.chainage.length - 1]!).shift
}
