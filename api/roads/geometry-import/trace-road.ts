import { pointToStakes } from '../network/linear-referencing.ts'
import { partCrossings } from './crossings.ts'
import { lengthOf, sampleAlong, type ImportedWay } from './imported-way.ts'
import { leftoversOf, relationTo, waysOf, type LeftOut } from './left-out.ts'
import { longestPath, type Chain } from './longest-path.ts'
import { orderAlongRoad, type Beginning, type Placed } from './order-chains.ts'
import { rulerOf, type Ruler } from './ruler.ts'
import { buildWayGraph, connectedParts, distinctWays, type Edge, type WayGraph } from './way-graph.ts'

/** One unbroken line of the road in the direction of growing stakes. */
export interface TracedLine {
  readonly chain: Chain
  /** Lines of the opposite carriageway beside it. */
  readonly opposite: readonly Chain[]
}

export type TracedRoad =
  | { readonly ok: true; readonly lines: readonly TracedLine[]; readonly leftOut: readonly LeftOut[] }
  | { readonly ok: false; readonly refusal: 'nothingFound' | 'noStart' }

interface Part {
  readonly edges: readonly Edge[]
  readonly chain: Chain
  readonly coordinates: Chain['coordinates']
  readonly twins: readonly Chain[]
}

/** A piece on its own that is shorter than this is the trace of some junction. */
const shortestPart = 100
/** The two carriageways of a road end this near to one another. */
const endsWithin = 300

function wayLeftOut(kind: 'link' | 'duplicate', { id, coordinates }: ImportedWay): LeftOut {
  return { kind, ways: [id], lengthMetres: lengthOf(coordinates), at: coordinates[0]! }
}

function partLeftOut(kind: LeftOut['kind'], { steps, length, coordinates }: Chain): LeftOut {
  return { kind, ways: waysOf(steps.map(({ edge }) => edge)), lengthMetres: length, at: coordinates[0]! }
}

/** The parts that make up the road; the others run beside one of them, or are too short to matter. */
function sortParts(graph: WayGraph): { parts: Part[]; leftOut: LeftOut[] } {
  const chains = connectedParts(graph.edges)
    .flatMap((edges) => {
      const chain = longestPath(edges, graph.nodes)
      return chain ? [{ edges, chain, coordinates: chain.coordinates, twins: [] as Chain[] }] : []
    })
    .sort((a, b) => b.chain.length - a.chain.length)
  const parts: typeof chains = []
  const rulers: Ruler[] = []
  const leftOut: LeftOut[] = []
  for (const candidate of chains) {
    const { chain } = candidate
    const relations = rulers.map((ruler) => relationTo(ruler, chain.coordinates))
    const beside = relations.findIndex((relation) => relation !== 'apart')
    if (beside >= 0) {
      const relation = relations[beside]!
      if (relation === 'carriageway') parts[beside]!.twins.push(chain)
      else leftOut.push(partLeftOut('duplicate', chain))
    } else if (parts.length > 0 && chain.length < shortestPart) leftOut.push(partLeftOut('fragment', chain))
    else {
      parts.push(candidate)
      // The last one has nothing after it that would be measured.
      if (candidate !== chains[chains.length - 1]) rulers.push(rulerOf([chain.coordinates]))
    }
  }
  return { parts, leftOut }
}

function reversed({ steps, coordinates, length }: Chain): Chain {
  const back = [...steps].reverse().map(({ edge, isForward }) => ({ edge, isForward: !isForward }))
  const against = back
    .filter(({ edge, isForward }) => edge.oneway === (isForward ? 'backward' : 'forward'))
    .reduce((sum, { edge }) => sum + edge.length, 0)
  return { steps: back, coordinates: [...coordinates].reverse(), length, against }
}

/** The same part in the other direction, on the carriageway that leads there. */
function turnedChain(graph: WayGraph, { edges, chain }: Part): Chain {
  const [first, last] = [chain.coordinates[0]!, chain.coordinates[chain.coordinates.length - 1]!]
  const back = longestPath(edges, graph.nodes, { from: last, to: first, within: endsWithin })
  return back ?? reversed(chain)
}

/** Traffic keeps right: the carriageway of growing stakes has the other one on its left. */
function liesRight(chain: Chain, twin: Chain): boolean {
  const ruler = rulerOf([chain.coordinates])
  const sides = sampleAlong(twin.coordinates, 500).flatMap(
    (point) => pointToStakes(ruler, point)[0]?.side ?? [],
  )
  return sides.filter((side) => side === 'right').length * 2 > sides.length
}

function runsAlong(chain: Chain, twin: Chain): boolean {
  const [first, last] = [twin.coordinates[0]!, twin.coordinates[twin.coordinates.length - 1]!].map(
    (end) => pointToStakes(rulerOf([chain.coordinates]), end)[0]?.stake ?? 0,
  )
  return first! <= last!
}

/** Of two carriageways drawn apart the right one is the road's line. */
function chooseRight(chain: Chain, twins: readonly Chain[]): { chain: Chain; twins: readonly Chain[] } {
  const whole = twins.find((twin) => twin.length > 0.8 * chain.length)
  if (!whole || !liesRight(chain, whole)) return { chain, twins }
  const right = runsAlong(chain, whole) ? whole : reversed(whole)
  return { chain: right, twins: [chain, ...twins.filter((twin) => twin !== whole)] }
}

function traceLine(graph: WayGraph, { item, isTurned }: Placed<Part>): { line: TracedLine; rest: LeftOut[] } {
  const own = isTurned ? turnedChain(graph, item) : item.chain
  const rest = leftoversOf(graph, item.edges, own)
  const { chain, twins } = chooseRight(own, item.twins)
  const beside = rest.filter(({ kind }) => kind === 'carriageway').map((leftover) => leftover.chain)
  const leftOut = rest.map(({ chain: _, ...found }): LeftOut => found)
  const apart = twins.map((twin) => partLeftOut('carriageway', twin))
  return { line: { chain, opposite: [...twins, ...beside] }, rest: [...apart, ...leftOut] }
}

/** From the ways of one road to its lines in order: what it is, and what of the file it is not. */
export function traceRoad(ways: readonly ImportedWay[], tolerance: number, beginning: Beginning): TracedRoad {
  const isAllLinks = ways.every(({ isLink }) => isLink)
  const links = isAllLinks ? [] : ways.filter(({ isLink }) => isLink)
  const distinct = distinctWays(ways.filter((way) => !links.includes(way)))
  const graph = partCrossings(buildWayGraph(distinct.ways, tolerance))
  const { parts, leftOut } = sortParts(graph)
  if (parts.length === 0) return { ok: false, refusal: 'nothingFound' }
  const placed = orderAlongRoad(parts, beginning)
  if (!placed) return { ok: false, refusal: 'noStart' }
  const traced = placed.map((part) => traceLine(graph, part))
  const rest = traced.flatMap((each) => each.rest)
  const dropped = [
    ...links.map((way) => wayLeftOut('link', way)),
    ...distinct.duplicates.map((way) => wayLeftOut('duplicate', way)),
  ]
  return { ok: true, lines: traced.map(({ line }) => line), leftOut: [...dropped, ...leftOut, ...rest] }
}
