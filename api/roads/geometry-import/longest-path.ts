import { distanceBetween, type LonLat } from '../network/geodesy.ts'
import { headingFrom, turnBetween } from './crossings.ts'
import type { Edge } from './way-graph.ts'

export interface Step {
  readonly edge: Edge
  readonly isForward: boolean
}

export interface Chain {
  readonly steps: readonly Step[]
  readonly coordinates: readonly LonLat[]
  readonly length: number
  /** Metres on a carriageway of the other direction. */
  readonly against: number
}

/** Nobody drives from one carriageway back into the other where they part. */
const sharpestTurn = 120
/** A metre against the traffic counts as so many. */
const againstWeight = 4
/** Ends to start from; a road has two, a tangle of branches has more than one cares for. */
const endLimit = 200

interface State {
  readonly step: Step
  readonly cost: number
  readonly length: number
  readonly against: number
  readonly before: State | undefined
}

/** The least first: a binary heap. */
class Queue {
  readonly #states: State[] = []

  push(state: State): void {
    const heap = this.#states
    let i = heap.push(state) - 1
    for (let up = (i - 1) >> 1; i > 0 && heap[up]!.cost > state.cost; up = (i - 1) >> 1) {
      heap[i] = heap[up]!
      i = up
    }
    heap[i] = state
  }

  pop(): State | undefined {
    const heap = this.#states
    const [top, last] = [heap[0], heap.pop()]
    if (!last || heap.length === 0) return top
    let i = 0
    for (let down = 1; down < heap.length; down = 2 * i + 1) {
      if (down + 1 < heap.length && heap[down + 1]!.cost < heap[down]!.cost) down++
      if (heap[down]!.cost >= last.cost) break
      heap[i] = heap[down]!
      i = down
    }
    heap[i] = last
    return top
  }
}

const startOf = ({ edge, isForward }: Step) => (isForward ? edge.from : edge.to)
const endOf = ({ edge, isForward }: Step) => (isForward ? edge.to : edge.from)

/** Traffic passes a roundabout on one side only; the line of the road takes the shorter one. */
const isAgainst = ({ edge, isForward }: Step) =>
  !edge.isRoundabout && edge.oneway === (isForward ? 'backward' : 'forward')

type Departures = ReadonlyMap<number, readonly Step[]>

function departuresOf(edges: readonly Edge[]): Departures {
  const departures = new Map<number, Step[]>()
  for (const edge of edges)
    for (const isForward of [true, false]) {
      const step = { edge, isForward }
      departures.set(startOf(step), [...(departures.get(startOf(step)) ?? []), step])
    }
  return departures
}

function mayTurn(from: Step, to: Step, choices: number): boolean {
  if (from.edge === to.edge) return false
  if (choices < 3) return true
  if (from.edge.isRoundabout || to.edge.isRoundabout) return true
  const back = headingFrom(from.edge.coordinates, !from.isForward)
  const on = headingFrom(to.edge.coordinates, to.isForward)
  return turnBetween(back, on) <= sharpestTurn
}

function extend(step: Step, before: State | undefined): State {
  const { length } = step.edge
  const against = isAgainst(step) ? length : 0
  return {
    step,
    before,
    cost: (before?.cost ?? 0) + length + (againstWeight - 1) * against,
    length: (before?.length ?? 0) + length,
    against: (before?.against ?? 0) + against,
  }
}

/** The cheapest way to each node, by what one drives on to get there. */
function cheapestFrom(departures: Departures, node: number): ReadonlyMap<number, State> {
  const settled = new Map<Edge, boolean[]>()
  const best = new Map<number, State>()
  const queue = new Queue()
  for (const step of departures.get(node) ?? []) queue.push(extend(step, undefined))
  for (let state = queue.pop(); state; state = queue.pop()) {
    const { edge, isForward } = state.step
    const done = settled.get(edge) ?? []
    if (done[Number(isForward)]) continue
    done[Number(isForward)] = true
    settled.set(edge, done)
    const end = endOf(state.step)
    if (!best.has(end)) best.set(end, state)
    const onward = departures.get(end) ?? []
    for (const next of onward) if (mayTurn(state.step, next, onward.length)) queue.push(extend(next, state))
  }
  return best
}

function chainTo(state: State): Chain {
  const steps: Step[] = []
  for (let at: State | undefined = state; at; at = at.before) steps.unshift(at.step)
  const coordinates = steps.flatMap(({ edge, isForward }, i) => {
    const line = isForward ? edge.coordinates : [...edge.coordinates].reverse()
    return i === 0 ? line : line.slice(1)
  })
  return { steps, coordinates, length: state.length, against: state.against }
}

/** A turn that is too sharp may be had by running round a loop and back: no road does. */
function comesBack(state: State): boolean {
  const passed = new Set<Edge>()
  for (let at: State | undefined = state; at; at = at.before) {
    if (passed.has(at.step.edge)) return true
    passed.add(at.step.edge)
  }
  return false
}

export interface Ends {
  readonly from: LonLat
  readonly to: LonLat
  /** Metres within which an end counts as the wanted one: the carriageways of a divided road end apart. */
  readonly within: number
}

const isNear = (a: LonLat, b: LonLat | undefined, within: number) =>
  b === undefined || distanceBetween(a, b) <= within

/** What the road itself is among its branches and loops: the longest of the shortest ways between two ends. */
export function longestPath(
  edges: readonly Edge[],
  nodes: readonly LonLat[],
  ends?: Ends,
): Chain | undefined {
  const departures = departuresOf(edges)
  const tips = [...departures].flatMap(([node, steps]) => (steps.length === 1 ? [node] : []))
  const candidates = (tips.length < 2 ? [...departures.keys()] : tips).slice(0, endLimit)
  let longest: State | undefined
  const worth = ({ length, against }: State) => length - (againstWeight - 1) * against
  const isLonger = (state: State) => !longest || worth(state) > worth(longest)
  for (const from of candidates.filter((node) => isNear(nodes[node]!, ends?.from, ends?.within ?? 0))) {
    const reached = cheapestFrom(departures, from)
    for (const to of candidates) {
      const state = isNear(nodes[to]!, ends?.to, ends?.within ?? 0) ? reached.get(to) : undefined
      // Back where it began comes only a road that is a ring.
      if (!state || (from === to && tips.length > 0)) continue
      if (isLonger(state) && !comesBack(state)) longest = state
    }
  }
  return longest && chainTo(longest)
}
