import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { falseDiscoveryRates } from '../../../../api/hotspots/analysis/false-discovery.ts'
import { hypergeometricAtLeast } from '../../../../api/hotspots/analysis/hypergeometric.ts'
import { poissonInterval } from '../../../../api/hotspots/analysis/poisson-interval.ts'
import { scanProbability, simulateMaxima } from '../../../../api/hotspots/analysis/scan-maximum.ts'
import type { WindowPreset } from '../../../../api/hotspots/rules/preset.ts'
import { weightedPresets } from '../../../../api/hotspots/rules/weighted-presets-p6-p8.ts'
import { windowPresets } from '../../../../api/hotspots/rules/window-presets-p1-p2-p3.ts'
import { newAccident, newRoad, screen } from './screened-roads.ts'

const P8: WindowPreset = weightedPresets.P8
const P1a: WindowPreset = windowPresets.P1a

describe('the published road of 175 km and 58 accidents a year', () => {
  /** The rest of the 58 lies evenly, far from the three and from each other. */
  const roadOf = (perYear: number, years: number, window: number, three: readonly number[]) => {
    const rest = Array.from({ length: perYear * years - 3 }, (_, i) =>
      newAccident(20_000 + i * Math.floor(150_000 / (perYear * years)), { id: `rest-${i}`, killed: 0 }),
    )
    const accidents = [...three.map((stake) => newAccident(stake, { killed: 0 })), ...rest]
    const clauses = [{ ...P8.clauses[0]!, windowLength: window, minimum: 3, alpha: 1 - 1e-9 }]
    const sites = screen([newRoad(accidents, { toStake: 175_000 })], {
      preset: { ...P8, clauses },
    }).sites
    return sites.find(({ fromStake }) => fromStake === three[0])!
  }

  test('three in 500 m in a year: mean 0.166, p 0.0007', () => {
    const site = roadOf(58, 1, 500, [1_000, 1_200, 1_500])
    expect(site.expected).toBeCloseTo(0.166, 3)
    expect(site.pValue).toBeCloseTo(0.0007, 4)
  })

  test('three in 2 km in three years: mean 1.99, p 0.32, which is noise', () => {
    const site = roadOf(58, 3, 2_000, [1_000, 2_000, 3_000])
    expect(site.expected).toBeCloseTo(1.99, 2)
    expect(site.pValue).toBeCloseTo(0.32, 2)
    expect(site.chance.falseDiscovery).toBeGreaterThan(0.5)
  })
})

test('194 a year, five years, 4,100 km: chance alone makes 53.0 windows with two and 2.07 with three', () => {
  const accidents = Array.from({ length: 194 * 5 }, (_, i) => newAccident(i * 4_000, { id: `a-${i}` }))
  const near = (stake: number, count: number) =>
    Array.from({ length: count }, (_, i) => newAccident(stake, { id: `near-${stake}-${i}` }))
  // Moved, not added: the network keeps its 970 accidents.
  const all = [...accidents.slice(0, -3), ...near(3_990_001, 1), ...near(4_050_000, 2)]
  const clauses = [{ ...P1a.clauses[0]!, minimum: 2 }]
  const preset = { ...P1a, clauses }
  const pairs = screen([newRoad(all, { toStake: 4_100_000 })], { preset })
  expect(pairs.facts.tests).toBe(8_200)
  expect(pairs.sites[0]?.expected).toBeCloseTo(0.1183, 4)
  expect(pairs.sites[0]?.chance.expectedSites).toBeCloseTo(53.0, 1)
  const three = [...accidents.slice(0, -3), ...near(4_050_000, 3)]
  const triple = screen([newRoad(three, { toStake: 4_100_000 })])
  expect(triple.sites[0]?.chance.expectedSites).toBeCloseTo(2.07, 2)
})

describe('exact interval of a count', () => {
  test('three accidents in five years are 0.6 a year, 0.124 to 1.753', () => {
    const { lower, upper } = poissonInterval(3)
    expect(lower / 5).toBeCloseTo(0.124, 3)
    expect(upper / 5).toBeCloseTo(1.753, 3)
  })

  test('none in the period is still up to 3.689 (−ln 0.025)', () => {
    expect(poissonInterval(0)).toEqual({ lower: 0, upper: expect.closeTo(-Math.log(0.025), 10) })
  })

  test('Garwood’s table: 10 gives 4.795 to 18.390, 100 gives 81.364 to 121.627', () => {
    expect(poissonInterval(10)).toEqual({ lower: expect.closeTo(4.795, 3), upper: expect.closeTo(18.39, 3) })
    const hundred = poissonInterval(100)
    expect(hundred.lower).toBeCloseTo(81.364, 2)
    expect(hundred.upper).toBeCloseTo(121.627, 2)
  })
})

