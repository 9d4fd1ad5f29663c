import { describe, expect, test } from 'vitest'
import { chooseBandwidth } from '../../../../../api/hotspots/analysis/density/bandwidth-choice.ts'
import { buildGraph } from '../../../../../api/hotspots/analysis/density/network-graph.ts'
import { sortOntoEdges } from '../../../../../api/hotspots/analysis/density/places-on-edges.ts'
import { seededRandom } from '../../../../../api/hotspots/analysis/seeded-random.ts'

const road = buildGraph([{ id: 'road', from: 'a', to: 'b', length: 50_000 }])
const on = (positions: readonly number[]) =>
  sortOntoEdges(
    road,
    positions.map(() => 0),
    positions,
  )
const settings = { method: 'continuous', kernel: 'quartic' } as const

describe('bandwidth by leave-one-out likelihood', () => {
  test('three accidents by hand', () => {
    const { curve } = chooseBandwidth(road, on([10_000, 10_100, 30_000]), settings, [200])
    const near = ((15 / 16) * (1 - 0.25) ** 2) / 200
    const even = 1 / 50_000
    const byHand = (2 * Math.log((near + even) / 3) + Math.log(even / 3)) / 3
    expect(curve).toHaveLength(1)
    expect(curve[0]).toMatchObject({ bandwidth: 200, alone: 1 })
    expect(curve[0]!.logLikelihood).toBeCloseTo(byHand, 12)
  })

  test('accidents in knots of some 200 m ask for a bandwidth of that size, spread ones for the widest', () => {
    const random = seededRandom(7)
    const inKnots = Array.from(
      { length: 120 },
      (_, i) => 4000 + (i % 8) * 6000 + (random() + random() - 1) * 150,
    )
    const spread = Array.from({ length: 120 }, () => random() * 50_000)
    expect(chooseBandwidth(road, on(inKnots), settings).best!.bandwidth).toBeGreaterThanOrEqual(100)
    expect(chooseBandwidth(road, on(inKnots), settings).best!.bandwidth).toBeLessThanOrEqual(300)
    expect(chooseBandwidth(road, on(spread), settings).best!.bandwidth).toBeGreaterThanOrEqual(1500)
  })

  test('one accident, or none, says nothing about a bandwidth', () => {
    expect(chooseBandwidth(road, on([100]), settings)).toEqual({ best: undefined, curve: [] })
    expect(chooseBandwidth(road, on([]), settings).best).toBeUndefined()
  })
})
