import { squareOf } from '../portable-math.ts'

/** What similar stretches of equal length had in the same months. */
export interface Moments {
  readonly stretches: number
  readonly accidents: number
  readonly mean: number
  readonly variance: number
  /** k of the negative binomial; 0 where the stretches differ no more than chance makes them. */
  readonly overdispersion: number
}

/**
 * Method of sample moments: the mean of the stretches is the mean of their true levels, and what their variance has
 * above the mean is the variance of those levels (Hauer 1997, ch. 11), so k = (s² − m)/m².
 */
export function momentsOf(counts: readonly number[]): Moments | undefined {
  if (counts.length < 2) return undefined
  const accidents = counts.reduce((sum, count) => sum + count, 0)
  const mean = accidents / counts.length
  const variance = counts.reduce((sum, count) => sum + squareOf(count - mean), 0) / (counts.length - 1)
  const overdispersion = mean > 0 ? Math.max(0, (variance - mean) / squareOf(mean)) : 0
  return { stretches: counts.length, accidents, mean, variance, overdispersion }
}
