import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logFactorial, poissonAtLeast } from '../../../../api/hotspots/analysis/poisson.ts'

describe('the chance that a window holds so many accidents', () => {
  test('58 accidents a year on 175 km: three in 500 m is no chance', () => {
    const mean = (58 * 500) / 175_000
    expect(mean).toBeCloseTo(0.166, 3)
    expect(poissonAtLeast(3, mean)).toBeCloseTo(0.0007, 4)
  })

  test('the same road, 2 km, three years: three accidents are noise', () => {
    const mean = (58 * 3 * 2_000) / 175_000
    expect(mean).toBeCloseTo(1.99, 2)
    expect(poissonAtLeast(3, mean)).toBeCloseTo(0.32, 2)
  })

  test('194 accidents a year over 8,200 windows of 500 m and five years', () => {
    const mean = (194 * 5) / 8_200
    expect(mean).toBeCloseTo(0.1183, 4)
    expect(8_200 * poissonAtLeast(2, mean)).toBeCloseTo(53.0, 1)
    expect(8_200 * poissonAtLeast(3, mean)).toBeCloseTo(2.07, 2)
  })

  test('zero or more is certain, and nothing happens where nothing is expected', () => {
    expect(poissonAtLeast(0, 0)).toBe(1)
    expect(poissonAtLeast(1, 0)).toBe(0)
  })

  test('more accidents are never likelier than fewer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 1e-6, max: 50, noNaN: true }),
        (count, mean) => {
          const here = poissonAtLeast(count, mean)
          const above = poissonAtLeast(count + 1, mean)
          expect(here).toBeGreaterThanOrEqual(0)
          expect(here).toBeLessThanOrEqual(1)
          expect(above).toBeLessThanOrEqual(here + 1e-12)
        },
      ),
    )
  })

  test('the same as the sum of all terms, on either side of the mean', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.double({ min: 1e-3, max: 80, noNaN: true }),
        (count, mean) => {
          let [term, below] = [Math.exp(-mean), 0]
          for (let k = 0; k < count; k++) {
            below += term
            term *= mean / (k + 1)
          }
          expect(poissonAtLeast(count, mean)).toBeCloseTo(1 - below, 11)
        },
      ),
    )
  })

  test.each([100, 10_000, 1_000_000])('P(X ≥ n) at a mean of n = %d comes to ½ + ⅓ ÷ √(2πn)', (n) => {
    expect(poissonAtLeast(n, n)).toBeCloseTo(0.5 + 1 / (3 * Math.sqrt(2 * Math.PI * n)), 4)
  })
})

describe('logarithms of factorials', () => {
  test('the series goes on where the sum ends', () => {
    let sum = 0
    for (let k = 2; k <= 5_000; k++) {
      sum += Math.log(k)
      if (k >= 990) expect(Math.abs(logFactorial(k) / sum - 1)).toBeLessThan(1e-13)
    }
  })
})
