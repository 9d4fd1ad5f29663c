import type { Interval } from './count-tails.ts'
import { poissonInterval } from './poisson-interval.ts'

const daysPerYear = 365

export interface Exposure {
  /** Annual average daily traffic, both directions. */
  readonly aadt: number
  /** Of the stretch, in the unit of the rate that is asked for. */
  readonly length: number
  readonly years: number
}

/** How often somebody travelled one unit of length. */
export const travelled = ({ aadt, length, years }: Exposure): number => aadt * daysPerYear * years * length

const per = (units: number, accidents: number, exposure: number) =>
  exposure > 0 ? (accidents * units) / exposure : undefined

/** Accidents per 100 million vehicle-kilometres, 每亿车公里 (or vehicle-miles, where the length is in miles). */
export const ratePerHundredMillion = (accidents: number, exposure: Exposure): number | undefined =>
  per(1e8, accidents, travelled(exposure))

/** Accidents per million vehicles that enter a junction. */
export const ratePerMillionEntering = (
  accidents: number,
  { aadt, years }: Omit<Exposure, 'length'>,
): number | undefined => per(1e6, accidents, aadt * daysPerYear * years)

/** Accidents a year with the exact interval of a Poisson count. */
export function yearlyRate(
  accidents: number,
  years: number,
): { readonly rate: number; readonly interval: Interval } | undefined {
  if (years <= 0) return undefined
  const { lower, upper } = poissonInterval(accidents)
  return { rate: accidents / years, interval: { from: lower / years, to: upper / years } }
}
