const headings: Readonly<Record<string, number>> = {
  北: 0,
  东北: 45,
  北东: 45,
  东: 90,
  东南: 135,
  南东: 135,
  南: 180,
  西南: 225,
  南西: 225,
  西: 270,
  西北: 315,
  北西: 315,
}

/** One or two compass words; 东西 and 南北 name an axis, not a direction. */
export const compassWord = '[东南西北]{1,2}'

export function headingOf(word: string): number | undefined {
  return headings[word]
}

export type AlongRoad = 'increasing' | 'decreasing' | 'rightwards' | 'leftwards'

/** Between the two the compass says neither along nor across the road. */
const alongWithin = 55
const acrossWithin = 30

function turnBetween(a: number, b: number): number {
  return Math.abs(((((a - b) % 360) + 540) % 360) - 180)
}

/** What a heading means on a road whose stakes grow towards `bearing` (both in degrees clockwise from north). */
export function compareWithRoad(heading: number, bearing: number): AlongRoad | undefined {
  if (turnBetween(heading, bearing) <= alongWithin) return 'increasing'
  if (turnBetween(heading, bearing + 180) <= alongWithin) return 'decreasing'
  if (turnBetween(heading, bearing + 90) <= acrossWithin) return 'rightwards'
  return turnBetween(heading, bearing + 270) <= acrossWithin ? 'leftwards' : undefined
}
