import { describe, expect, test } from 'vitest'
import {
  densityAt,
  densityMethods,
  type DensityMethod,
} from '../../../../../api/hotspots/analysis/density/kernel-density.ts'
import { kernelNames, kernelOf } from '../../../../../api/hotspots/analysis/density/kernels.ts'
import { buildGraph } from '../../../../../api/hotspots/analysis/density/network-graph.ts'
import { publishedDensity } from '../../../../../api/hotspots/analysis/density/published-density.ts'
import { sortOntoEdges } from '../../../../../api/hotspots/analysis/density/places-on-edges.ts'

/** Four arms of 5 that meet at one place, written outwards: an event 3 up the north arm, a place 3 out on the east arm. */
const cross = buildGraph(
  ['east', 'north', 'south', 'west'].map((id) => ({ id, from: 'middle', to: id, length: 5 })),
)
const arm = (id: string) => cross.edgeIds.indexOf(id)

function densityOnCross(method: DensityMethod): number {
  const event = sortOntoEdges(cross, [arm('north')], [3])
  const place = sortOntoEdges(cross, [arm('east')], [3])
  return densityAt(cross, event, place, { method, kernel: 'quartic', bandwidth: 10 })[0]!
}

describe('the unit tests of the R package spNetwork', () => {
  test('simple: 0.0384 events per metre at distance 6 with a bandwidth of 10', () => {
    expect(densityOnCross('simple').toFixed(4)).toBe('0.0384')
    expect(densityOnCross('simple')).toBeCloseTo(0.0384, 14)
  })

  test('discontinuous: 1/(4 − 1) of it passes into each other arm, 0.0128', () => {
    expect(densityOnCross('discontinuous').toFixed(4)).toBe('0.0128')
    expect(densityOnCross('discontinuous')).toBeCloseTo(0.0128, 14)
  })

  /**
   * By hand, Okabe, Satoh and Sugihara (2009): of what comes to a node of four arms 2/4 goes into each other arm and
   * 2/4 − 1 goes back. The way of 6 gives 2/4 · 0.0384 = 0.0192. Ways over a road end are 10 long or longer (3 + 5 + 2,
   * 2 + 5 + 3, 3 + 5 + 5 + 3), and the kernel ends at 10: nothing is added.
   */
  test('continuous: 2/4 of it passes into each other arm, 0.0192', () => {
    expect(densityOnCross('continuous').toFixed(4)).toBe('0.0192')
    expect(densityOnCross('continuous')).toBeCloseTo(0.0192, 14)
  })

  test('the figures shown beside the map are these', () => {
    for (const method of densityMethods)
      expect(publishedDensity.expected[method]).toBeCloseTo(densityOnCross(method), 14)
  })
})

/** R 4.2, spatstat.linnet 3.0-6: densityEqualSplit(kernel = "biweight", sigma = h / sqrt(7), at = "points"), the same cross. */
describe('densityEqualSplit of the R package spatstat.linnet', () => {
  const onEast = (event: number, place: number, method: DensityMethod, bandwidth: number) =>
    densityAt(
      ...([cross, sortOntoEdges(cross, [arm('east')], [event])] as const),
      ...([sortOntoEdges(cross, [arm('east')], [place]), { method, kernel: 'quartic', bandwidth }] as const),
    )[0]!.toFixed(6)

  test('across the junction', () => {
    expect(densityOnCross('discontinuous').toFixed(6)).toBe('0.012800')
    expect(densityOnCross('continuous').toFixed(6)).toBe('0.019200')
  })

  test('beside a road end: discontinuous loses what lies beyond, continuous sends it back', () => {
    expect(onEast(4, 4.5, 'discontinuous', 3)).toBe('0.295380')
    expect(onEast(4, 4.5, 'continuous', 3)).toBe('0.471161')
  })

  test('on the arm by which it comes: continuous takes half of what would have gone on', () => {
    expect(onEast(1, 0.5, 'discontinuous', 3)).toBe('0.295380')
    expect(onEast(1, 0.5, 'continuous', 3)).toBe('0.207489')
  })
})

describe('kernels', () => {
  test.each(kernelNames)('%s integrates to 1 on a line and ends at the bandwidth', (name) => {
    const bandwidth = 300
    const kernel = kernelOf(name, bandwidth)
    const steps = 60_000
    const width = (2 * bandwidth) / steps
    let integral = 0
    for (let i = 0; i < steps; i++) integral += kernel(Math.abs(-bandwidth + (i + 0.5) * width)) * width
    expect(integral).toBeCloseTo(1, 8)
    expect(kernel(bandwidth)).toBe(0)
    expect(kernel(bandwidth + 1)).toBe(0)
    expect(kernel(0)).toBeGreaterThanOrEqual(kernel(bandwidth * 0.99))
  })

  test('the bandwidth is divided by once: the quartic is 15/16 of an event per bandwidth at its centre', () => {
    expect(kernelOf('quartic', 10)(0)).toBeCloseTo(0.09375, 15)
  })
})
