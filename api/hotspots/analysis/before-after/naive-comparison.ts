import { bisect } from '../bisect.ts'
import type { Interval } from '../count-tails.ts'
import { logFactorial } from '../poisson.ts'
import { exp, log, log1p } from '../portable-math.ts'

export interface Counted {
  readonly accidents: number
  /** Months, or vehicle-kilometres. */
  readonly exposure: number
}

export interface RateRatio {
  /** After over before; undefined where nothing happened before. */
  readonly ratio: number | undefined
  readonly interval: Interval
  readonly pValue: number
}

function binomialTerms(total: number, share: number): number[] {
  const logTotal = logFactorial(total)
  return Array.from({ length: total + 1 }, (_, k) =>
    exp(logTotal - logFactorial(k) - logFactorial(total - k) + k * log(share) + (total - k) * log1p(-share)),
  )
}

const sumOf = (terms: readonly number[]) => terms.reduce((sum, term) => sum + term, 0)

/** Clopper and Pearson 1934: the exact interval of a share. */
function shareInterval(count: number, total: number, level: number): Interval {
  const tail = (1 - level) / 2
  const upTo = (k: number, share: number) => sumOf(binomialTerms(total, share).slice(0, k + 1))
  return {
    from: count === 0 ? 0 : bisect((share) => 1 - upTo(count - 1, share) >= tail, 0, 1),
    to: count === total ? 1 : bisect((share) => upTo(count, share) <= tail, 0, 1),
  }
}

/**
 * Two Poisson counts: given their sum, the later one is binomial (Przyborowski and Wilenski 1940).
 * p adds the outcomes that are no likelier than the one that came, as R's poisson.test does.
 */
export function compareRates(before: Counted, after: Counted, level = 0.95): RateRatio | undefined {
  const total = before.accidents + after.accidents
  if (total === 0 || before.exposure <= 0 || after.exposure <= 0) return undefined
  const share = after.exposure / (before.exposure + after.exposure)
  const terms = binomialTerms(total, share)
  const reached = terms[after.accidents]! * (1 + 1e-7)
  const asRatio = (part: number) =>
    part >= 1 ? Infinity : (part / (1 - part)) * (before.exposure / after.exposure)
  const { from, to } = shareInterval(after.accidents, total, level)
  return {
    ratio:
      before.accidents === 0
        ? undefined
        : after.accidents / after.exposure / (before.accidents / before.exposure),
    interval: { from: asRatio(from), to: asRatio(to) },
    pValue: Math.min(1, sumOf(terms.filter((term) => term <= reached))),
  }
}
