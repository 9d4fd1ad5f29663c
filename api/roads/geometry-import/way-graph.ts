import { degreeLength, distanceBetween, type LonLat } from '../network/geodesy.ts'
import { lengthOf, type ImportedWay } from './imported-way.ts'

export interface Edge {
  readonly way: string
  readonly from: number
  readonly to: number
  readonly oneway: ImportedWay['oneway']
  readonly isRoundabout: boolean
  readonly coordinates: readonly LonLat[]
  readonly length: number
}

/** The ways of one road, cut where one meets another, tied together where their ends meet. */
export interface WayGraph {
  readonly nodes: readonly LonLat[]
  readonly edges: readonly Edge[]
}

/** Ends closer than the tolerance are one node; looked up by cells of its size. */
class NodeFinder {
  readonly nodes: LonLat[] = []
  readonly #cells = new Map<string, number[]>()
  readonly #tolerance: number

  constructor(tolerance: number) {
    this.#tolerance = Math.max(tolerance, 0.01)
  }

  #cell([longitude, latitude]: LonLat): [number, number] {
    // One scale for the whole map: cells need not be square, only never smaller than the tolerance.
    const { east, north } = degreeLength(60)
    return [
      Math.floor((longitude * east) / this.#tolerance),
      Math.floor((latitude * north) / this.#tolerance),
    ]
  }

  find(point: LonLat): number | undefined {
    const [column, row] = this.#cell(point)
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const node of this.#cells.get(`${column + dx}/${row + dy}`) ?? [])
          if (distanceBetween(this.nodes[node]!, point) <= this.#tolerance) return node
    return undefined
  }

  findOrAdd(point: LonLat): number {
    const known = this.find(point)
    if (known !== undefined) return known
    const key = this.#cell(point).join('/')
    this.#cells.set(key, [...(this.#cells.get(key) ?? []), this.nodes.length])
    return this.nodes.push(point) - 1
  }
}

const textOf = (line: readonly LonLat[]) => line.map(([x, y]) => `${x.toFixed(8)},${y.toFixed(8)}`).join(' ')

/** The same for a line drawn there and back again. */
function lineKey(line: readonly LonLat[]): string {
  const [there, back] = [textOf(line), textOf([...line].reverse())]
  return there < back ? there : back
}

export interface DistinctWays {
  readonly ways: readonly ImportedWay[]
  readonly duplicates: readonly ImportedWay[]
}

/** In an order of their own, so that the order of the file means nothing; the same line twice counts once. */
export function distinctWays(ways: readonly ImportedWay[]): DistinctWays {
  const keyed = ways
    .filter(({ coordinates }) => lengthOf(coordinates) > 0)
    .map((way) => ({ way, key: lineKey(way.coordinates) }))
    .sort((a, b) => (a.key === b.key ? (a.way.id < b.way.id ? -1 : 1) : a.key < b.key ? -1 : 1))
  const isRepeat = (i: number) => i > 0 && keyed[i - 1]!.key === keyed[i]!.key
  return {
    ways: keyed.flatMap(({ way }, i) => (isRepeat(i) ? [] : [way])),
    duplicates: keyed.flatMap(({ way }, i) => (isRepeat(i) ? [way] : [])),
  }
}

/** A way cut at every vertex where another one ends: a branch may leave it between its own ends. */
function cutAtNodes(way: ImportedWay, finder: NodeFinder, tolerance: number): Edge[] {
  const edges: Edge[] = []
  let from = finder.findOrAdd(way.coordinates[0]!)
  let piece: LonLat[] = [finder.nodes[from]!]
  way.coordinates.forEach((point, i) => {
    if (i === 0) return
    const node = finder.find(point)
    piece.push(node === undefined ? point : finder.nodes[node]!)
    if (node === undefined) return
    const length = lengthOf(piece)
    const { oneway, isRoundabout } = way
    // Vertices closer together than the tolerance would hang a loop of nothing on their node.
    if (node !== from || length > 2 * tolerance)
      edges.push({ way: way.id, from, to: node, oneway, isRoundabout, coordinates: piece, length })
    from = node
    piece = [finder.nodes[node]!]
  })
  return edges
}

export function buildWayGraph(ways: readonly ImportedWay[], tolerance: number): WayGraph {
  const finder = new NodeFinder(tolerance)
  for (const { coordinates } of ways) {
    finder.findOrAdd(coordinates[0]!)
    finder.findOrAdd(coordinates[coordinates.length - 1]!)
  }
  const edges = ways.flatMap((way) => cutAtNodes(way, finder, tolerance))
  return { nodes: finder.nodes, edges }
}

/** Edges that hang together, largest group first. Nodes in `apart` hold nothing together. */
export function connectedParts(edges: readonly Edge[], apart: ReadonlySet<number> = new Set()): Edge[][] {
  const groups = new Map<number, Edge[]>()
  const leader = new Map<number, number>()
  const find = (node: number): number => {
    const next = leader.get(node) ?? node
    if (next === node) return node
    const top = find(next)
    leader.set(node, top)
    return top
  }
  // Edges count as nodes below zero, so that one between two parting nodes is still a group.
  const inner = ({ from, to }: Edge) => [from, to].filter((node) => !apart.has(node))
  edges.forEach((edge, i) => inner(edge).forEach((node) => leader.set(find(node), find(-1 - i))))
  edges.forEach((edge, i) => {
    const top = find(-1 - i)
    groups.set(top, [...(groups.get(top) ?? []), edge])
  })
  const total = (group: readonly Edge[]) => group.reduce((sum, { length }) => sum + length, 0)
  return [...groups.values()].sort((a, b) => total(b) - total(a))
}
