import { edgeOfEnd, otherEnd, type NetworkGraph } from './network-graph.ts'

/** Metres from the node of one end to the nodes within reach by the shortest way (Dijkstra 1959). */
export function distancesFrom(graph: NetworkGraph, from: number, reach: number): ReadonlyMap<number, number> {
  const { nodeOfEnd, endsAt, firstAt, lengths } = graph
  const settled = new Map<number, number>()
  const waiting = new Map<number, number>([[nodeOfEnd[from]!, 0]])
  while (waiting.size > 0) {
    const [node, distance] = [...waiting].reduce((best, each) => (each[1] < best[1] ? each : best))
    waiting.delete(node)
    settled.set(node, distance)
    for (const end of endsAt.subarray(firstAt[node], firstAt[node + 1])) {
      const next = nodeOfEnd[otherEnd(end)]!
      const beyond = distance + lengths[edgeOfEnd(end)]!
      if (beyond >= reach || settled.has(next)) continue
      waiting.set(next, Math.min(beyond, waiting.get(next) ?? Infinity))
    }
  }
  return settled
}

/** From each end of one edge to each end of another, at least one of them within reach: `[from, to]` as 2 · from + to. */
export interface EdgePair {
  readonly edge: number
  readonly ways: Float64Array
}

export function edgesWithin(graph: NetworkGraph, edge: number, reach: number): EdgePair[] {
  const { nodeOfEnd, endsAt, firstAt } = graph
  const distances = [2 * edge, 2 * edge + 1].map((end) => distancesFrom(graph, end, reach))
  const nodes = distances.flatMap((each) => [...each.keys()])
  const ends = nodes.flatMap((node) => [...endsAt.subarray(firstAt[node], firstAt[node + 1])])
  const edges = [...new Set(ends.map(edgeOfEnd))].sort((a, b) => a - b)
  return edges.map((other) => {
    const to = [2 * other, 2 * other + 1].map((end) => nodeOfEnd[end]!)
    const ways = distances.flatMap((each) => to.map((node) => each.get(node) ?? Infinity))
    return { edge: other, ways: Float64Array.from(ways) }
  })
}
