import { disjointSets } from './disjoint-sets.ts'

/** A piece of road between two nodes, in metres. */
export interface EdgeInput {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly length: number
}

/**
 * Roads between junctions and road ends, in typed arrays. An end of an edge is a number: 2 · edge where it begins,
 * 2 · edge + 1 where it stops. A ring has both its ends at one node.
 */
export interface NetworkGraph {
  readonly edgeIds: readonly string[]
  readonly lengths: Float64Array
  readonly nodeOfEnd: Uint32Array
  /** The ends that meet at a node: `endsAt[firstAt[node]] … endsAt[firstAt[node + 1] - 1]`. */
  readonly endsAt: Uint32Array
  readonly firstAt: Uint32Array
}

export const otherEnd = (end: number) => end ^ 1
export const edgeOfEnd = (end: number) => end >> 1
export const isBeginning = (end: number) => (end & 1) === 0

/** How many ends meet where this one is: 1 at a road end, 2 where nothing but the name changes. */
export function degreeAt({ nodeOfEnd, firstAt }: NetworkGraph, end: number): number {
  const node = nodeOfEnd[end]!
  return firstAt[node + 1]! - firstAt[node]!
}

const isDrawn = (length: number) => length >= 0.001

const byId = (a: EdgeInput, b: EdgeInput) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

function numberNodes(edges: readonly EdgeInput[]): (name: string) => number {
  const numbers = new Map<string, number>()
  for (const name of edges.flatMap(({ from, to }) => [from, to]))
    if (!numbers.has(name)) numbers.set(name, numbers.size)
  // An edge without a length is no road: its two ends are one place.
  const places = disjointSets(numbers.size)
  for (const { from, to, length } of edges)
    if (!isDrawn(length)) places.join(numbers.get(from)!, numbers.get(to)!)
  return (name) => places.firstOf(numbers.get(name)!)
}

/** Edges are put in the order of their ids, so that the order in which they come changes no digit. */
export function buildGraph(edges: readonly EdgeInput[]): NetworkGraph {
  const sorted = [...edges].sort(byId)
  const nodeOf = numberNodes(sorted)
  const drawn = sorted.filter(({ length }) => isDrawn(length))
  const nodeOfEnd = Uint32Array.from(drawn.flatMap(({ from, to }) => [nodeOf(from), nodeOf(to)]))
  const count = nodeOfEnd.reduce((most, node) => Math.max(most, node + 1), 0)
  const firstAt = new Uint32Array(count + 1)
  for (const node of nodeOfEnd) firstAt[node + 1]!++
  for (let node = 0; node < count; node++) firstAt[node + 1]! += firstAt[node]!
  const next = firstAt.slice()
  const endsAt = new Uint32Array(nodeOfEnd.length)
  nodeOfEnd.forEach((node, end) => (endsAt[next[node]!++] = end))
  return {
    edgeIds: drawn.map(({ id }) => id),
    lengths: Float64Array.from(drawn, ({ length }) => length),
    nodeOfEnd,
    endsAt,
    firstAt,
  }
}