describe('false discovery', () => {
  test('Benjamini and Hochberg’s own example of 15 p-values calls four at 5 %', () => {
    const published = [
      ...[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344],
      ...[0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1],
    ]
    const rates = falseDiscoveryRates(published)
    expect(rates.filter((rate) => rate <= 0.05)).toHaveLength(4)
    expect(rates[3]).toBeCloseTo((0.0095 * 15) / 4, 12)
  })

  test('a family larger than the list makes every one less of a discovery, and none exceeds 1', () => {
    expect(falseDiscoveryRates([0.001], 100)).toEqual([0.1])
    expect(falseDiscoveryRates([0.5, 0.02], 1_000)).toEqual([1, 1])
    expect(falseDiscoveryRates([])).toEqual([])
  })
})

describe('over-representation', () => {
  test('Fisher’s tea: all four cups right by chance is 1 in 70, three or more 17 in 70', () => {
    expect(hypergeometricAtLeast({ drawn: 4, hits: 4, all: 8, marked: 4 })).toBeCloseTo(1 / 70, 12)
    expect(hypergeometricAtLeast({ drawn: 4, hits: 3, all: 8, marked: 4 })).toBeCloseTo(17 / 70, 12)
    expect(hypergeometricAtLeast({ drawn: 4, hits: 0, all: 8, marked: 4 })).toBe(1)
  })

  test('a site is tested against its whole road, the most telling feature first', () => {
    const animals = [0, 100, 200].map((stake) => newAccident(stake, { form: '32', weather: '1' }))
    const others = Array.from({ length: 40 }, (_, i) =>
      newAccident(10_000 + i * 2_000, { id: `b${i}`, form: '11', weather: i % 2 ? '1' : '3' }),
    )
    const [site] = screen([newRoad([...animals, ...others])]).sites
    expect(site?.features[0]).toMatchObject({
      kind: 'form',
      code: '32',
      hits: 3,
      drawn: 3,
      marked: 3,
      all: 43,
    })
    expect(site?.features[0]?.pValue).toBeCloseTo(6 / (43 * 42 * 41), 12)
    expect(site?.features[0]?.falseDiscovery).toBeLessThan(0.01)
    const sunny = site?.features.find(({ kind }) => kind === 'weather')
    expect(sunny?.falseDiscovery).toBeGreaterThan(0.1)
  })
})

describe('the fullest window of a road thrown at random', () => {
  const question = { pieces: [100_000], windowLength: 10_000, simulations: 20_000, seed: 1 }
  const within = 0.1

  test('two events lie within w with probability 1 − (1 − w)², three with 3w² − 2w³', () => {
    const two = scanProbability(simulateMaxima({ ...question, events: 2 }), 2)
    expect(two).toBeCloseTo(1 - (1 - within) ** 2, 2)
    const three = scanProbability(simulateMaxima({ ...question, events: 3 }), 3)
    expect(three).toBeCloseTo(3 * within ** 2 - 2 * within ** 3, 2)
  })

  test('the same seed gives the same maxima, another seed others', () => {
    const maxima = (seed: number) => [...simulateMaxima({ ...question, events: 30, simulations: 200, seed })]
    expect(maxima(5)).toEqual(maxima(5))
    expect(maxima(5)).not.toEqual(maxima(6))
  })

  test('no window reaches across a break: of ten pieces, two events share one in one case of ten', () => {
    const pieces = Array.from({ length: 10 }, () => 10_000)
    const share = scanProbability(simulateMaxima({ ...question, pieces, events: 2 }), 2)
    expect(share).toBeCloseTo(0.1, 2)
  })

  test('a site’s p against the maximum of its road is never better than that of one window', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 60 }), (count) => {
        const spread = Array.from({ length: count }, (_, i) =>
          newAccident(2_000 + i * 1_500, { id: `s${i}` }),
        )
        const three = [0, 100, 200].map((stake) => newAccident(stake))
        const [site] = screen([newRoad([...three, ...spread])], { simulations: 499 }).sites
        expect(site!.chance.scan!.simulations).toBe(499)
        expect(site!.chance.scan!.pValue).toBeGreaterThanOrEqual(site!.pValue - 1e-3)
      }),
      { numRuns: 10 },
    )
  })
})
