import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passagesFrom } from '../../../../../api/hotspots/analysis/density/equal-split.ts'
import {
  densityAt,
  densityMethods,
  densityOfOthers,
  type DensitySettings,
} from '../../../../../api/hotspots/analysis/density/kernel-density.ts'
import { kernelNames } from '../../../../../api/hotspots/analysis/density/kernels.ts'
import { buildGraph, type EdgeInput } from '../../../../../api/hotspots/analysis/density/network-graph.ts'
import { cutIntoLixels, sortOntoEdges } from '../../../../../api/hotspots/analysis/density/places-on-edges.ts'
import { bruteForceDensity, type Spot } from './brute-force-density.ts'

const graphOf = (edges: readonly EdgeInput[]) => buildGraph(edges)
function placed(edges: readonly EdgeInput[], spots: readonly Spot[]) {
  const graph = graphOf(edges)
  return sortOntoEdges(
    graph,
    spots.map(({ edge }) => graph.edgeIds.indexOf(edge)),
    spots.map(({ at }) => at),
  )
}

function lixelDensities(
  edges: readonly EdgeInput[],
  events: readonly Spot[],
  settings: DensitySettings,
  length = 50,
) {
  const graph = graphOf(edges)
  const lixels = cutIntoLixels(graph, { length })
  const densities = densityAt(graph, placed(edges, events), lixels, settings)
  return { graph, lixels, densities }
}

/** How many events the curve holds. */
function massOf(
  edges: readonly EdgeInput[],
  events: readonly Spot[],
  settings: DensitySettings,
  length = 10,
) {
  const { graph, lixels, densities } = lixelDensities(edges, events, settings, length)
  let mass = 0
  for (let edge = 0; edge < graph.lengths.length; edge++)
    for (let i = lixels.first[edge]!; i < lixels.first[edge + 1]!; i++)
      mass += densities[i]! * lixels.lengths[edge]!
  return mass
}

