import { passagesFrom, type Passage, type SplitMethod } from './equal-split.ts'
import { kernelOf, type Kernel, type KernelName } from './kernels.ts'
import { edgeOfEnd, isBeginning, type NetworkGraph } from './network-graph.ts'
import type { PlacesOnEdges } from './places-on-edges.ts'
import { edgesWithin } from './shortest-ways.ts'

export const densityMethods = ['simple', 'discontinuous', 'continuous'] as const
export type DensityMethod = (typeof densityMethods)[number]

export interface DensitySettings {
  readonly method: DensityMethod
  readonly kernel: KernelName
  /** Metres. */
  readonly bandwidth: number
}

interface Work {
  readonly graph: NetworkGraph
  readonly events: PlacesOnEdges
  readonly places: PlacesOnEdges
  /** Events per metre at each place; added to. */
  readonly sums: Float64Array
  readonly kernel: Kernel
  readonly bandwidth: number
  /** The places are the events, and none counts for itself. */
  readonly leavesOut: boolean
}

/** The events of each edge on the places of the same edge: both are in order, so the window only moves on. */
function addAlongEdge({ events, places, sums, kernel, bandwidth, leavesOut }: Work, edge: number): void {
  const end = events.first[edge + 1]!
  let low = events.first[edge]!
  for (let i = places.first[edge]!; i < places.first[edge + 1]!; i++) {
    const place = places.positions[i]!
    while (low < end && events.positions[low]! <= place - bandwidth) low++
    let sum = 0
    for (let j = low; j < end; j++) {
      const distance = events.positions[j]! - place
      if (distance >= bandwidth) break
      if (!(leavesOut && i === j)) sum += kernel(Math.abs(distance))
    }
    sums[i]! += sum
  }
}

/** The places of an edge as one meets them from one of its ends, and how far they are from it. */
function inOrderFrom({ lengths }: NetworkGraph, { first, positions }: PlacesOnEdges, end: number) {
  const edge = edgeOfEnd(end)
  const [low, high] = [first[edge]!, first[edge + 1]!]
  const count = high - low
  return isBeginning(end)
    ? { count, at: (n: number) => low + n, distance: (i: number) => positions[i]! }
    : { count, at: (n: number) => high - 1 - n, distance: (i: number) => lengths[edge]! - positions[i]! }
}

/** What leaves an edge by one end, on the places of one edge that it reaches: nearest first on both, until they are too far. */
function addThrough(work: Work, from: number, { end, offset, share }: Passage): void {
  const { graph, events, places, sums, kernel, bandwidth, leavesOut } = work
  const near = inOrderFrom(graph, events, from)
  const entered = inOrderFrom(graph, places, end)
  for (let m = 0; m < entered.count; m++) {
    const i = entered.at(m)
    const beyond = offset + entered.distance(i)
    if (beyond >= bandwidth) break
    let sum = 0
    for (let n = 0; n < near.count; n++) {
      const j = near.at(n)
      const distance = near.distance(j) + beyond
      if (distance >= bandwidth) break
      if (!(leavesOut && i === j)) sum += kernel(distance)
    }
    sums[i]! += share * sum
  }
}

/** Whether an event lies near enough to the end for anything to leave by it. */
function reachesEnd({ graph, events, bandwidth }: Work, end: number): boolean {
  const { count, at, distance } = inOrderFrom(graph, events, end)
  return count > 0 && distance(at(0)) < bandwidth
}

function addBySplitting(work: Work, method: SplitMethod): void {
  const { graph, bandwidth } = work
  for (let edge = 0; edge < graph.lengths.length; edge++) addAlongEdge(work, edge)
  for (let end = 0; end < graph.nodeOfEnd.length; end++) {
    if (!reachesEnd(work, end)) continue
    for (const passage of passagesFrom(graph, end, bandwidth, method)) addThrough(work, end, passage)
  }
}

/** Metres from an event to a place of another edge (or of its own, round about) by the shortest way. */
function shortest(ways: Float64Array, event: number, length: number, place: number, other: number): number {
  return Math.min(
    event + ways[0]! + place,
    event + ways[1]! + other - place,
    length - event + ways[2]! + place,
    length - event + ways[3]! + other - place,
  )
}

/** Those of an edge that are nearer than the bandwidth to one of its ends, in order along it. */
function nearEnds({ graph, bandwidth }: Work, places: PlacesOnEdges, edge: number): number[] {
  const near = [2 * edge, 2 * edge + 1].flatMap((end) => {
    const { count, at, distance } = inOrderFrom(graph, places, end)
    let n = 0
    while (n < count && distance(at(n)) < bandwidth) n++
    return Array.from({ length: n }, (_, i) => at(i))
  })
  return [...new Set(near)].sort((a, b) => a - b)
}

function addByShortestWay(work: Work, source: number): void {
  const { graph, events, places, sums, kernel, bandwidth, leavesOut } = work
  const length = graph.lengths[source]!
  const leaving = nearEnds(work, events, source)
  if (leaving.length === 0) return
  for (const { edge, ways } of edgesWithin(graph, source, bandwidth))
    for (const i of nearEnds(work, places, edge)) {
      const place = places.positions[i]!
      let sum = 0
      for (const j of leaving) {
        if (leavesOut && i === j) continue
        const event = events.positions[j]!
        const round = shortest(ways, event, length, place, graph.lengths[edge]!)
        const direct = edge === source ? Math.abs(event - place) : Infinity
        // Along the edge itself it has been counted already.
        if (round < direct) sum += kernel(round) - kernel(direct)
      }
      sums[i]! += sum
    }
}

function addSimply(work: Work): void {
  for (let edge = 0; edge < work.graph.lengths.length; edge++) {
    addAlongEdge(work, edge)
    addByShortestWay(work, edge)
  }
}

function densitiesAt(
  graph: NetworkGraph,
  events: PlacesOnEdges,
  places: PlacesOnEdges,
  { method, kernel: name, bandwidth }: DensitySettings,
  leavesOut: boolean,
): Float64Array {
  const sums = new Float64Array(places.positions.length)
  const kernel = kernelOf(name, bandwidth)
  const work: Work = { graph, events, places, sums, kernel, bandwidth, leavesOut }
  if (method === 'simple') addSimply(work)
  else addBySplitting(work, method)
  return sums
}

/** Events per metre at places of the network: every kernel summed as it is, nothing binned. */
export function densityAt(
  graph: NetworkGraph,
  events: PlacesOnEdges,
  places: PlacesOnEdges,
  settings: DensitySettings,
): Float64Array {
  return densitiesAt(graph, events, places, settings, false)
}

/** At each event, what the others give. */
export function densityOfOthers(
  graph: NetworkGraph,
  events: PlacesOnEdges,
  settings: DensitySettings,
): Float64Array {
  return densitiesAt(graph, events, events, settings, true)
}
