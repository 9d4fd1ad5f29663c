/** 四项指数 of one road in one year, and of the reported accidents among them. */
export interface Totals {
  readonly accidents: number
  readonly killed: number
  readonly injured: number
  readonly lossYuan: number
}

export interface RoadTotals extends Totals {
  readonly road: DemoRoad
  readonly reported: Totals
}

/** OTHER: county and township roads, gas-field roads, town streets. */
export const demoRoads = ['G109', 'G110', 'S313', 'S216', 'CAYJ', 'OTHER'] as const
export type DemoRoad = (typeof demoRoads)[number]

const totals = (accidents: number, killed: number, injured: number, lossYuan: number): Totals => ({
  accidents,
  killed,
  injured,
  lossYuan,
})

const row = (road: DemoRoad, all: Totals, reported: Totals): RoadTotals => ({ road, ...all, reported })

/** 1 January to 3 December of the demo year: 194 accidents, 40 dead, 260 injured, 1,595,300 yuan. */
const demoYear: readonly RoadTotals[] = [
  row('G109', totals(58, 14, 79, 486_000), totals(6, 5, 4, 36_000)),
  row('G110', totals(22, 5, 30, 181_300), totals(2, 1, 2, 12_000)),
  row('S313', totals(19, 4, 25, 152_000), totals(2, 1, 2, 12_000)),
  row('S216', totals(27, 6, 38, 226_000), totals(3, 2, 2, 20_000)),
  row('CAYJ', totals(18, 4, 24, 160_000), totals(2, 1, 2, 10_000)),
  row('OTHER', totals(50, 7, 64, 390_000), totals(3, 3, 2, 20_000)),
]

/** The year before: 207 / 43 / 271 / 1,724,000 and 20 / 14 / 17 / 126,000. */
const oneYearBefore: readonly RoadTotals[] = [
  row('G109', totals(61, 15, 81, 525_000), totals(6, 5, 4, 40_000)),
  row('G110', totals(24, 5, 32, 196_000), totals(3, 2, 3, 15_000)),
  row('S313', totals(20, 4, 26, 165_000), totals(2, 1, 2, 13_000)),
  row('S216', totals(29, 7, 40, 243_000), totals(3, 2, 3, 20_000)),
  row('CAYJ', totals(20, 4, 26, 172_000), totals(2, 1, 2, 14_000)),
  row('OTHER', totals(53, 8, 66, 423_000), totals(4, 3, 3, 24_000)),
]

const twoYearsBefore: readonly RoadTotals[] = [
  row('G109', totals(57, 14, 77, 478_000), totals(5, 4, 4, 34_000)),
  row('G110', totals(23, 5, 31, 187_000), totals(3, 2, 3, 16_000)),
  row('S313', totals(20, 4, 26, 158_000), totals(2, 1, 2, 12_000)),
  row('S216', totals(28, 6, 38, 231_000), totals(3, 2, 2, 19_000)),
  row('CAYJ', totals(19, 4, 25, 163_000), totals(2, 1, 2, 11_000)),
  row('OTHER', totals(51, 7, 65, 401_000), totals(4, 3, 3, 26_000)),
]

const threeYearsBefore: readonly RoadTotals[] = [
  row('G109', totals(60, 14, 80, 497_000), totals(6, 4, 4, 36_000)),
  row('G110', totals(23, 6, 31, 190_000), totals(2, 2, 1, 12_000)),
  row('S313', totals(21, 4, 27, 161_000), totals(2, 1, 2, 12_000)),
  row('S216', totals(28, 6, 38, 236_000), totals(3, 2, 2, 18_000)),
  row('CAYJ', totals(19, 5, 25, 166_000), totals(2, 1, 2, 12_000)),
  row('OTHER', totals(53, 7, 67, 409_000), totals(3, 2, 3, 20_000)),
]

/** By years before the demo year. */
export const yearTotals: readonly (readonly RoadTotals[])[] = [
  demoYear,
  oneYearBefore,
  twoYearsBefore,
  threeYearsBefore,
]

export const simpleAccidentsPerYear: readonly number[] = [600, 612, 588, 594]

/** Accidents by month, the last one three days long. */
export const monthWeights = {
  '1': 12,
  '2': 9,
  '3': 12,
  '4': 14,
  '5': 17,
  '6': 19,
  '7': 22,
  '8': 24,
  '9': 22,
  '10': 21,
  '11': 20,
  '12': 2,
} as const
export type Month = keyof typeof monthWeights

/** The reporting period ends on 3 December of each year. */
export const lastDayOfDecember = 3

/** The last complete calendar year, as the banner's clock (UTC+8) has it. */
export function demoYearAt(now: Date): number {
  return new Date(now.getTime() + 8 * 3600_000).getUTCFullYear() - 1
}
