import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atLeast, atMost, exactRatio, twoSided } from '../../../../api/hotspots/analysis/count-tails.ts'
import { poissonInterval } from '../../../../api/hotspots/analysis/poisson-interval.ts'
import { poissonAtLeast } from '../../../../api/hotspots/analysis/poisson.ts'
import { ratePerHundredMillion } from '../../../../api/hotspots/analysis/rates.ts'

describe('the exact interval of a Poisson mean', () => {
  // Garwood 1936, as printed in most handbooks.
  test.each([
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [3, 0.6187, 8.767],
    [10, 4.795, 18.39],
    [100, 81.36, 121.63],
  ])('of %i accidents is that of the printed table', (count, from, to) => {
    const { lower, upper } = poissonInterval(count)
    expect(lower).toBeCloseTo(from, from < 1 ? 4 : 2)
    expect(upper).toBeCloseTo(to, to < 10 ? 3 : 2)
    // The same by the tails that also know a mean that is not certain.
    const ratio = exactRatio(count, { mean: 1, size: Infinity })
    expect(ratio.from).toBeCloseTo(lower, 9)
    expect(ratio.to).toBeCloseTo(upper, 9)
  })
})

describe('counts whose mean is not certain', () => {
  test('are negative binomial, as scipy computes it', () => {
    expect(atMost(3, { mean: 4, size: 2.5 })).toBeCloseTo(0.525186596881868, 12)
    const { from, to } = exactRatio(2, { mean: 5.2, size: 7.3 })
    expect(from).toBeCloseTo(0.044376964380006226, 10)
    expect(to).toBeCloseTo(1.9890304401186265, 10)
  })

  test('become Poisson when the mean is certain', () => {
    for (const count of [0, 1, 5, 12])
      expect(atLeast(count, { mean: 4.2, size: Infinity })).toBeCloseTo(poissonAtLeast(count, 4.2), 12)
    expect(atMost(5, { mean: 4.2, size: 1e9 })).toBeCloseTo(atMost(5, { mean: 4.2, size: Infinity }), 6)
  })

  test('p and interval say the same, and doubt widens the interval', () => {
    const counts = fc.integer({ min: 0, max: 40 })
    const means = fc.double({ min: 0.05, max: 40, noNaN: true })
    const sizes = fc.double({ min: 0.3, max: 200, noNaN: true })
    fc.assert(
      fc.property(counts, means, sizes, (count, mean, size) => {
        const law = { mean, size }
        const { from, to } = exactRatio(count, law)
        expect(from).toBeLessThan(to)
        const isOutside = from > 1 + 1e-9 || to < 1 - 1e-9
        const isInside = from < 1 - 1e-9 && to > 1 + 1e-9
        if (isOutside) expect(twoSided(count, law)).toBeLessThanOrEqual(0.05 + 1e-9)
        if (isInside) expect(twoSided(count, law)).toBeGreaterThanOrEqual(0.05 - 1e-9)
        const sure = exactRatio(count, { mean, size: Infinity })
        expect(to).toBeGreaterThanOrEqual(sure.to - 1e-9)
      }),
    )
  })
})

describe('accident rates', () => {
  test('28 accidents, five fatal, at 6,700 a day on 5.1 miles in a year', () => {
    const exposure = { aadt: 6_700, length: 5.1, years: 1 }
    expect(ratePerHundredMillion(28, exposure)!.toFixed(4)).toBe('224.5020')
    expect(ratePerHundredMillion(5, exposure)!.toFixed(4)).toBe('40.0896') // per 100 million vehicle-miles
  })

  test('the same road per 亿车公里 is the same number over 1.609344', () => {
    const exposure = { aadt: 6_700, length: 5.1 * 1.609344, years: 1 }
    expect(ratePerHundredMillion(28, exposure)!).toBeCloseTo(224.502 / 1.609344, 4)
  })

  test('without traffic there is no rate', () => {
    expect(ratePerHundredMillion(3, { aadt: 0, length: 2, years: 1 })).toBeUndefined()
  })
})
