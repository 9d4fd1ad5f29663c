import { exp, log } from './portable-math.ts'

/**
 * P(X ≥ count) for a Poisson count with the given mean: how often pure chance gives that many or more.
 * Summed from the tail upwards while the terms shrink, so that small probabilities keep their digits.
 */
export function poissonAtLeast(count: number, mean: number): number {
  if (count <= 0) return 1
  if (mean <= 0) return 0
  if (count <= mean) return 1 - poissonBelow(count, mean)
  let term = probabilityOf(count, mean)
  let sum = 0
  for (let k = count; term > sum * 1e-17; k++) {
    sum += term
    term *= mean / (k + 1)
  }
  return Math.min(1, sum)
}

const probabilityOf = (count: number, mean: number) => exp(count * log(mean) - mean - logFactorial(count))

/** P(X < count) for a count up to the mean: from the largest term downwards, while the terms shrink. */
function poissonBelow(count: number, mean: number): number {
  let term = probabilityOf(count - 1, mean)
  let sum = 0
  for (let k = count - 1; k >= 0 && term > sum * 1e-17; k--) {
    sum += term
    term *= k / mean
  }
  return Math.min(1, sum)
}

const logFactorials: number[] = [0]
const summedUpTo = 1_000
const halfLogOfTwoPi = 0.9189385332046727

/** ln n!: a sum of logarithms, and beyond a thousand Stirling's series, whose first term left out is below 10⁻²⁰ there. */
export function logFactorial(n: number): number {
  if (n > summedUpTo) {
    const square = n * n
    const series = (1 / 12 - (1 / 360 - 1 / (1260 * square)) / square) / n
    return (n + 0.5) * log(n) - n + halfLogOfTwoPi + series
  }
  for (let k = logFactorials.length; k <= n; k++) logFactorials.push(logFactorials[k - 1]! + log(k))
  return logFactorials[n]!
}
