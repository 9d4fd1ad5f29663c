/** Between two known places of a line the stakes run evenly: `measure` is metres along the drawn line, `stake` the official figure. */
export interface Calibration {
  readonly fromMeasure: number
  readonly toMeasure: number
  readonly fromStake: number
  readonly toStake: number
}

export interface FittedAnchor {
  readonly measure: number
  readonly stake: number
}

/** Up to `atStake` the old chainage holds; beyond it the road goes on at `atStake + jump`. A negative jump repeats stakes. */
export interface ChainBreak {
  readonly atStake: number
  readonly jump: number
}

function piece(from: FittedAnchor, to: FittedAnchor): Calibration {
  return { fromMeasure: from.measure, toMeasure: to.measure, fromStake: from.stake, toStake: to.stake }
}

/** The real length between two anchors is what the stakes say less the jump; the break lies at its share of the drawn length. */
function splitAtBreak(
  from: FittedAnchor,
  to: FittedAnchor,
  broken: ChainBreak,
): readonly [Calibration, Calibration] | undefined {
  const before = broken.atStake - from.stake
  const after = to.stake - (broken.atStake + broken.jump)
  if (before < 0 || after < 0 || before + after <= 0) return undefined
  const measure = from.measure + ((to.measure - from.measure) * before) / (before + after)
  return [
    piece(from, { measure, stake: broken.atStake }),
    piece({ measure, stake: broken.atStake + broken.jump }, to),
  ]
}

function calibrateBetween(
  from: FittedAnchor,
  to: FittedAnchor,
  breaks: readonly ChainBreak[],
): Calibration[] {
  const [first, ...rest] = breaks
  if (!first) return [piece(from, to)]
  const split = splitAtBreak(from, to, first)
  if (!split) return calibrateBetween(from, to, rest)
  const resumed = { measure: split[1].fromMeasure, stake: split[1].fromStake }
  return [split[0], ...calibrateBetween(resumed, to, rest)]
}

/** Pieces in order along the line. Anchors are ordered by measure; those that would turn the stakes back are left out. */
export function calibrate(
  anchors: readonly FittedAnchor[],
  breaks: readonly ChainBreak[] = [],
): Calibration[] {
  const ordered = [...anchors].sort((a, b) => a.measure - b.measure || a.stake - b.stake)
  const pieces: Calibration[] = []
  let previous = ordered[0]
  for (const anchor of ordered.slice(1)) {
    if (!previous || anchor.measure <= previous.measure) continue
    const from = previous
    const between = breaks.filter(
      ({ atStake, jump }) => from.stake <= atStake && atStake + jump <= anchor.stake,
    )
    if (anchor.stake <= from.stake && between.length === 0) continue
    pieces.push(...calibrateBetween(from, anchor, between))
    previous = anchor
  }
  return pieces.filter(({ fromMeasure, toMeasure }) => toMeasure > fromMeasure)
}

export function stakeAtMeasure(pieces: readonly Calibration[], measure: number): number {
  const last = pieces[pieces.length - 1]
  const found = pieces.find(({ toMeasure }) => measure <= toMeasure) ?? last
  if (!found) return Number.NaN
  const share = (measure - found.fromMeasure) / (found.toMeasure - found.fromMeasure)
  return found.fromStake + share * (found.toStake - found.fromStake)
}

/** Usually one; none where a short chain skips the stake; two where a long chain repeats it. */
export function measuresAtStake(pieces: readonly Calibration[], stake: number): number[] {
  const measures: number[] = []
  for (const { fromMeasure, toMeasure, fromStake, toStake } of pieces) {
    if (stake < fromStake || stake > toStake) continue
    const share = toStake === fromStake ? 0 : (stake - fromStake) / (toStake - fromStake)
    const measure = fromMeasure + share * (toMeasure - fromMeasure)
    const repeats = measures.some((known) => Math.abs(known - measure) < 1e-6)
    if (!repeats) measures.push(measure)
  }
  return measures
}
