import { placeOnAxis, type RoadAxis } from '../../../roads/network/road-axis.ts'
import type { LonLat } from '../../../roads/network/geodesy.ts'
import type { RoadNetwork } from '../../../roads/network/road-network.ts'
import { buildGraph, type EdgeInput, type NetworkGraph } from './network-graph.ts'
import { findContacts, type SharedStretch } from './road-contacts.ts'
import { joinWithin, strandsOf, type Strand } from './road-strands.ts'
import { cutStrands } from './strand-cuts.ts'

/** A road runs over an edge, in metres along its axis; against the edge where it shares the line of another road. */
export interface EdgeOfRoad {
  readonly edge: number
  readonly from: number
  readonly to: number
  readonly isReversed: boolean
}

export interface RoadOnGraph {
  readonly axis: RoadAxis
  /** In order along the road. */
  readonly edges: readonly EdgeOfRoad[]
}

export interface RoadGraph {
  readonly graph: NetworkGraph
  readonly roads: ReadonlyMap<string, RoadOnGraph>
}

interface StrandEdge {
  readonly id: string
  readonly strand: number
  readonly from: number
  readonly to: number
  readonly nodes: readonly [number, number]
}

function edgesOfStrands(strands: readonly Strand[], nodes: ReturnType<typeof cutStrands>): StrandEdge[] {
  return nodes.flatMap((along, strand) =>
    along.slice(1).map((end, i): StrandEdge => {
      const begin = along[i]!
      const id = `${strands[strand]!.road}/${begin.position.toFixed(0).padStart(7, '0')}`
      return { id, strand, from: begin.position, to: end.position, nodes: [begin.node, end.node] }
    }),
  )
}

const isWithin = ({ from, to }: StrandEdge, [a, b]: readonly [number, number]) =>
  from >= Math.min(a, b) - joinWithin && to <= Math.max(a, b) + joinWithin

interface Lent {
  readonly edge: string
  readonly isReversed: boolean
}

/** On a stretch of two roads the second has no edges of its own: one line, one density, whichever road an accident was booked on. */
function lendEdges(edges: readonly StrandEdge[], shared: readonly SharedStretch[]): Map<string, Lent> {
  const lent = new Map<string, Lent>()
  for (const { strands, a, b } of shared) {
    const isReversed = b[1] < b[0]
    const lenders = edges.filter((edge) => edge.strand === strands[0] && isWithin(edge, a))
    for (const edge of edges) {
      if (edge.strand !== strands[1] || !isWithin(edge, b) || lent.has(edge.id)) continue
      const [from, to] = isReversed ? [edge.nodes[1], edge.nodes[0]] : edge.nodes
      const lender = lenders.find(({ nodes }) => nodes[0] === from && nodes[1] === to)
      if (!lender) continue
      const before = lent.get(lender.id)
      lent.set(
        edge.id,
        before
          ? { edge: before.edge, isReversed: before.isReversed !== isReversed }
          : { edge: lender.id, isReversed },
      )
    }
  }
  return lent
}

/** The drawn roads as edges between junctions: see `findContacts` for what is a junction. */
export function buildRoadGraph(network: RoadNetwork): RoadGraph {
  const strands = strandsOf(network)
  const contacts = findContacts(strands)
  const edges = edgesOfStrands(strands, cutStrands(strands, contacts))
  const lent = lendEdges(edges, contacts.shared)
  const own = edges.filter(({ id }) => !lent.has(id))
  const graph = buildGraph(
    own.map(({ id, nodes: [from, to], ...edge }): EdgeInput => {
      return { id, from: String(from), to: String(to), length: edge.to - edge.from }
    }),
  )
  const numbers = new Map(graph.edgeIds.map((id, edge) => [id, edge]))
  const roads = new Map<string, RoadOnGraph>()
  for (const [strand, { road, axis }] of strands.entries()) {
    const along = edges.flatMap((each): EdgeOfRoad[] => {
      if (each.strand !== strand) return []
      const { edge: id, isReversed } = lent.get(each.id) ?? { edge: each.id, isReversed: false }
      const edge = numbers.get(id)
      return edge === undefined ? [] : [{ edge, from: each.from, to: each.to, isReversed }]
    })
    roads.set(road, { axis, edges: [...(roads.get(road)?.edges ?? []), ...along] })
  }
  return { graph, roads }
}

export interface PlaceOnGraph {
  readonly edge: number
  readonly position: number
}

/** Undefined where the road is not drawn or has no such stake. The point tells apart places that bear one stake. */
export function placeOnGraph(
  { graph, roads }: RoadGraph,
  road: string,
  stake: number,
  point?: LonLat | null,
): PlaceOnGraph | undefined {
  const found = roads.get(road)
  const place = found && placeOnAxis(found.axis, stake, point)
  const holding = place && found.edges.find(({ from, to }) => from <= place.position && place.position <= to)
  if (!holding) return undefined
  const share = (place.position - holding.from) / (holding.to - holding.from)
  const length = graph.lengths[holding.edge]!
  return { edge: holding.edge, position: length * (holding.isReversed ? 1 - share : share) }
}
