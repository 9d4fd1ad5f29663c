import { describe, expect, test } from 'vitest'
import { degreeAt } from '../../../../../api/hotspots/analysis/density/network-graph.ts'
import {
  accidentsOnGraph,
  densityAlongRoads,
} from '../../../../../api/hotspots/analysis/density/road-density.ts'
import {
  buildRoadGraph,
  placeOnGraph,
  type RoadGraph,
} from '../../../../../api/hotspots/analysis/density/road-graph.ts'
import type { LonLat } from '../../../../../api/roads/network/geodesy.ts'
import { buildRoadNetwork, type RoadInput } from '../../../../../api/roads/network/road-network.ts'
import { bannerNetwork } from '../../../roads/network/banner-network.ts'
import { at, tenKilometres } from '../../../roads/network/drawn-roads.ts'

function road(
  code: string,
  coordinates: readonly LonLat[],
  given: Partial<RoadInput> & { fromStake?: number; toStake?: number } = {},
): RoadInput {
  const { fromStake = 0, toStake = 10_000, ...rest } = given
  return { code, sections: [{ sequence: 1, fromStake, toStake, coordinates, anchors: [] }], ...rest }
}
const graphOf = (roads: readonly RoadInput[]) => buildRoadGraph(buildRoadNetwork(roads))
const east = road('E', tenKilometres)

/** The pieces of a road, in whole metres along it. */
const piecesOf = ({ roads }: RoadGraph, code: string) =>
  roads.get(code)!.edges.map(({ from, to }) => [Math.round(from), Math.round(to)])
const degrees = ({ graph }: RoadGraph) =>
  [...new Set(graph.nodeOfEnd)].map((node) => degreeAt(graph, graph.nodeOfEnd.indexOf(node))).sort()

describe('where roads meet', () => {
  test('a crossing is a junction of four', () => {
    const graph = graphOf([east, road('N', [at(3210, -2000), at(3210, 2000)], { toStake: 4000 })])
    expect(piecesOf(graph, 'E')).toEqual([
      [0, 3210],
      [3210, 10_000],
    ])
    expect(piecesOf(graph, 'N')).toEqual([
      [0, 2000],
      [2000, 4000],
    ])
    expect(degrees(graph)).toEqual([1, 1, 1, 1, 4])
  })

  test('a road that ends 30 m short of another is joined to it, one that ends 80 m short is not', () => {
    const branch = (gap: number) => road('N', [at(4000, gap), at(4000, 2000)], { toStake: 2000 })
    expect(degrees(graphOf([east, branch(30)]))).toEqual([1, 1, 1, 3])
    expect(degrees(graphOf([east, branch(80)]))).toEqual([1, 1, 1, 1])
  })

  test('a road that runs 40 m beyond another has no stub there', () => {
    const graph = graphOf([east, road('N', [at(4000, -40), at(4000, 2000)], { toStake: 2040 })])
    expect(piecesOf(graph, 'N')).toEqual([[0, 2040]])
    expect(degrees(graph)).toEqual([1, 1, 1, 3])
  })

  test('two roads on one line are one edge, also against each other and some metres apart', () => {
    const other = road('W', [at(8000, 2000), at(7000, 20), at(3000, 20), at(2000, 2000)])
    const graph = graphOf([east, other])
    const shared = graph.roads.get('W')!.edges[1]!
    expect(shared.isReversed).toBe(true)
    expect(graph.roads.get('E')!.edges[1]!.edge).toBe(shared.edge)
    expect(graph.graph.lengths).toHaveLength(5)
    expect(degrees(graph)).toEqual([1, 1, 1, 1, 3, 3])
  })

  test('a ring closes on itself, a gap between two sections stays open', () => {
    const ring = road('R', [at(0), at(1000), at(1000, 1000), at(0, 1000), at(0)], { toStake: 4000 })
    const { graph } = graphOf([ring])
    expect(graph.nodeOfEnd[0]).toBe(graph.nodeOfEnd[1])
    const sections = [0, 1].map((i) => ({
      ...{ sequence: i + 1, fromStake: i * 5000, toStake: i * 5000 + 2000, anchors: [] },
      coordinates: [at(i * 5000), at(i * 5000 + 2000)],
    }))
    expect(degrees(graphOf([{ code: 'G', sections }]))).toEqual([1, 1, 1, 1])
  })

  test('a road shorter than the tolerance keeps its two ends', () => {
    const graph = graphOf([road('S', [at(0), at(40)], { toStake: 40 })])
    expect(piecesOf(graph, 'S')).toEqual([[0, 40]])
    expect(placeOnGraph(graph, 'S', 20)?.position).toBeCloseTo(20, 3)
  })

  test('the five roads meet at their six junctions', () => {
    const graph = buildRoadGraph(bannerNetwork)
    expect(degrees(graph)).toEqual([...Array<number>(10).fill(1), 3, 3, 3, 3, 4, 4])
    expect(piecesOf(graph, 'G109').map(([, to]) => to)).toEqual([64_974, 78_549, 173_936])
    expect(
      graph.roads
        .get('S216')!
        .edges.slice(0, 2)
        .map(({ edge }) => edge),
    ).toEqual(
      graph.roads
        .get('CAYJ')!
        .edges.slice(0, 2)
        .map(({ edge }) => edge),
    )
  })
})

