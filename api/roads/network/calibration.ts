import { exactStake, type Knot, type RunningChainage } from './running-chainage.ts'

export type { ChainBreak } from './running-chainage.ts'

/** Between two known places of a line the stakes run evenly: `measure` is metres along the drawn line, `stake` the official figure. */
export interface Calibration {
  readonly fromMeasure: number
  readonly toMeasure: number
  readonly fromStake: number
  readonly toStake: number
}

function measureAtRunning(from: Knot, to: Knot, running: number): number {
  if (running === from.running) return from.measure
  if (running === to.running) return to.measure
  const share = (running - from.running) / (to.running - from.running)
  return from.measure + share * (to.measure - from.measure)
}

/** Straight from knot to knot, cut where the stakes jump. Knots must go on in both numbers. */
export function calibrateAlong(chainage: RunningChainage, knots: readonly Knot[]): Calibration[] {
  return knots.slice(1).flatMap((to, i) => {
    const from = knots[i]!
    return chainage.flatMap(({ fromStake, toStake, shift }) => {
      const low = Math.max(from.running, fromStake - shift)
      const high = Math.min(to.running, toStake - shift)
      const piece = {
        fromMeasure: measureAtRunning(from, to, low),
        toMeasure: measureAtRunning(from, to, high),
        fromStake: exactStake(low + shift),
        toStake: exactStake(high + shift),
      }
      return high > low && piece.toMeasure > piece.fromMeasure ? [piece] : []
    })
  })
}

/** The piece that holds a measure; at a break, where two meet, the one before it. */
function pieceAt(pieces: readonly Calibration[], measure: number): Calibration | undefined {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (measure <= pieces[middle]!.toMeasure) high = middle
    else low = middle + 1
  }
  return pieces[low]
}

export function stakeAtMeasure(pieces: readonly Calibration[], measure: number): number {
  const found = pieceAt(pieces, measure)
  if (!found) return Number.NaN
  if (measure === found.toMeasure) return found.toStake
  const share = (measure - found.fromMeasure) / (found.toMeasure - found.fromMeasure)
  return found.fromStake + share * (found.toStake - found.fromStake)
}

/** Both ends exactly: a + (b - a) can miss b by a rounding, and a post must be where it stands. */
export function measureInPiece(piece: Calibration, stake: number): number {
  if (stake <= piece.fromStake) return piece.fromMeasure
  if (stake >= piece.toStake) return piece.toMeasure
  const share = (stake - piece.fromStake) / (piece.toStake - piece.fromStake)
  return piece.fromMeasure + share * (piece.toMeasure - piece.fromMeasure)
}

/** Usually one; none where a short chain skips the stake; two where a long chain repeats it. */
export function measuresAtStake(pieces: readonly Calibration[], stake: number): number[] {
  const measures: number[] = []
  for (const piece of pieces) {
    if (!(stake >= piece.fromStake && stake <= piece.toStake)) continue
    const measure = measureInPiece(piece, stake)
    if (measure !== measures[measures.length - 1]) measures.push(measure)
  }
  return measures
}
