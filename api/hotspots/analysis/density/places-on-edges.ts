import type { NetworkGraph } from './network-graph.ts'

/** Places of a graph, edge by edge and in order along each: those of an edge are `positions[first[edge]] … positions[first[edge + 1] - 1]`. */
export interface PlacesOnEdges {
  readonly first: Uint32Array
  /** Metres from where the edge begins. */
  readonly positions: Float64Array
}

/** `edges[i]` and `positions[i]` say where the i-th place is; the order in which they come is forgotten. */
export function sortOntoEdges(
  { lengths }: NetworkGraph,
  edges: ArrayLike<number>,
  positions: ArrayLike<number>,
): PlacesOnEdges {
  const first = new Uint32Array(lengths.length + 1)
  for (let i = 0; i < edges.length; i++) first[edges[i]! + 1]!++
  for (let edge = 0; edge < lengths.length; edge++) first[edge + 1]! += first[edge]!
  const next = first.slice()
  const sorted = new Float64Array(edges.length)
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i]!
    sorted[next[edge]!++] = Math.min(lengths[edge]!, Math.max(0, positions[i]!))
  }
  for (let edge = 0; edge < lengths.length; edge++) sorted.subarray(first[edge], first[edge + 1]).sort()
  return { first, positions: sorted }
}

/** Equal pieces of each edge, none longer than asked for; `positions` are their middles, where the density is taken. */
export interface Lixels extends PlacesOnEdges {
  /** Metres, of each edge. */
  readonly lengths: Float64Array
}

/** Xie and Yan (2008): the linear pixel is the unit of density on a network. */
export function cutIntoLixels(
  { lengths: edgeLengths }: NetworkGraph,
  { length }: { readonly length: number },
): Lixels {
  const first = new Uint32Array(edgeLengths.length + 1)
  // A rounding above a multiple shall not make one lixel more.
  edgeLengths.forEach((edge, i) => (first[i + 1] = first[i]! + Math.max(1, Math.ceil(edge / length - 1e-9))))
  const lengths = edgeLengths.map((edge, i) => edge / (first[i + 1]! - first[i]!))
  const positions = new Float64Array(first[edgeLengths.length]!)
  lengths.forEach((each, edge) => {
    for (let i = first[edge]!; i < first[edge + 1]!; i++) positions[i] = (i - first[edge]! + 0.5) * each
  })
  return { first, positions, lengths }
}