describe('density along a road', () => {
  const settings = {
    ...({ method: 'continuous', kernel: 'quartic', bandwidth: 300, lixelLength: 50, years: 2 } as const),
  }
  const along = (graph: RoadGraph, accidents: Parameters<typeof accidentsOnGraph>[1]) =>
    densityAlongRoads(graph, accidentsOnGraph(graph, accidents), settings)

  test('is accidents per kilometre and year', () => {
    const result = along(graphOf([east]), Array(8).fill({ road: 'E', stake: 5025, point: null }))
    const lixels = result.roads[0]!.lixels
    expect(lixels).toHaveLength(200)
    const peak = lixels.find(({ fromStake }) => fromStake === 5000)!
    expect(peak.density).toBeCloseTo(((8 * 15) / 16 / 300) * (1000 / 2), 5)
    expect(lixels.reduce((sum, { density }) => sum + density * 0.05 * 2, 0)).toBeCloseTo(8, 2)
    expect(result).toMatchObject({ placed: 8 })
    expect(result.held).toBeCloseTo(8, 2)
  })

  test('goes on over a chain break, where the stakes jump and the road does not', () => {
    const graph = graphOf([
      road('E', tenKilometres, { toStake: 12_000, chainBreaks: [{ atStake: 5000, jump: 2000 }] }),
    ])
    const result = along(graph, [{ road: 'E', stake: 5000, point: null }])
    const { lixels } = result.roads[0]!
    const before = lixels.findIndex(({ toStake }) => toStake === 5000)
    expect(lixels[before + 1]!.fromStake).toBe(7000)
    expect(lixels[before]!.density).toBeGreaterThan(1)
    expect(lixels[before + 1]!.density).toBeCloseTo(lixels[before]!.density, 5)
    expect(result.held).toBeCloseTo(1, 2)
    expect(lixels.every(({ fromStake, toStake }) => toStake >= fromStake && toStake - fromStake <= 51)).toBe(
      true,
    )
  })

  test('an accident at a stake that a short chain skips, or on an unknown road, has no place', () => {
    const graph = graphOf([
      road('E', tenKilometres, { toStake: 12_000, chainBreaks: [{ atStake: 5000, jump: 2000 }] }),
    ])
    const accidents = ['E', 'Q'].map((code) => ({ road: code, stake: 6000, point: null }))
    expect(along(graph, accidents).placed).toBe(0)
  })

  test('where a long chain repeats a stake the point tells the two places apart', () => {
    const graph = graphOf([
      road('E', tenKilometres, { toStake: 8000, chainBreaks: [{ atStake: 5000, jump: -2000 }] }),
    ])
    const [first, second] = [4000, 6000].map((metres) => placeOnGraph(graph, 'E', 4000, at(metres)))
    const { edges } = graph.roads.get('E')!
    expect(edges.map(({ edge }) => edge).indexOf(first!.edge)).toBe(0)
    expect(edges.map(({ edge }) => edge).indexOf(second!.edge)).toBe(1)
  })

  test('on a shared line both roads show the accidents of both', () => {
    const other = road('W', [at(8000, 2000), at(7000), at(3000), at(2000, 2000)])
    const graph = graphOf([east, other])
    const result = along(graph, [{ road: 'E', stake: 5000, point: null }])
    const peakOf = (code: string) =>
      result.roads
        .find((each) => each.road === code)!
        .lixels.reduce((best, each) => (each.density > best.density ? each : best))
    expect(peakOf('W').density).toBe(peakOf('E').density)
    const { from, to } = peakOf('W')
    // Two kilometres and some on the slope, then as far back from the seventh as the fifth is.
    expect(Math.abs((from + to) / 2 - (Math.hypot(1000, 2000) + 2000))).toBeLessThan(60)
  })
})
