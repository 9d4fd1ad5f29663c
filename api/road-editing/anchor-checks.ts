import type { FieldError } from '../http/problem.ts'
import type { Text } from '../http/text.ts'
import type { LonLat } from '../roads/network/geodesy.ts'
import { pointToStakes } from '../roads/network/linear-referencing.ts'
import { buildRoadNetwork, type RoadNetwork } from '../roads/network/road-network.ts'
import { roadEditingMessages } from './road-editing-messages.ts'

/** A kilometre post farther from the drawn line is a post of another road, or a coordinate of another system. */
export const offLineAtMost = 300
/** Passes of a road over one spot that lie about equally near can each be the anchor's. */
const equallyNear = 20
/** How far the message can still say how far. */
const searched = 5000

interface DrawnLine {
  readonly fromStake: number
  readonly toStake: number
  readonly coordinates: readonly LonLat[]
  /** Behind a long chain stakes come twice: neither order nor repetition says that an anchor is wrong. */
  readonly repeatsStakes: boolean
}

/** A section without its anchors: what they are checked against. Made once for all of them. */
export interface AnchoredLine extends DrawnLine {
  readonly network: RoadNetwork
}

export interface AnchorPlace {
  readonly stake: number
  readonly point: LonLat
}

interface Foot {
  /** Share of the drawn length, as a stake of the section by even division. */
  readonly along: number
  readonly distance: number
}

export function lineToAnchor(line: DrawnLine): AnchoredLine {
  const { fromStake, toStake, coordinates } = line
  const section = { sequence: 1, fromStake, toStake, coordinates, anchors: [] }
  return { ...line, network: buildRoadNetwork([{ code: 'line', sections: [section] }]) }
}

function feetOf(network: RoadNetwork, point: LonLat, maximumDistance: number): Foot[] {
  const feet = pointToStakes(network, point, { maximumDistance })
  const nearest = feet[0]?.distance ?? 0
  return feet
    .filter(({ distance }) => distance <= nearest + equallyNear)
    .map(({ stake, distance }) => ({ along: stake, distance }))
}

/** The foot nearest to where the stake lies by even division. */
function likelyFoot(network: RoadNetwork, { stake, point }: AnchorPlace): Foot | undefined {
  const off = ({ along }: Foot) => Math.abs(along - stake)
  return feetOf(network, point, offLineAtMost).sort((a, b) => off(a) - off(b))[0]
}

function farAway(network: RoadNetwork, point: LonLat): Text | undefined {
  if (feetOf(network, point, offLineAtMost).length > 0) return undefined
  const [foot] = feetOf(network, point, searched)
  return roadEditingMessages.anchorFarFromLine(foot?.distance ?? searched)
}

function wrongSide(
  network: RoadNetwork,
  others: readonly AnchorPlace[],
  anchor: AnchorPlace,
): AnchorPlace | undefined {
  const feet = feetOf(network, anchor.point, offLineAtMost)
  return others.find((other) => {
    const along = likelyFoot(network, other)?.along
    return (
      along !== undefined &&
      feet.every((foot) => (other.stake < anchor.stake ? foot.along <= along : foot.along >= along))
    )
  })
}

/** The nearest anchors by stake on either side: only they can be overtaken first. */
function neighbours(others: readonly AnchorPlace[], { stake }: AnchorPlace): AnchorPlace[] {
  const sorted = [...others].sort((a, b) => a.stake - b.stake)
  return [sorted.findLast((one) => one.stake < stake), sorted.find((one) => one.stake > stake)].filter(
    (one) => one !== undefined,
  )
}

/** What is wrong with one anchor among the others of its section. */
export function anchorErrors(
  line: AnchoredLine,
  others: readonly AnchorPlace[],
  anchor: AnchorPlace,
): FieldError[] {
  const { stake, point } = anchor
  if (stake < line.fromStake || stake > line.toStake)
    return [
      {
        path: 'stake',
        message: roadEditingMessages.stakeOutsideSection(stake, line.fromStake, line.toStake),
      },
    ]
  if (!line.repeatsStakes && others.some((other) => other.stake === stake))
    return [{ path: 'stake', message: roadEditingMessages.sameStake(stake) }]
  const far = farAway(line.network, point)
  if (far) return [{ path: 'lon', message: far }]
  const overtaken = line.repeatsStakes
    ? undefined
    : wrongSide(line.network, neighbours(others, anchor), anchor)
  return overtaken ? [{ path: 'stake', message: roadEditingMessages.turnsBack(stake, overtaken.stake) }] : []
}

/** Whether the line runs against its anchors: each stake lies before the smaller one. */
export function isDrawnBackwards(line: AnchoredLine, anchors: readonly AnchorPlace[]): boolean {
  if (line.repeatsStakes) return false
  const along = anchors
    .filter(({ stake }) => stake >= line.fromStake && stake <= line.toStake)
    .sort((a, b) => a.stake - b.stake)
    .flatMap(({ point }) => feetOf(line.network, point, offLineAtMost)[0]?.along ?? [])
  return along.length > 1 && along.every((foot, i) => i === 0 || foot < along[i - 1]!)
}

export interface OldAnchor extends AnchorPlace {
  readonly method: 'surveyed' | 'imagery' | 'interpolated'
}

/** A post that stands keeps its stake when the line beside it is drawn better. */
const carriedWithin = 100
/** An interpolated anchor is no more than the old line's own: it goes on only where the new line runs the same. */
const sameLineWithin = 1

/** The anchors of an old line that hold on the new one. */
export function anchorsCarriedOver<A extends OldAnchor>(line: AnchoredLine, anchors: readonly A[]): A[] {
  return anchors.filter(({ stake, point, method }) => {
    if (stake < line.fromStake || stake > line.toStake) return false
    const within = method === 'interpolated' ? sameLineWithin : carriedWithin
    return feetOf(line.network, point, within).length > 0
  })
}
