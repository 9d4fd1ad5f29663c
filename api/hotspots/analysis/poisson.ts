import { exp, log } from './portable-math.ts'

/**
 * P(X ≥ count) for a Poisson count with the given mean: how often pure chance gives that many or more.
 * Summed from the tail upwards while the terms shrink, so that small probabilities keep their digits.
 */
export function poissonAtLeast(count: number, mean: number): number {
  if (count <= 0) return 1
  if (mean <= 0) return 0
  if (count <= mean) return 1 - poissonBelow(count, mean)
  let term = exp(count * log(mean) - mean - logFactorial(count))
  let sum = 0
  for (let k = count; term > sum * 1e-17; k++) {
    sum += term
    term *= mean / (k + 1)
  }
  return Math.min(1, sum)
}

function poissonBelow(count: number, mean: number): number {
  let sum = 0
  for (let k = 0; k < count; k++) sum += exp(k * log(mean) - mean - logFactorial(k))
  return Math.min(1, sum)
}

const logFactorials: number[] = [0]

export function logFactorial(n: number): number {
  for (let k = logFactorials.length; k <= n; k++) logFactorials.push(logFactorials[k - 1]! + log(k))
  return logFactorials[n]!
}
