import { degreeLength, type LonLat } from '../network/geodesy.ts'
import type { Edge, WayGraph } from './way-graph.ts'

/** One end of an edge, seen from its node. */
interface EdgeEnd {
  readonly edge: number
  readonly isStart: boolean
}

/** Two pairs that run on this straight are two roads over one another, not a junction. */
const straightWithin = 50

/** Direction in degrees from a line's end into the line, a little way along so that a kink at the node says nothing. */
export function headingFrom(line: readonly LonLat[], isStart: boolean): number {
  const ordered = isStart ? line : [...line].reverse()
  const { east, north } = degreeLength(ordered[0]![1])
  const away = ordered
    .slice(1)
    .map((point): [number, number] => [
      (point[0] - ordered[0]![0]) * east,
      (point[1] - ordered[0]![1]) * north,
    ])
  const [x, y] = away.find(([dx, dy]) => Math.hypot(dx, dy) > 15) ?? away[away.length - 1]!
  return (Math.atan2(y, x) * 180) / Math.PI
}

/** 0 straight on, 180 back the way one came; both headings lead away from the node. */
export function turnBetween(a: number, b: number): number {
  const difference = Math.abs(((a - b + 540) % 360) - 180)
  return 180 - difference
}

const mayLeave = ({ oneway }: Edge, isStart: boolean) => oneway === 'no' || (oneway === 'forward') === isStart
const mayArrive = (edge: Edge, isStart: boolean) => edge.oneway === 'no' || !mayLeave(edge, isStart)

function turn(edges: readonly Edge[], a: EdgeEnd, b: EdgeEnd): number {
  const [first, second] = [edges[a.edge]!, edges[b.edge]!]
  const canPass =
    (mayArrive(first, a.isStart) && mayLeave(second, b.isStart)) ||
    (mayArrive(second, b.isStart) && mayLeave(first, a.isStart))
  if (!canPass) return 180
  return turnBetween(headingFrom(first.coordinates, a.isStart), headingFrom(second.coordinates, b.isStart))
}

function straightPairs(
  edges: readonly Edge[],
  ends: readonly EdgeEnd[],
): readonly [EdgeEnd, EdgeEnd] | undefined {
  const [first, ...others] = ends
  const pairings = others.map((partner) => {
    const [c, d] = others.filter((end) => end !== partner)
    const worst = Math.max(turn(edges, first!, partner), turn(edges, c!, d!))
    return { pair: [first!, partner] as const, worst }
  })
  const best = pairings.sort((a, b) => a.worst - b.worst)[0]!
  return best.worst < straightWithin ? best.pair : undefined
}

/** A road that crosses itself passes straight over: there the node is made two, or the shortest way would cut the loop off. */
export function partCrossings({ nodes, edges }: WayGraph): WayGraph {
  const ends = nodes.map((): EdgeEnd[] => [])
  edges.forEach(({ from, to }, edge) => {
    ends[from]!.push({ edge, isStart: true })
    ends[to]!.push({ edge, isStart: false })
  })
  const parted = [...edges]
  const added: LonLat[] = [...nodes]
  ends.forEach((around, node) => {
    if (around.length !== 4) return
    const pair = straightPairs(edges, around)
    if (!pair) return
    const copy = added.push(nodes[node]!) - 1
    for (const { edge, isStart } of pair) parted[edge] = { ...parted[edge]!, [isStart ? 'from' : 'to']: copy }
  })
  return { nodes: added, edges: parted }
}
