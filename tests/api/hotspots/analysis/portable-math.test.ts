import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cosOfQuarter, exp, log, log1p } from '../../../../api/hotspots/analysis/portable-math.ts'

/** The distance in steps of the last digit that a double of this size has. */
function stepsBetween(one: number, other: number): number {
  if (Object.is(one, other) || one === other) return 0
  const size = Math.max(Math.abs(one), Math.abs(other), 2.2250738585072014e-308)
  return Math.abs(one - other) / 2 ** (Math.floor(Math.log2(size)) - 52)
}

const double = (min: number, max: number) => fc.double({ min, max, noNaN: true })

describe('functions that are the same on every engine', () => {
  test.each([
    ['exp', exp, Math.exp, double(-745, 709.7), 2],
    ['log', log, Math.log, double(5e-324, 1.7e308), 2],
    ['log1p', log1p, Math.log1p, double(-0.999, 10), 4],
  ] as const)(
    '%s differs from that of this engine in the last digit at most',
    (_, ours, theirs, anywhere, steps) => {
      fc.assert(
        fc.property(anywhere, (x) => {
          expect(stepsBetween(ours(x), theirs(x))).toBeLessThanOrEqual(steps)
        }),
        { numRuns: 2_000 },
      )
    },
  )

  test('the cosine of a quarter turn likewise', () => {
    fc.assert(
      fc.property(double(0, Math.PI / 2), (x) => {
        expect(Math.abs(cosOfQuarter(x) - Math.cos(x))).toBeLessThan(3e-16)
      }),
    )
  })

  test('are exact where the answer is', () => {
    expect([exp(0), log(1), cosOfQuarter(0), log1p(0)]).toEqual([1, 0, 1, 0])
    expect(cosOfQuarter(Math.PI / 2)).toBeCloseTo(0, 15)
  })

  test('go to their limits as the language says', () => {
    expect([exp(-Infinity), exp(-746), exp(Infinity), exp(710)]).toEqual([0, 0, Infinity, Infinity])
    expect([log(0), log(-1), log(Infinity)]).toEqual([-Infinity, NaN, Infinity])
    expect([exp(NaN), log(NaN), log1p(Infinity), log1p(-1)]).toEqual([NaN, NaN, Infinity, -Infinity])
    expect(stepsBetween(log(5e-324), Math.log(5e-324))).toBeLessThanOrEqual(2)
  })
})
