import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  expectWithoutTreatment,
  oddsRatio,
} from '../../../../../api/hotspots/analysis/before-after/empirical-bayes.ts'
import { ruralTwoLane } from '../../../../../api/hotspots/analysis/before-after/safety-performance.ts'

/** Highway Safety Manual, 1st ed. (AASHTO 2010), chapter 9, sample problem: 13 rural two-lane sites. */
const file = new URL('../../../../fixtures/before-after/hsm-chapter-9.csv', import.meta.url)
const metresPerMile = 1609.344
const sites = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').map(Number))
  .map(([, miles, aadtBefore, aadtAfter, ...years]) => {
    const length = miles! * metresPerMile
    const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
    return {
      observedBefore: sum(years.slice(0, 5)),
      observedAfter: sum(years.slice(5)),
      predictedBefore: 5 * ruralTwoLane.predictYear(aadtBefore!, length),
      predictedAfter: 2 * ruralTwoLane.predictYear(aadtAfter!, length),
      overdispersion: ruralTwoLane.overdispersionOf(length),
    }
  })
const expected = sites.map(expectWithoutTreatment)
const total = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((sum, row) => sum + of(row), 0)

describe('the sample of the Highway Safety Manual, chapter 9', () => {
  test('gives the sums of the 13 sites', () => {
    expect(sites).toHaveLength(13)
    expect(total(sites, (site) => site.observedBefore)).toBe(122)
    expect(total(sites, (site) => site.observedAfter)).toBe(30)
    expect(total(sites, (site) => site.predictedBefore)).toBeCloseTo(96.18988, 5)
    expect(total(expected, (site) => site.expectedBefore)).toBeCloseTo(111.8066, 4)
    expect(total(expected, (site) => site.expectedAfter)).toBeCloseTo(42.88098, 5)
    expect(total(expected, (site) => site.variance)).toBeCloseTo(11.16159, 5)
  })

  test('gives sites 1 and 13 to all digits', () => {
    expect(expected[0]!.weight).toBeCloseTo(0.2636705, 7)
    expect(expected[0]!.expectedBefore).toBeCloseTo(15.256997, 6)
    expect(expected[0]!.expectedAfter).toBeCloseTo(6.0848858, 7)
    expect(expected[12]!.weight).toBeCloseTo(0.364803, 7)
    expect(expected[12]!.expectedBefore).toBeCloseTo(12.639344, 6)
    expect(expected[12]!.expectedAfter).toBeCloseTo(4.5989544, 7)
  })

  test('gives the effect with its standard error, and not the known wrong one', () => {
    const odds = oddsRatio(
      total(sites, (site) => site.observedAfter),
      total(expected, (site) => site.expectedAfter),
      total(expected, (site) => site.variance),
    )!
    expect(odds.crude).toBeCloseTo(0.6996108, 7)
    expect(odds.ratio).toBeCloseTo(0.6953897, 7)
    expect(odds.effectPercent).toBeCloseTo(30.46103, 5)
    expect(odds.standardErrorPercent).toBeCloseTo(13.84553, 5)
    expect(odds.effectPercent / odds.standardErrorPercent!).toBeCloseTo(2.200063, 6)
    // A public package puts the bracket of Var(OR) wrongly.
    expect(odds.standardErrorPercent!.toFixed(3)).not.toBe('13.882')
    expect((odds.effectPercent / odds.standardErrorPercent!).toFixed(3)).not.toBe('2.194')
  })
})

const count = fc.integer({ min: 0, max: 60 })
const positive = fc.double({ min: 0.01, max: 60, noNaN: true })
const stretch = fc.record({
  observedBefore: count,
  observedAfter: count,
  predictedBefore: positive,
  predictedAfter: positive,
  overdispersion: fc.double({ min: 0, max: 10, noNaN: true }),
})

describe('Empirical Bayes', () => {
  test('weighs between 0 and 1 and lands between what was seen and what was predicted', () => {
    fc.assert(
      fc.property(stretch, (given) => {
        const { weight, expectedBefore, variance } = expectWithoutTreatment(given)
        const ends = [given.observedBefore, given.predictedBefore]
        expect(weight).toBeGreaterThan(0)
        expect(weight).toBeLessThanOrEqual(1)
        expect(expectedBefore).toBeGreaterThanOrEqual(Math.min(...ends) - 1e-9)
        expect(expectedBefore).toBeLessThanOrEqual(Math.max(...ends) + 1e-9)
        expect(variance).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('says nothing of a standard error where nothing was seen, and nothing at all where nothing was expected', () => {
    expect(oddsRatio(0, 5, 1)).toMatchObject({ effectPercent: 100, standardErrorPercent: undefined })
    expect(oddsRatio(3, 0, 0)).toBeUndefined()
  })
})
