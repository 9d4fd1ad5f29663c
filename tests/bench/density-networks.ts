import { cutIntoLixels, sortOntoEdges } from '../../api/hotspots/analysis/density/places-on-edges.ts'
import { buildGraph, type NetworkGraph } from '../../api/hotspots/analysis/density/network-graph.ts'
import { buildRoadGraph } from '../../api/hotspots/analysis/density/road-graph.ts'
import { bannerNetwork } from '../api/roads/network/banner-network.ts'
import { seededRandom } from '../fixtures/roads/road-files.ts'

type Corner = readonly [east: number, north: number]

export interface DrawnEdge {
  readonly id: string
  readonly from: Corner
  readonly to: Corner
}

export interface BenchNetwork {
  readonly name: string
  readonly graph: NetworkGraph
}

/** All roads of a banner: 32 by 32 places, joined to their neighbours by 1,984 straight roads, 4,100 km together. */
const side = 32
export const roadLength = 4_100_000 / (2 * side * (side - 1))

export const gridEdges: readonly DrawnEdge[] = Array.from({ length: side * side }, (_, i) => {
  const [x, y] = [i % side, Math.floor(i / side)]
  const corner = (dx: number, dy: number): Corner => [(x + dx) * roadLength, (y + dy) * roadLength]
  const roads = [
    ...(x + 1 < side ? [{ id: `east ${x}/${y}`, from: corner(0, 0), to: corner(1, 0) }] : []),
    ...(y + 1 < side ? [{ id: `north ${x}/${y}`, from: corner(0, 0), to: corner(0, 1) }] : []),
  ]
  return roads
}).flat()

export const grid: BenchNetwork = {
  name: '4,100 km, 1,984 roads',
  graph: buildGraph(
    gridEdges.map(({ id, from, to }) => ({ id, from: from.join(), to: to.join(), length: roadLength })),
  ),
}

export const fiveRoads: BenchNetwork = { name: 'the five roads', graph: buildRoadGraph(bannerNetwork).graph }

export interface Events {
  readonly edges: Uint32Array
  readonly positions: Float64Array
}

/** Half of them anywhere, half near a few hundred places, as accidents are. */
export function eventsOn({ lengths }: NetworkGraph, count: number): Events {
  const random = seededRandom(20261128 + count)
  const total = lengths.reduce((sum, each) => sum + each, 0)
  const ends: number[] = []
  lengths.reduce((sum, each) => (ends.push(sum + each), sum + each), 0)
  const edgeAt = (metres: number) => {
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (metres < ends[middle]!) high = middle
      else low = middle + 1
    }
    return low
  }
  const knots = Array.from({ length: 300 }, () => random() * total)
  const edges = new Uint32Array(count)
  const positions = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const near = knots[Math.floor(random() * knots.length)]! + (random() - 0.5) * 400
    const metres = Math.min(total - 1, Math.max(0, i % 2 === 0 ? random() * total : near))
    edges[i] = edgeAt(metres)
    positions[i] = metres - (ends[edges[i]!]! - lengths[edges[i]!]!)
  }
  return { edges, positions }
}

export const lixelLength = 50
export const lixelsOf = (graph: NetworkGraph) => cutIntoLixels(graph, { length: lixelLength })
export const placed = (graph: NetworkGraph, { edges, positions }: Events) =>
  sortOntoEdges(graph, edges, positions)
