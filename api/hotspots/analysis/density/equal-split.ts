import { degreeAt, edgeOfEnd, otherEnd, type NetworkGraph } from './network-graph.ts'

export type SplitMethod = 'discontinuous' | 'continuous'

/** A share of what leaves one end of an edge, coming into another edge (or back into its own). */
export interface Passage {
  /** By which end it comes in. */
  readonly end: number
  /** Metres driven since it left. */
  readonly offset: number
  readonly share: number
}

/** A share smaller than this is nothing: it keeps short edges between junctions from being run through for ever. */
const leastShare = 1e-9
/** Ways of one length to within a micrometre are one way. */
const wayKey = ({ end, offset }: Passage) => `${end}/${Math.round(offset * 1e6)}`

/**
 * What comes into each of the ends that meet where `end` is, of 1 that leaves by it. Okabe, Satoh and Sugihara (2009),
 * of n ends: discontinuous 1/(n − 1) to each other one and nothing back, so that what runs beyond a road end is lost;
 * continuous 2/n to each other one and 2/n − 1 back, so that a road end (n = 1) sends everything back.
 */
function sharesAfter(graph: NetworkGraph, end: number, method: SplitMethod) {
  const { nodeOfEnd, endsAt, firstAt } = graph
  const node = nodeOfEnd[end]!
  const degree = degreeAt(graph, end)
  const onwards = method === 'continuous' ? 2 / degree : 1 / (degree - 1)
  const back = method === 'continuous' ? 2 / degree - 1 : 0
  const entered = [...endsAt.subarray(firstAt[node], firstAt[node + 1])]
  return entered.map((each) => ({ end: each, share: each === end ? back : onwards }))
}

/** In order of length; of one length, in order of ends. */
function insert(waiting: Passage[], passage: Passage): void {
  let low = 0
  let high = waiting.length
  while (low < high) {
    const middle = (low + high) >> 1
    const { offset, end } = waiting[middle]!
    if (offset < passage.offset || (offset === passage.offset && end < passage.end)) low = middle + 1
    else high = middle
  }
  waiting.splice(low, 0, passage)
}

/**
 * Every way by which what leaves one end of an edge reaches other edges within so many metres, shortest first. Ways that
 * come together with one length go on as one.
 */
export function passagesFrom(
  graph: NetworkGraph,
  from: number,
  reach: number,
  method: SplitMethod,
): Passage[] {
  const waiting: Passage[] = []
  const shares = new Map<string, number>()
  const send = (end: number, offset: number, share: number) => {
    for (const after of sharesAfter(graph, end, method)) {
      const passage = { end: after.end, offset, share: share * after.share }
      const key = wayKey(passage)
      if (!shares.has(key)) insert(waiting, passage)
      shares.set(key, (shares.get(key) ?? 0) + passage.share)
    }
  }
  send(from, 0, 1)
  const passages: Passage[] = []
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const share = shares.get(wayKey(next))!
    if (Math.abs(share) < leastShare) continue
    passages.push({ ...next, share })
    const beyond = next.offset + graph.lengths[edgeOfEnd(next.end)]!
    if (beyond < reach) send(otherEnd(next.end), beyond, share)
  }
  return passages
}