/** Any network of a few roads: rings, dead ends, several roads between two places, parts that do not hang together. */
const network = fc
  .array(fc.record({ from: fc.nat(4), to: fc.nat(4), length: fc.integer({ min: 60, max: 900 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((roads) =>
    roads.map(({ from, to, length }, i): EdgeInput => ({
      id: `e${i}`,
      from: `n${from}`,
      to: `n${to}`,
      length,
    })),
  )
const withEvents = network.chain((edges) =>
  fc.record({
    edges: fc.constant(edges),
    events: fc.array(
      fc
        .record({ road: fc.nat(edges.length - 1), share: fc.double({ min: 0, max: 1, noNaN: true }) })
        .map(({ road, share }): Spot => ({ edge: edges[road]!.id, at: share * edges[road]!.length })),
      { maxLength: 12 },
    ),
  }),
)
const anySettings = fc.record({
  method: fc.constantFrom(...densityMethods),
  kernel: fc.constantFrom(...kernelNames),
  bandwidth: fc.constantFrom(40, 300, 500),
})

describe('every kernel is summed as it is', () => {
  test('as one event and one place at a time give it, on any network', () => {
    fc.assert(
      fc.property(withEvents, anySettings, ({ edges, events }, settings) => {
        const { graph, lixels, densities } = lixelDensities(edges, events, settings, 120)
        for (const [edge, id] of graph.edgeIds.entries())
          for (let i = lixels.first[edge]!; i < lixels.first[edge + 1]!; i++) {
            const place = { edge: id, at: lixels.positions[i]! }
            expect(densities[i]).toBeCloseTo(bruteForceDensity(edges, events, place, settings), 10)
          }
      }),
      { numRuns: 150 },
    )
  })

  test('without itself an event has what the others give', () => {
    fc.assert(
      fc.property(withEvents, anySettings, ({ edges, events }, settings) => {
        const sorted = placed(edges, events)
        const { edgeIds } = graphOf(edges)
        const others = densityOfOthers(graphOf(edges), sorted, settings)
        const spots = edgeIds.flatMap((edge, e) =>
          [...sorted.positions.subarray(sorted.first[e], sorted.first[e + 1])].map((at) => ({ edge, at })),
        )
        spots.forEach((spot, i) => {
          const rest = spots.filter((_, j) => j !== i)
          expect(others[i]).toBeCloseTo(bruteForceDensity(edges, rest, spot, settings), 10)
        })
      }),
      { numRuns: 100 },
    )
  })

  test('in whatever order events and roads come, the same bytes', () => {
    fc.assert(
      fc.property(withEvents, anySettings, fc.infiniteStream(fc.nat(1000)), (given, settings, keys) => {
        const shuffle = <T>(list: readonly T[]) =>
          list
            .map((item) => ({ item, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item)
        const once = lixelDensities(given.edges, given.events, settings).densities
        const again = lixelDensities(shuffle(given.edges), shuffle(given.events), settings).densities
        expect(Buffer.from(again.buffer).equals(Buffer.from(once.buffer))).toBe(true)
      }),
    )
  })

  test('cutting a road in two changes nothing but the last digits', () => {
    fc.assert(
      fc.property(withEvents, anySettings, ({ edges, events }, settings) => {
        const [first, ...others] = edges as [EdgeInput, ...EdgeInput[]]
        const half = 25 * Math.round(first.length / 50)
        const parts = [
          { id: 'a', from: first.from, to: 'cut', length: half },
          { id: 'b', from: 'cut', to: first.to, length: first.length - half },
        ]
        const moved = events.map((event) => {
          if (event.edge !== first.id) return event
          return event.at < half ? { edge: 'a', at: event.at } : { edge: 'b', at: event.at - half }
        })
        const place = others[0] ? { edge: others[0].id, at: others[0].length / 3 } : undefined
        if (!place) return
        const at = (roads: readonly EdgeInput[], spots: readonly Spot[]) =>
          densityAt(graphOf(roads), placed(roads, spots), placed(roads, [place]), settings)[0]!
        expect(at([...parts, ...others], moved)).toBeCloseTo(at(edges, events), 12)
      }),
    )
  })
})

describe('what becomes of the events', () => {
  const junction = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, from: 'x', to: id, length: 2000 }))
  const nearJunction = fc.array(
    fc.record({
      edge: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      at: fc.double({ min: 0, max: 900, noNaN: true }),
    }),
    { minLength: 1, maxLength: 20 },
  )
  const smooth = fc.constantFrom(...kernelNames.filter((name) => name !== 'uniform'))

  test('discontinuous and continuous hold all of them across a junction, to half a per cent', () => {
    fc.assert(
      fc.property(
        nearJunction,
        smooth,
        fc.constantFrom('discontinuous' as const, 'continuous' as const),
        fc.constantFrom(3, 4, 5),
        (events, kernel, method, arms) => {
          const roads = junction.slice(0, arms)
          const on = events.map((event) =>
            roads.some(({ id }) => id === event.edge) ? event : { ...event, edge: 'a' },
          )
          const mass = massOf(roads, on, { method, kernel, bandwidth: 300 })
          expect(Math.abs(mass - on.length) / on.length).toBeLessThan(0.005)
        },
      ),
    )
  })

  test('simple makes more of them than there are: an event on a junction of four arms counts twice', () => {
    const atJunction = [{ edge: 'a', at: 0 }]
    const mass = massOf(junction.slice(0, 4), atJunction, {
      method: 'simple',
      kernel: 'quartic',
      bandwidth: 300,
    })
    expect(mass).toBeCloseTo(2, 3)
  })

  test('continuous holds all of them on any network, road ends and rings too', () => {
    fc.assert(
      fc.property(withEvents, ({ edges, events }) => {
        const mass = massOf(edges, events, { method: 'continuous', kernel: 'quartic', bandwidth: 300 }, 5)
        expect(Math.abs(mass - events.length)).toBeLessThanOrEqual(0.005 * events.length)
      }),
      { numRuns: 60 },
    )
  })

  const road = [{ id: 'road', from: 'a', to: 'b', length: 3000 }]
  const quartic = { kernel: 'quartic', bandwidth: 300 } as const

  test('at a road end simple and discontinuous lose what lies beyond, continuous sends it back', () => {
    const atEnd = [{ edge: 'road', at: 0 }]
    expect(massOf(road, atEnd, { method: 'simple', ...quartic })).toBeCloseTo(0.5, 3)
    expect(massOf(road, atEnd, { method: 'discontinuous', ...quartic })).toBeCloseTo(0.5, 3)
    expect(massOf(road, atEnd, { method: 'continuous', ...quartic })).toBeCloseTo(1, 3)
  })

  test('on a ring what goes round meets itself, and nothing is lost but by the shortest way', () => {
    const ring = [{ id: 'ring', from: 'a', to: 'a', length: 400 }]
    const event = [{ edge: 'ring', at: 30 }]
    expect(massOf(ring, event, { method: 'discontinuous', ...quartic }, 5)).toBeCloseTo(1, 3)
    expect(massOf(ring, event, { method: 'continuous', ...quartic }, 5)).toBeCloseTo(1, 3)
    expect(massOf(ring, event, { method: 'simple', ...quartic }, 5)).toBeLessThan(0.95)
  })

  test('without events nothing, with one the kernel, with all at one place the kernel as often', () => {
    const settings = { method: 'continuous', ...quartic } as const
    expect(Math.max(...lixelDensities(road, [], settings).densities)).toBe(0)
    const one = lixelDensities(road, [{ edge: 'road', at: 1525 }], settings).densities
    expect(one[30]).toBeCloseTo(15 / 16 / 300, 15)
    const many = lixelDensities(road, Array(40).fill({ edge: 'road', at: 1525 }), settings).densities
    expect(many[30]).toBeCloseTo((40 * 15) / 16 / 300, 13)
  })

  test('a road without a length is no road: its ends are one junction', () => {
    const bridged = [
      { id: 'a', from: 'w', to: 'x', length: 1000 },
      { id: 'b', from: 'x', to: 'y', length: 0 },
      { id: 'c', from: 'y', to: 'z', length: 1000 },
    ]
    const { graph, lixels } = lixelDensities(bridged, [], { method: 'continuous', ...quartic })
    expect(graph.edgeIds).toEqual(['a', 'c'])
    expect(lixels.positions).toHaveLength(40)
    const settings = { method: 'discontinuous', ...quartic } as const
    expect(massOf(bridged, [{ edge: 'a', at: 1000 }], settings)).toBeCloseTo(1, 3)
  })

  test('short roads between two junctions are not gone through for ever', () => {
    const knot = Array.from({ length: 6 }, (_, i) => ({
      id: `k${i}`,
      from: 'x',
      to: 'y',
      length: 3 + i / 10,
    }))
    const roads = [
      ...knot,
      { id: 'w', from: 'w', to: 'x', length: 800 },
      { id: 'z', from: 'y', to: 'z', length: 800 },
    ]
    const mass = massOf(roads, [{ edge: 'w', at: 790 }], { method: 'continuous', ...quartic })
    expect(mass).toBeCloseTo(1, 2)
    const graph = graphOf(roads)
    const passages = passagesFrom(graph, 2 * graph.edgeIds.indexOf('w') + 1, 300, 'continuous')
    expect(passages.length).toBeLessThan(50_000)
  })
})
