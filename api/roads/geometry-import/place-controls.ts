import type { LonLat } from '../network/geodesy.ts'
import { longestChain, type KnotOption } from '../network/knot-chain.ts'
import { runningAtStake, type RunningChainage } from '../network/running-chainage.ts'
import { lengthOf } from './imported-way.ts'
import type { PresentAnchor, PresentRoad } from './present-road.ts'
import { feetOn, rulerOf, type Foot } from './ruler.ts'

/** A place of the new line whose stake is known. */
export interface Control {
  readonly line: number
  /** Along its own line. */
  readonly measure: number
  readonly stake: number
  /** On the common axis of all lines, and with the chain breaks taken out. */
  readonly knot: KnotOption
  readonly foot: LonLat
  /** Absent for the ends of the present sections: they say a stake without being surveyed. */
  readonly anchor?: PresentAnchor
}

export interface DroppedAnchor {
  readonly stake: number
  /** Too far from the new line, or at odds with the order of the others along it. */
  readonly reason: 'far' | 'order'
}

type Lines = readonly (readonly LonLat[])[]

const anchorReach = 100
/** Passages of the road this much farther away than the nearest may still be the meant one. */
const equallyNear = 20
/** Two lines meet on the common axis without touching, in metres and in chainage: an end and a start may share a stake. */
const betweenLines = { measure: 0.001, running: 0.0001 }

/** A section's end counts as an anchor unless a real one stands as near as this. */
const endSpares = 50

export function offsetsOf(lines: Lines): number[] {
  let reached = 0
  return lines.map((line) => {
    const offset = reached
    reached += lengthOf(line) + betweenLines.measure
    return offset
  })
}

interface Known {
  readonly stake: number
  readonly point: LonLat
  readonly weight: number
  readonly anchor?: PresentAnchor
}

const weights = { surveyed: 5, imagery: 3, interpolated: 2 } as const

/** Of the right carriageway: anchors of the left one belong to its own line. */
function knownPlaces({ sections, anchors }: PresentRoad): Known[] {
  const main = sections.filter(({ carriageway }) => carriageway !== 'left')
  const ends = main.flatMap(({ fromStake, toStake, coordinates }): Known[] => [
    { stake: fromStake, point: coordinates[0]!, weight: 1 },
    { stake: toStake, point: coordinates[coordinates.length - 1]!, weight: 1 },
  ])
  const posts = anchors
    .filter(({ section }) => main.some(({ sequence }) => sequence === section))
    .map((anchor): Known => {
      const { stake, point, method } = anchor
      return { stake, point, weight: weights[method], anchor }
    })
  const isSpared = (end: Known) => posts.some(({ stake }) => Math.abs(stake - end.stake) < endSpares)
  return [...posts, ...ends.filter((end) => !isSpared(end))]
}

export interface PlacedControls {
  /** Along the lines, their stakes growing. */
  readonly controls: readonly Control[]
  readonly dropped: readonly DroppedAnchor[]
}

/** Finds the present anchors on the new lines, the most and weightiest that can be right together. */
export function placeControls(lines: Lines, road: PresentRoad, chainage: RunningChainage): PlacedControls {
  const ruler = rulerOf(lines)
  const offsets = offsetsOf(lines)
  const known = knownPlaces(road)
  const optionsOf = ({ stake, weight, anchor }: Known, post: number, foot: Foot): Control[] =>
    runningAtStake(chainage, stake).map((running) => {
      const { line, measure, point } = foot
      const onAxis = { measure: offsets[line]! + measure, running: running + line * betweenLines.running }
      return {
        line,
        measure,
        stake,
        foot: point,
        knot: { post, weight, ...onAxis },
        ...(anchor && { anchor }),
      }
    })
  const placed = known.map((each, post) => {
    const feet = feetOn(ruler, each.point, anchorReach)
    const close = feet.filter(({ distance }) => distance <= feet[0]!.distance + equallyNear)
    return close.flatMap((foot) => optionsOf(each, post, foot))
  })
  const options = placed.flat()
  const chain = longestChain(options.map(({ knot }) => knot))
  const controls = chain.flatMap((kept) => options.find(({ knot }) => knot === kept) ?? [])
  const dropped = known.flatMap(({ stake, anchor }, post): DroppedAnchor[] => {
    if (!anchor || chain.some((knot) => knot.post === post)) return []
    return [{ stake, reason: placed[post]!.length > 0 ? 'order' : 'far' }]
  })
  return { controls, dropped }
}
