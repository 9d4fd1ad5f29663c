import { densityOfOthers, type DensityMethod } from './kernel-density.ts'
import type { KernelName } from './kernels.ts'
import type { NetworkGraph } from './network-graph.ts'
import type { PlacesOnEdges } from './places-on-edges.ts'
import { log } from '../portable-math.ts'

export interface BandwidthScore {
  /** Metres. */
  readonly bandwidth: number
  /** Mean natural logarithm of what the others say about each event: the greater, the better. */
  readonly logLikelihood: number
  /** Events that no other one reaches. */
  readonly alone: number
}

export interface BandwidthChoice {
  /** The smaller of two that are equally good; undefined where there are not two events. */
  readonly best: BandwidthScore | undefined
  readonly curve: readonly BandwidthScore[]
}

export const bandwidthGrid: readonly number[] = [100, 150, 200, 300, 400, 500, 750, 1000, 1500, 2000, 3000]

/**
 * Leave-one-out likelihood (Silverman 1986, 3.4.4), each event as foretold by the others. Besides the others one event is
 * thought to be spread evenly over the network: without it a single lonely accident would rule out every bandwidth that
 * does not reach the next one.
 */
function scoreOf(
  graph: NetworkGraph,
  events: PlacesOnEdges,
  settings: { readonly method: DensityMethod; readonly kernel: KernelName; readonly bandwidth: number },
): BandwidthScore {
  const others = densityOfOthers(graph, events, settings)
  const count = others.length
  const even = 1 / graph.lengths.reduce((sum, length) => sum + length, 0)
  let [sum, alone] = [0, 0]
  for (const density of others) {
    if (density === 0) alone++
    sum += log((Math.max(0, density) + even) / count)
  }
  return { bandwidth: settings.bandwidth, logLikelihood: sum / count, alone }
}

export function chooseBandwidth(
  graph: NetworkGraph,
  events: PlacesOnEdges,
  settings: { readonly method: DensityMethod; readonly kernel: KernelName },
  bandwidths: readonly number[] = bandwidthGrid,
): BandwidthChoice {
  if (events.positions.length < 2) return { best: undefined, curve: [] }
  const curve = [...bandwidths]
    .sort((a, b) => a - b)
    .map((bandwidth) => scoreOf(graph, events, { ...settings, bandwidth }))
  const best = curve.reduce((found, each) => (each.logLikelihood > found.logLikelihood ? each : found))
  return { best, curve }
}
