import { exactRatio, twoSided, type CountLaw, type Interval } from '../count-tails.ts'
import { expectWithoutTreatment, oddsRatio, type ExpectedStretch } from './empirical-bayes.ts'
import { momentsOf, type Moments } from './moments.ts'
import { compareRates } from './naive-comparison.ts'
import type { ReferenceStretch } from './reference-group.ts'
import { log, squareOf } from '../portable-math.ts'

export type Method = 'ebVolumes' | 'ebMoments' | 'naive'
export type Outcome = 'effective' | 'unclear' | 'worse' | 'tooFew'

/** What a model with traffic volumes says of the stretch. */
export interface VolumePrediction {
  readonly before: number
  readonly after: number
  readonly overdispersion: number
}

export interface JudgedFacts {
  readonly observedBefore: number
  readonly observedAfter: number
  readonly monthsBefore: number
  readonly monthsAfter: number
  readonly volumes?: VolumePrediction | undefined
  readonly reference: readonly ReferenceStretch[]
}

export interface ReferenceGroup extends Moments {
  /** On those that were not treated since either: their change is the trend. */
  readonly trend: { readonly before: number; readonly after: number }
}

export interface Judgement {
  readonly method: Method
  readonly outcome: Outcome
  /** Accidents after, had nothing been done. */
  readonly expected: number
  readonly effectPercent: number | undefined
  readonly standardErrorPercent: number | undefined
  /** Of the ratio observed : expected. */
  readonly interval: Interval | undefined
  readonly pValue: number | undefined
  readonly working?: ExpectedStretch & { readonly predictedBefore: number; readonly overdispersion: number }
  readonly reference?: ReferenceGroup
}

/** Fewer stretches, or fewer accidents on them, say too little of what is usual. */
export const leastReference = { stretches: 30, accidents: 10 } as const

export function usableReference(stretches: readonly ReferenceStretch[]): ReferenceGroup | undefined {
  const moments = momentsOf(stretches.map(({ before }) => before))
  const untreated = stretches.filter(({ isTreatedLater }) => !isTreatedLater)
  const trend = untreated.reduce(
    (sum, { before, after }) => ({ before: sum.before + before, after: sum.after + after }),
    { before: 0, after: 0 },
  )
  const { stretches: least, accidents } = leastReference
  const isEnough = untreated.length >= least && trend.before >= accidents && trend.after >= accidents
  return moments && isEnough ? { ...moments, trend } : undefined
}

/** No count, not even zero, could have been told from the expected: then nothing is said but "too few". */
function outcomeOf(interval: Interval, atZero: number): Outcome {
  if (interval.from > 1) return 'worse'
  if (interval.to < 1) return 'effective'
  return atZero < 1 ? 'unclear' : 'tooFew'
}

interface Prediction {
  readonly method: Method
  readonly before: number
  readonly after: number
  readonly overdispersion: number
  /** Relative variance of after : before, where it was counted and not modelled. */
  readonly trendVariance: number
}

function judgeByBayes(facts: JudgedFacts, prediction: Prediction): Judgement {
  const { observedBefore, observedAfter } = facts
  const { method, before: predictedBefore, after: predictedAfter, overdispersion } = prediction
  const stretch = { observedBefore, observedAfter, predictedBefore, predictedAfter, overdispersion }
  const expectedStretch = expectWithoutTreatment(stretch)
  const { expectedAfter: expected } = expectedStretch
  const variance = expectedStretch.variance + squareOf(expected) * prediction.trendVariance
  const working = { ...expectedStretch, variance, predictedBefore, overdispersion }
  const odds = oddsRatio(observedAfter, expected, variance)
  if (!odds) {
    const unknown = { effectPercent: undefined, standardErrorPercent: undefined, interval: undefined }
    return { method, outcome: 'tooFew', expected, ...unknown, pValue: undefined, working }
  }
  const law: CountLaw = { mean: expected, size: variance > 0 ? squareOf(expected) / variance : Infinity }
  const interval = exactRatio(observedAfter, law)
  return {
    ...{ method, expected, interval, working, pValue: twoSided(observedAfter, law) },
    outcome: outcomeOf(interval, exactRatio(0, law).to),
    effectPercent: odds.effectPercent,
    standardErrorPercent: odds.standardErrorPercent,
  }
}

function judgeNaively(facts: JudgedFacts): Judgement {
  const before = { accidents: facts.observedBefore, exposure: facts.monthsBefore }
  const after = { accidents: facts.observedAfter, exposure: facts.monthsAfter }
  const expected = (before.accidents / before.exposure) * after.exposure
  const compared = compareRates(before, after)
  const atZero = compareRates(before, { ...after, accidents: 0 })?.interval.to ?? Infinity
  const { ratio } = compared ?? {}
  const isBothSeen = before.accidents > 0 && after.accidents > 0
  return {
    ...{ method: 'naive', expected, interval: compared?.interval, pValue: compared?.pValue },
    outcome: compared ? outcomeOf(compared.interval, atZero) : 'tooFew',
    effectPercent: ratio === undefined ? undefined : 100 * (1 - ratio),
    standardErrorPercent:
      isBothSeen && ratio !== undefined
        ? 100 * ratio * Math.sqrt(1 / before.accidents + 1 / after.accidents)
        : undefined,
  }
}

/** Traffic volumes first, then similar stretches, and only without either the bare comparison. */
export function judge(facts: JudgedFacts): Judgement {
  const reference = usableReference(facts.reference)
  const group = reference ? { reference } : {}
  if (facts.volumes)
    return { ...judgeByBayes(facts, { method: 'ebVolumes', ...facts.volumes, trendVariance: 0 }), ...group }
  if (!reference) return judgeNaively(facts)
  const { mean, trend, overdispersion } = reference
  const prediction: Prediction = {
    ...{ method: 'ebMoments', before: mean, overdispersion },
    after: mean * (trend.after / trend.before),
    trendVariance: 1 / trend.before + 1 / trend.after,
  }
  return { ...judgeByBayes(facts, prediction), ...group }
}

/** The mean from which on no accident at all would be a sign: Poisson, 95 %, both sides. */
export const leastTellable = -log(0.025)

/** How many years at this level until an effect could be seen at the earliest; nobody waits for more than fifty. */
export function yearsUntilTellable(expected: number, months: number): number | undefined {
  const years = Math.ceil(leastTellable / ((expected / months) * 12))
  return Number.isFinite(years) && years <= 50 ? years : undefined
}
