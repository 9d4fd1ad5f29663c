import { logFactorial } from './poisson.ts'
import { exp } from './portable-math.ts'

const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

export interface Draw {
  /** Of the site, and with the feature there. */
  readonly drawn: number
  readonly hits: number
  /** Of the whole road, the site included, and with the feature there. */
  readonly all: number
  readonly marked: number
}

/**
 * P(at least `hits`) if the site's accidents had been drawn blindly from those of the road (Fisher's exact, one-sided).
 * Summed from `hits` away from what is expected, while the terms shrink.
 */
export function hypergeometricAtLeast(draw: Draw): number {
  const { drawn, hits, all, marked } = draw
  const least = Math.max(0, drawn - (all - marked))
  if (hits <= least) return 1
  if (hits > Math.min(drawn, marked)) return 0
  return hits * all > drawn * marked
    ? Math.min(1, upwards(draw, hits))
    : 1 - Math.min(1, downwards(draw, hits - 1))
}

const probabilityOf = ({ drawn, all, marked }: Draw, k: number) =>
  exp(logChoose(marked, k) + logChoose(all - marked, drawn - k) - logChoose(all, drawn))

function upwards(draw: Draw, from: number): number {
  const { drawn, all, marked } = draw
  let term = probabilityOf(draw, from)
  let sum = 0
  for (let k = from; term > sum * 1e-17; k++) {
    sum += term
    term *= ((marked - k) * (drawn - k)) / ((k + 1) * (all - marked - drawn + k + 1))
  }
  return sum
}

function downwards(draw: Draw, from: number): number {
  const { drawn, all, marked } = draw
  let term = probabilityOf(draw, from)
  let sum = 0
  for (let k = from; term > sum * 1e-17; k--) {
    sum += term
    term *= (k * (all - marked - drawn + k)) / ((marked - k + 1) * (drawn - k + 1))
  }
  return sum
}
