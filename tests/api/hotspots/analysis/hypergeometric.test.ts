import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hypergeometricAtLeast } from '../../../../api/hotspots/analysis/hypergeometric.ts'

function choose(n: bigint, k: bigint): bigint {
  if (k < 0n || k > n) return 0n
  let result = 1n
  for (let i = 1n; i <= k; i++) result = (result * (n - k + i)) / i
  return result
}

/** In whole numbers; rounded once, at the end. */
function exactly({ drawn, hits, all, marked }: Record<'drawn' | 'hits' | 'all' | 'marked', number>): number {
  const [n, N, K] = [BigInt(drawn), BigInt(all), BigInt(marked)]
  let ways = 0n
  for (let k = BigInt(hits); k <= n; k++) ways += choose(K, k) * choose(N - K, n - k)
  return Number((ways * 10n ** 18n) / choose(N, n)) / 1e18
}

describe('the chance that a blind draw has so many with a feature', () => {
  test('the lady tasting tea: all four cups by luck, 1 in 70', () => {
    expect(hypergeometricAtLeast({ drawn: 4, hits: 4, all: 8, marked: 4 })).toBeCloseTo(1 / 70, 12)
    expect(hypergeometricAtLeast({ drawn: 4, hits: 3, all: 8, marked: 4 })).toBeCloseTo(17 / 70, 12)
  })

  test('more than there are cannot be drawn, and what must be drawn is certain', () => {
    expect(hypergeometricAtLeast({ drawn: 3, hits: 4, all: 10, marked: 5 })).toBe(0)
    expect(hypergeometricAtLeast({ drawn: 8, hits: 3, all: 10, marked: 5 })).toBe(1)
  })

  test('the same as counting every draw in whole numbers', () => {
    const draws = fc
      .tuple(fc.integer({ min: 1, max: 120 }), fc.nat(1000), fc.nat(1000), fc.nat(1000))
      .map(([all, a, b, c]) => {
        const [marked, drawn] = [a % (all + 1), b % (all + 1)]
        return { all, marked, drawn, hits: c % (Math.min(drawn, marked) + 1) }
      })
    fc.assert(
      fc.property(draws, (draw) => {
        expect(hypergeometricAtLeast(draw)).toBeCloseTo(exactly(draw), 10)
      }),
    )
  })
})
