import { describe, expect, test } from 'vitest'
import { isMajor1991 } from '../../../api/accidents/accident-grade-1991.ts'
import { demoAccidents } from '../../../api/demo/demo-accidents.ts'
import type { DemoAccident } from '../../../api/demo/accident-row.ts'
import { sweepWindows } from '../../../api/hotspots/analysis/window-sweep.ts'
import { bannerNetwork, readGisData } from '../roads/network/banner-network.ts'
import { pointToStakes } from '../../../api/roads/network/linear-referencing.ts'
import { booleanPointInPolygon } from '@turf/turf'
import type { Feature, Polygon } from 'geojson'
import { shippedGround } from './demo-ground.ts'

const demoYear = 2025
const accidents = demoAccidents(demoYear, shippedGround)
const localDay = ({ occurred_at }: DemoAccident) =>
  new Date(Date.parse(occurred_at) + 8 * 3600_000).toISOString().slice(0, 16)
const yearOf = (accident: DemoAccident) => Number(localDay(accident).slice(0, 4))
const general = accidents.filter(({ procedure }) => procedure === 'general')
const ofYear = (year: number) => general.filter((accident) => yearOf(accident) === year)
const reportingYear = ofYear(demoYear)

const sums = (rows: readonly DemoAccident[]) => [
  rows.length,
  ...(['killed', 'injured', 'loss_yuan'] as const).map((key) => rows.reduce((sum, row) => sum + row[key], 0)),
]
const reported = (rows: readonly DemoAccident[]) => rows.filter((row) => row.is_statistical)
const onRoad = (code: string | null) => reportingYear.filter(({ road_code }) => road_code === code)

function counted<Key extends string>(rows: readonly DemoAccident[], keyOf: (row: DemoAccident) => Key) {
  const counts: Partial<Record<Key, number>> = {}
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1
  return counts
}

describe('the totals of the demonstration', () => {
  test.each([
    ['G109', [58, 14, 79, 486_000], [6, 5, 4, 36_000]],
    ['G110', [22, 5, 30, 181_300], [2, 1, 2, 12_000]],
    ['S313', [19, 4, 25, 152_000], [2, 1, 2, 12_000]],
    ['S216', [27, 6, 38, 226_000], [3, 2, 2, 20_000]],
    ['CAYJ', [18, 4, 24, 160_000], [2, 1, 2, 10_000]],
    [null, [50, 7, 64, 390_000], [3, 3, 2, 20_000]],
  ])('road %s has its four indices, and those of its reported accidents', (code, all, ofThemReported) => {
    expect(sums(onRoad(code))).toEqual(all)
    expect(sums(reported(onRoad(code)))).toEqual(ofThemReported)
  })

  test('the year before has 207 / 43 / 271 / 172.40 万元, of which 20 / 14 / 17 / 12.60 万元 reported', () => {
    expect(sums(ofYear(demoYear - 1))).toEqual([207, 43, 271, 1_724_000])
    expect(sums(reported(ofYear(demoYear - 1)))).toEqual([20, 14, 17, 126_000])
  })

  test('two older years of some 200 accidents allow three-year windows', () => {
    for (const year of [demoYear - 2, demoYear - 3])
      expect(Math.abs(ofYear(year).length - 200)).toBeLessThanOrEqual(10)
  })

  test('40 dead are 32 accidents with one and 4 with two; 13 reported are 11 with one and 1 with two', () => {
    const deaths = (rows: readonly DemoAccident[]) => counted(rows, ({ killed }) => String(killed))
    expect(deaths(reportingYear)).toMatchObject({ '1': 32, '2': 4 })
    expect(deaths(reported(reportingYear))).toEqual({ '0': 6, '1': 11, '2': 1 })
  })

  test('some 600 simple accidents a year kill nobody and hurt nobody seriously', () => {
    const simple = accidents.filter((row) => row.procedure === 'simple')
    expect(simple.filter((row) => yearOf(row) === demoYear)).toHaveLength(600)
    expect(simple.every((row) => row.killed === 0 && row.seriously_injured === 0 && !isMajor(row))).toBe(true)
  })
})

describe('the shares of the reporting year', () => {
  test('months, with the last one three days long', () => {
    const byMonth = counted(reportingYear, (row) => localDay(row).slice(5, 7))
    expect(
      Object.entries(byMonth)
        .sort()
        .map(([, count]) => count),
    ).toEqual([12, 9, 12, 14, 17, 19, 22, 24, 22, 21, 20, 2])
    expect(general.every((row) => localDay(row).slice(5, 10) <= '12-03')).toBe(true)
  })

  test.each([
    ['light', { '1': 55, '2': 6, '3': 33 }],
    ['weather', { '1': 74, '2': 10, '3': 5, '4': 3, '5': 2, '6': 2, '7': 4 }],
    ['form', { '11': 52, '21': 9, '35': 9, '36': 8, '33': 2, '12': 6 }],
    ['cause_class', { '32': 22, '12': 12, '13': 9, '27': 8, '19': 8, '33': 6, '15': 6, '49': 14, '96': 2 }],
  ] as const)('%s is met to less than one accident', (column, percent) => {
    const counts = counted(reportingYear, (row) => row[column])
    for (const [code, share] of Object.entries(percent))
      expect(Math.abs((counts[code] ?? 0) - (194 * share) / 100), `${column} ${code}`).toBeLessThan(1)
  })

  test('mornings and evenings stand out', () => {
    const hours = counted(reportingYear, (row) => localDay(row).slice(11, 13))
    const between = (from: number, to: number) =>
      Object.entries(hours).reduce(
        (sum, [hour, n]) => sum + (Number(hour) >= from && Number(hour) < to ? n! : 0),
        0,
      )
    expect(between(7, 9) / 2).toBeGreaterThan(between(9, 17) / 8)
    expect(between(17, 21) / 4).toBeGreaterThan(between(9, 17) / 8)
  })
})

