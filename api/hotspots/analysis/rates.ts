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
