import type { LonLat } from '../network/geodesy.ts'
import { lengthOf } from './imported-way.ts'
import { longestPath, type Chain } from './longest-path.ts'
import { feetOn, rulerOf, shareWithin, type Ruler } from './ruler.ts'
import { connectedParts, type Edge, type WayGraph } from './way-graph.ts'

export type LeftOutKind = 'branch' | 'loop' | 'roundabout' | 'duplicate' | 'carriageway' | 'fragment' | 'link'

/** What of the file is not on the line of the road, and why. */
export interface LeftOut {
  readonly kind: LeftOutKind
  readonly ways: readonly string[]
  readonly lengthMetres: number
  readonly at: LonLat
}

/** The other carriageway of a divided road, a median of up to so many metres between. */
const medianWidth = 60
/** Drawn twice: nearer than two lanes can be. */
const sameLine = 5
/** Of an opposite carriageway most runs beside the line and leads along it. */
const besideShare = 0.8

export const waysOf = (edges: readonly Edge[]) => [...new Set(edges.map(({ way }) => way))]

/** Metres along the ruler that the line covers, nothing when it ends elsewhere. */
function covered(ruler: Ruler, line: readonly LonLat[]): number {
  const [first, last] = [line[0]!, line[line.length - 1]!].map((end) => feetOn(ruler, end, medianWidth)[0])
  return first && last && first.line === last.line ? Math.abs(last.measure - first.measure) : 0
}

export function relationTo(ruler: Ruler, line: readonly LonLat[]): 'duplicate' | 'carriageway' | 'apart' {
  const runsAlong = covered(ruler, line) >= besideShare * lengthOf(line)
  if (!runsAlong) return 'apart'
  if (shareWithin(ruler, line, sameLine) >= besideShare) return 'duplicate'
  return shareWithin(ruler, line, medianWidth) >= besideShare ? 'carriageway' : 'apart'
}

export interface Leftover extends LeftOut {
  readonly chain: Chain
}

function kindOf(part: readonly Edge[], chain: Chain, ruler: Ruler, touched: number): LeftOutKind {
  if (part.every(({ isRoundabout }) => isRoundabout)) return 'roundabout'
  const relation = relationTo(ruler, chain.coordinates)
  if (relation !== 'apart') return relation
  return touched > 1 ? 'loop' : 'branch'
}

/** What hangs on a chain without being part of it. */
export function leftoversOf(graph: WayGraph, part: readonly Edge[], chain: Chain): Leftover[] {
  const onChain = new Set(chain.steps.map(({ edge }) => edge))
  const nodes = new Set([...onChain].flatMap(({ from, to }) => [from, to]))
  const rest = part.filter((edge) => !onChain.has(edge))
  if (rest.length === 0) return []
  const ruler = rulerOf([chain.coordinates])
  return connectedParts(rest, nodes).flatMap((edges) => {
    const own = longestPath(edges, graph.nodes)
    if (!own) return []
    const touched = new Set(edges.flatMap(({ from, to }) => [from, to]).filter((node) => nodes.has(node)))
    return {
      kind: kindOf(edges, own, ruler, touched.size),
      ways: waysOf(edges),
      lengthMetres: edges.reduce((sum, { length }) => sum + length, 0),
      at: own.coordinates[0]!,
      chain: own,
    }
  })
}
