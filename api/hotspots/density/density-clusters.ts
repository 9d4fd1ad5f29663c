import { formatPlaceRange } from '../../roads/stakes/stake-format.ts'
import type { EdgeOfRoad, RoadGraph } from '../analysis/density/road-graph.ts'
import { stakeOnAxis } from '../analysis/density/road-strands.ts'
import type { Cluster } from '../analysis/density/significant-clusters.ts'
import type { DensityCluster } from './density.schema.ts'

/** Metres along the edge, seen along the road that runs over it. */
function alongRoad({ from, to, isReversed }: EdgeOfRoad, length: number, position: number): number {
  const share = position / length
  return from + (to - from) * (isReversed ? 1 - share : share)
}

/** Clusters by road and stake; one on a line that two roads share is told once, by the first of them. */
export function clustersOnRoads(
  { graph, roads }: RoadGraph,
  clusters: readonly Cluster[],
  nameOf: (road: string) => string,
): DensityCluster[] {
  const owners = new Map<number, { readonly road: string; readonly over: EdgeOfRoad }>()
  for (const [road, { edges }] of roads)
    for (const over of edges) if (!owners.has(over.edge)) owners.set(over.edge, { road, over })
  return clusters.flatMap(({ edge, from, to, events, sectionEvents, ...strengths }) => {
    const owner = owners.get(edge)
    if (!owner) return []
    const { road, over } = owner
    const { axis } = roads.get(road)!
    const ends = [from, to].map((position) => alongRoad(over, graph.lengths[edge]!, position))
    const [low, high] = [Math.min(...ends), Math.max(...ends)]
    const fromStake = Math.round(stakeOnAxis(axis, low, 'after'))
    const toStake = Math.round(stakeOnAxis(axis, high, 'before'))
    const stakeText = formatPlaceRange(road, fromStake, toStake)
    const counts = { accidents: events, sectionAccidents: sectionEvents }
    return { road, roadName: nameOf(road), fromStake, toStake, stakeText, ...counts, ...rounded(strengths) }
  })
}

const rounded = ({ strength, globalStrength }: Pick<Cluster, 'strength' | 'globalStrength'>) => ({
  strength: Math.round(strength * 1e6) / 1e6,
  globalStrength: Math.round(globalStrength * 1e6) / 1e6,
})
