import { poissonAtLeast } from './poisson.ts'

export interface Interval {
  readonly lower: number
  readonly upper: number
}

/** The mean at which `holds` turns true; halved until the doubles are neighbours. */
function turningPoint(high: number, holds: (mean: number) => boolean): number {
  let [below, above] = [0, high]
  for (let step = 0; step < 200; step++) {
    const middle = (below + above) / 2
    if (middle === below || middle === above) break
    if (holds(middle)) above = middle
    else below = middle
  }
  return above
}

/**
 * Exact interval for the mean behind a Poisson count (Garwood 1936): the means at which this many or more, and this many
 * or fewer, would each have a probability of (1 − level) / 2.
 */
export function poissonInterval(count: number, level = 0.95): Interval {
  const tail = (1 - level) / 2
  const farther = count + 10 * Math.sqrt(count + 1) + 20
  return {
    lower: count === 0 ? 0 : turningPoint(count, (mean) => poissonAtLeast(count, mean) >= tail),
    upper: turningPoint(farther, (mean) => 1 - poissonAtLeast(count + 1, mean) <= tail),
  }
}
