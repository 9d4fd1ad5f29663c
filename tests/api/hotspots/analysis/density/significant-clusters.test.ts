import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../../../../api/hotspots/analysis/density/network-graph.ts'
import { sortOntoEdges } from '../../../../../api/hotspots/analysis/density/places-on-edges.ts'
import { seededRandom } from '../../../../../api/hotspots/analysis/seeded-random.ts'
import {
  findClusters,
  quantile,
  strengthOf,
} from '../../../../../api/hotspots/analysis/density/significant-clusters.ts'

const settings = {
  ...({ kernel: 'epanechnikov', bandwidth: 200, lixelLength: 50, simulations: 199, seed: 1 } as const),
}
const roads = (count: number) =>
  buildGraph(
    Array.from({ length: count }, (_, i) => ({
      ...{ id: `r${String(i).padStart(3, '0')}`, from: `a${i}`, to: `b${i}`, length: 10_000 },
    })),
  )

describe('clusters that chance does not explain', () => {
  test('the strength is the share of the density above the threshold', () => {
    expect(strengthOf([2, 2, 2], () => 1)).toBe(0.5)
    expect(strengthOf([1, 4, 0.5], () => 1)).toBeCloseTo(3 / 5.5, 15)
    expect(strengthOf([1, 1], () => 2)).toBe(0)
    expect(
      quantile(
        Float64Array.from({ length: 100 }, (_, i) => 100 - i),
        0.95,
      ),
    ).toBe(95)
  })

  test('twelve accidents within 200 m among thirty spread ones are found, and strong', () => {
    const random = seededRandom(3)
    const spread = Array.from({ length: 30 }, () => random() * 10_000)
    const knot = Array.from({ length: 12 }, (_, i) => 6000 + i * 15)
    const road = roads(1)
    const events = sortOntoEdges(road, Array(42).fill(0), [...spread, ...knot])
    const [strongest] = findClusters(road, events, settings)
    expect(strongest!.from).toBeLessThanOrEqual(6000)
    expect(strongest!.to).toBeGreaterThanOrEqual(6165)
    expect(strongest!.events).toBeGreaterThanOrEqual(12)
    expect(strongest!.sectionEvents).toBe(42)
    expect(strongest!.strength).toBeGreaterThan(0.5)
    expect(strongest!.globalStrength).toBeGreaterThan(0.3)
    expect(strongest!.globalStrength).toBeLessThan(strongest!.strength)
  })

  test(
    'where chance alone drew them, the threshold of the whole section is exceeded on about 5 of 100 roads',
    { timeout: 30_000 },
    () => {
      const random = seededRandom(11)
      const many = roads(60)
      const edges = Array.from({ length: 60 * 40 }, (_, i) => i % 60)
      const events = sortOntoEdges(
        many,
        edges,
        edges.map(() => random() * 10_000),
      )
      const clusters = findClusters(many, events, settings)
      const strong = new Set(
        clusters.filter(({ globalStrength }) => globalStrength > 0).map(({ edge }) => edge),
      )
      expect(strong.size).toBeGreaterThanOrEqual(1)
      expect(strong.size).toBeLessThanOrEqual(9)
      expect(clusters.length).toBeGreaterThan(strong.size)
    },
  )

  test('the same seed finds the same, whatever else is on the network; another seed nearly the same', () => {
    const random = seededRandom(5)
    const positions = Array.from({ length: 40 }, (_, i) => (i < 10 ? 2000 + i * 10 : random() * 10_000))
    const road = roads(1)
    const events = sortOntoEdges(road, Array(40).fill(0), positions)
    const once = findClusters(road, events, settings)
    expect(findClusters(road, events, settings)).toEqual(once)
    const beside = sortOntoEdges(roads(2), [...Array(40).fill(0), 1, 1, 1, 1], [...positions, 5, 6, 7, 8])
    expect(findClusters(roads(2), beside, settings).filter(({ edge }) => edge === 0)).toEqual(once)
    const another = findClusters(road, events, { ...settings, seed: 2 })
    expect(another[0]!.strength).not.toBe(once[0]!.strength)
    expect(another[0]!.strength).toBeCloseTo(once[0]!.strength, 1)
  })

  test('two accidents are no cluster', () => {
    const road = roads(1)
    expect(findClusters(road, sortOntoEdges(road, [0, 0], [100, 101]), settings)).toEqual([])
    expect(findClusters(road, sortOntoEdges(road, [], []), settings)).toEqual([])
  })
})