function isMajor(row: DemoAccident): boolean {
  return isMajor1991({ killed: row.killed, seriouslyInjured: row.seriously_injured, lossYuan: row.loss_yuan })
}

/** Stretches where the rule finds three 重大 within the window in any 366 days of the four years. */
function flagged(windowLength: number): string[] {
  const found = new Set<string>()
  for (const code of ['G109', 'G110', 'S313', 'S216', 'CAYJ']) {
    const majors = general.filter((row) => row.road_code === code && isMajor(row))
    for (const first of majors) {
      const start = Date.parse(first.occurred_at)
      const within = majors.filter((row) => {
        const days = (Date.parse(row.occurred_at) - start) / 86_400_000
        return days >= 0 && days <= 366
      })
      const stakes = within.map(({ stake }) => stake!).sort((a, b) => a - b)
      for (const site of sweepWindows(stakes, windowLength, 3))
        found.add(`${code} ${Math.floor(site.fromStake / 1000)}`)
    }
  }
  return [...found].sort()
}

describe('the places of the demonstration', () => {
  test('only the named places meet the rule for points, whichever year is looked at', () => {
    expect(flagged(500)).toEqual(['CAYJ 21', 'G109 1046', 'S216 38'])
  })

  test('only the named places meet the rule for stretches, whichever year is looked at', () => {
    expect(flagged(2000)).toEqual(['CAYJ 21', 'G109 1046', 'G109 988', 'S216 109', 'S216 38'])
  })

  test('the junction at G109 K1046 is the worst: nowhere else are five in 500 m of one year', () => {
    for (const code of ['G109', 'G110', 'S313', 'S216', 'CAYJ']) {
      const stakes = onRoad(code)
        .map(({ stake }) => stake!)
        .sort((a, b) => a - b)
      const worst = sweepWindows(stakes, 500, 4).map(({ fromStake, toStake, densest }) => [
        fromStake,
        toStake,
        densest,
      ])
      expect(worst).toEqual(code === 'G109' ? [[1_046_230, 1_046_560, 5]] : [])
    }
  })

  test('in three years the junction and its approach saw 9 accidents, 4 dead and 11 injured', () => {
    const threeYears = general.filter(
      (row) =>
        row.road_code === 'G109' &&
        row.stake! >= 1_045_950 &&
        row.stake! <= 1_048_150 &&
        localDay(row) >= '2022-12-04',
    )
    expect(sums(threeYears).slice(0, 3)).toEqual([9, 4, 11])
  })

  test('the deliberate noise is three in two kilometres in three years, one a year', () => {
    const noise = general.filter(
      (row) => row.road_code === 'G109' && row.stake! >= 1_019_000 && row.stake! <= 1_023_100,
    )
    expect(noise.map(yearOf)).toEqual([demoYear - 2, demoYear - 1, demoYear])
    const stakes = noise.map(({ stake }) => stake!)
    expect(Math.max(...stakes) - Math.min(...stakes)).toBeLessThanOrEqual(2000)
  })

  test('twelve are located by their stake only and two cannot be located', () => {
    expect(counted(accidents, ({ locating }) => locating)).toMatchObject({ stake: 12, unlocated: 2 })
    const unlocated = accidents.filter(({ locating }) => locating === 'unlocated')
    expect(unlocated.every((row) => row.road_code === null && row.longitude === null)).toBe(true)
  })

  test('every point lies in the banner', () => {
    const boundary = readGisData<{ features: Feature<Polygon>[] }>('boundary.geojson').features[0]!
    const outside = accidents.filter(
      (row) => row.longitude !== null && !booleanPointInPolygon([row.longitude, row.latitude], boundary),
    )
    expect(outside.map(({ accident_no }) => accident_no)).toEqual([])
  })

  test('a point on a road lies within 9 m of its stake, on the side of its direction', () => {
    for (const row of general.filter(({ road_code, locating }) => road_code && locating === 'coordinate')) {
      const [nearest] = pointToStakes(bannerNetwork, [row.longitude, row.latitude], {
        maximumDistance: 50,
      }).filter(({ road }) => road === row.road_code)
      expect(nearest!.distance, row.accident_no).toBeLessThan(9)
      expect(Math.abs(nearest!.stake - row.stake!), row.accident_no).toBeLessThan(15)
      expect(nearest!.side, row.accident_no).toBe(row.direction === 'increasing' ? 'right' : 'left')
    }
  })
})

test('the same year gives the same accidents, ids included', () => {
  expect(JSON.stringify(demoAccidents(demoYear, shippedGround))).toBe(JSON.stringify(accidents))
}, 30_000)
