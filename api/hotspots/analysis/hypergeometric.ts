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

/** P(at least `hits`) if the site's accidents had been drawn blindly from those of the road (Fisher's exact, one-sided). */
export function hypergeometricAtLeast({ drawn, hits, all, marked }: Draw): number {
  const least = Math.max(0, drawn - (all - marked))
  if (hits <= least) return 1
  const most = Math.min(drawn, marked)
  const whole = logChoose(all, drawn)
  let sum = 0
  for (let k = most; k >= hits; k--)
    sum += exp(logChoose(marked, k) + logChoose(all - marked, drawn - k) - whole)
  return Math.min(1, sum)
}
