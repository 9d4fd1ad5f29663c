import { squareOf } from '../portable-math.ts'

/** What is known of one treated stretch; `overdispersion` is k of the negative binomial, for the whole stretch. */
export interface TreatedStretch {
  readonly observedBefore: number
  readonly observedAfter: number
  /** Sums over the years of each period, by a model of stretches like this one. */
  readonly predictedBefore: number
  readonly predictedAfter: number
  readonly overdispersion: number
}

export interface ExpectedStretch {
  /** Weight of the prediction; the rest is the weight of what was observed. */
  readonly weight: number
  readonly expectedBefore: number
  /** How the prediction changed from before to after. */
  readonly ratio: number
  /** What the time after would have brought without the treatment. */
  readonly expectedAfter: number
  readonly variance: number
}

/** Empirical Bayes of one stretch: Highway Safety Manual 1st ed., equations 9A.1-1 to 9A.1-6. */
export function expectWithoutTreatment(stretch: TreatedStretch): ExpectedStretch {
  const { observedBefore, predictedBefore, predictedAfter, overdispersion } = stretch
  const weight = 1 / (1 + overdispersion * predictedBefore)
  const expectedBefore = weight * predictedBefore + (1 - weight) * observedBefore
  const ratio = predictedBefore > 0 ? predictedAfter / predictedBefore : 0
  return {
    weight,
    expectedBefore,
    ratio,
    expectedAfter: ratio * expectedBefore,
    variance: squareOf(ratio) * expectedBefore * (1 - weight),
  }
}

export interface OddsRatio {
  /** Observed over expected, before the correction for bias. */
  readonly crude: number
  /** Below 1: fewer accidents than without the treatment. */
  readonly ratio: number
  readonly effectPercent: number
  /** Undefined where nothing was observed: the formula would give 0, which nobody may call certain. */
  readonly standardErrorPercent: number | undefined
}

/**
 * Observed against expected, over all treated stretches: equations 9A.1-8 to 9A.1-12.
 * The divisor 1 + V/E² belongs to the whole of Var(OR), not to its last term.
 */
export function oddsRatio(observed: number, expected: number, variance: number): OddsRatio | undefined {
  if (expected <= 0) return undefined
  const crude = observed / expected
  const relative = variance / squareOf(expected)
  const ratio = crude / (1 + relative)
  const varianceOfRatio =
    observed > 0 ? (squareOf(crude) * (1 / observed + relative)) / (1 + relative) : undefined
  return {
    crude,
    ratio,
    effectPercent: 100 * (1 - ratio),
    standardErrorPercent: varianceOfRatio === undefined ? undefined : 100 * Math.sqrt(varianceOfRatio),
  }
}
