import { bisect, bracketAbove } from './bisect.ts'
import { exp, log, log1p } from './portable-math.ts'

/**
 * A count whose mean is itself known only so well: negative binomial with this mean and size.
 * Size Infinity is Poisson; the smaller the size, the less sure the mean.
 */
export interface CountLaw {
  readonly mean: number
  readonly size: number
}

/** P(X ≤ count). Logarithms are added, so that large means do not underflow. */
export function atMost(count: number, { mean, size }: CountLaw): number {
  if (count < 0) return 0
  if (mean <= 0) return 1
  let logTerm = size === Infinity ? -mean : -size * log1p(mean / size)
  let sum = exp(logTerm)
  for (let k = 0; k < count; k++) {
    logTerm += log(((k / size + 1) * mean) / ((1 + mean / size) * (k + 1)))
    sum += exp(logTerm)
  }
  return Math.min(1, sum)
}

export const atLeast = (count: number, law: CountLaw): number =>
  count <= 0 ? 1 : Math.max(0, 1 - atMost(count - 1, law))

/** Twice the smaller tail: agrees with the interval of `exactRatio` at every level. */
export const twoSided = (count: number, law: CountLaw): number =>
  Math.min(1, 2 * Math.min(atMost(count, law), atLeast(count, law)))

export interface Interval {
  readonly from: number
  readonly to: number
}

/**
 * By which factors the mean may be multiplied before so small, or so large, a count would be rare.
 * With mean 1 and size Infinity it is `poissonInterval`.
 */
export function exactRatio(count: number, { mean, size }: CountLaw, level = 0.95): Interval {
  const tail = (1 - level) / 2
  const times = (factor: number) => ({ mean: mean * factor, size })
  const isAbove = (factor: number) => atMost(count, times(factor)) <= tail
  const isInside = (factor: number) => atLeast(count, times(factor)) >= tail
  const start = (count + 1) / mean
  const to = bisect(isAbove, 0, bracketAbove(isAbove, start))
  return { from: count === 0 ? 0 : bisect(isInside, 0, bracketAbove(isInside, start)), to }
}
