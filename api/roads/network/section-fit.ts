import { drawnLine, drawThrough, feetOf, type Anchor, type DrawnLine, type Foot } from './anchor-fit.ts'
import { calibrateAlong, type Calibration } from './calibration.ts'
import { longestChain, type KnotOption } from './knot-chain.ts'
import type { SectionInput } from './road-network.ts'
import {
  runningAtStake,
  runningChainage,
  type ChainBreak,
  type Knot,
  type RunningChainage,
} from './running-chainage.ts'

/** Farther from the drawn line a post belongs to another road, or a digit of its coordinates is wrong. */
export const anchorWithin = 1000

/** Why an anchor does not hold: it would turn the stakes back, its stake is skipped by a chain break, it stands too far off. */
export type AnchorRefusal = 'order' | 'skipped' | 'far'

export interface PlacedAnchor {
  readonly anchor: Anchor
  readonly feet: readonly Foot[]
  readonly options: readonly KnotOption[]
  /** Its place in the chain of anchors that hold. */
  readonly knot: KnotOption | undefined
  readonly refusal: AnchorRefusal | undefined
}

export interface PlacedAnchors {
  readonly line: DrawnLine
  readonly chainage: RunningChainage
  /** The line was drawn against the stakes and is taken the other way round. */
  readonly reversed: boolean
  /** The ends of the drawn line with the section's own stakes, and how they compare with the anchors. */
  readonly ends: readonly KnotOption[]
  readonly chain: readonly KnotOption[]
  readonly anchors: readonly PlacedAnchor[]
}

export interface FittedSection {
  readonly line: DrawnLine
  readonly calibration: readonly Calibration[]
  readonly reversed: boolean
}

/** Weight of a drawn end: it carries the section's own stake wherever no post says better. */
const endWeight = 0.5

/** A break that would skip the section's own end is not a break of this section. */
function chainageOf(section: SectionInput, breaks: readonly ChainBreak[]): RunningChainage {
  const skips = ({ atStake, jump }: ChainBreak, stake: number) => atStake < stake && stake < atStake + jump
  return runningChainage(
    breaks.filter((each) => !skips(each, section.fromStake) && !skips(each, section.toStake)),
  )
}

/** Whether more pairs of anchors fall than rise along the line. A long chain explains a fall up to its jump. */
function runsAgainstStakes(
  line: DrawnLine,
  anchors: readonly Anchor[],
  breaks: readonly ChainBreak[],
): boolean {
  const repeated = breaks.reduce((sum, { jump }) => sum + Math.max(0, -jump), 0)
  const posts = anchors
    .map(({ stake, point }) => ({ stake, foot: feetOf(line, point)[0] }))
    .filter(({ foot }) => foot && foot.distance <= anchorWithin)
    .sort((a, b) => a.foot!.measure - b.foot!.measure)
  let rising = 0
  for (let i = 0; i < posts.length; i++)
    for (let j = i + 1; j < posts.length; j++) {
      const rise = posts[j]!.stake - posts[i]!.stake
      rising += rise > 0 ? 1 : rise < -repeated ? -1 : 0
    }
  return rising < 0
}

function alongStakes(section: SectionInput, breaks: readonly ChainBreak[]) {
  const isSwapped = section.fromStake > section.toStake
  const drawn = drawnLine(section.coordinates)
  const reversed = isSwapped || runsAgainstStakes(drawn, section.anchors, breaks)
  const line = reversed ? drawnLine([...drawn.coordinates].reverse()) : drawn
  const [fromStake, toStake] = isSwapped
    ? [section.toStake, section.fromStake]
    : [section.fromStake, section.toStake]
  return { line, reversed, fromStake, toStake }
}

function optionsOf(chainage: RunningChainage, post: number, stake: number, feet: readonly Foot[]) {
  return feet.flatMap(({ measure }) =>
    runningAtStake(chainage, stake).map((running) => ({ post, weight: 1, measure, running })),
  )
}

function endOptions(chainage: RunningChainage, stake: number, measure: number, post: number): KnotOption[] {
  return runningAtStake(chainage, stake).map((running) => ({ post, weight: endWeight, measure, running }))
}

function refusalOf(placed: Pick<PlacedAnchor, 'feet' | 'options' | 'knot'>): AnchorRefusal | undefined {
  if (placed.knot) return undefined
  if (!placed.feet.some(({ distance }) => distance <= anchorWithin)) return 'far'
  return placed.options.length === 0 ? 'skipped' : 'order'
}

/** Finds each anchor's foot on the drawn line and which of them hold; nothing where there is no line. */
export function placeAnchors(
  section: SectionInput,
  breaks: readonly ChainBreak[],
): PlacedAnchors | undefined {
  const { line, reversed, fromStake, toStake } = alongStakes(section, breaks)
  const length = line.measures[line.measures.length - 1] ?? 0
  if (length === 0) return undefined
  const chainage = chainageOf({ ...section, fromStake, toStake }, breaks)
  const found = section.anchors.map((anchor, post) => {
    const feet = feetOf(line, anchor.point)
    const near = feet.filter(({ distance }) => distance <= anchorWithin)
    return { anchor, feet, options: optionsOf(chainage, post, anchor.stake, near) }
  })
  const ends = [...endOptions(chainage, fromStake, 0, -1), ...endOptions(chainage, toStake, length, -2)]
  const chain = longestChain([...ends, ...found.flatMap(({ options }) => options)])
  const knots = new Map(chain.map((knot) => [knot.post, knot]))
  const anchors = found.map((placed, post) => {
    const knot = knots.get(post)
    return { ...placed, knot, refusal: refusalOf({ ...placed, knot }) }
  })
  return { line, chainage, reversed, ends, chain, anchors }
}

/** Beyond the last known stakes a metre of line is a metre of road. */
function withTails(knots: readonly Knot[], length: number): Knot[] {
  const [first, last] = [knots[0]!, knots[knots.length - 1]!]
  const head = first.measure > 0 ? [{ measure: 0, running: first.running - first.measure }] : []
  const rest = length - last.measure
  const tail = rest > 0 ? [{ measure: length, running: last.running + rest }] : []
  return [...head, ...knots, ...tail]
}

export function fitSection(section: SectionInput, breaks: readonly ChainBreak[]): FittedSection | undefined {
  const placed = placeAnchors(section, breaks)
  if (!placed) return undefined
  const posts = placed.chain.flatMap((knot) => {
    const anchor = placed.anchors[knot.post]
    const foot = anchor?.feet.find(({ measure }) => measure === knot.measure)
    return anchor && foot ? [{ knot, foot, point: anchor.anchor.point }] : []
  })
  const { line, vertices } = drawThrough(placed.line, posts)
  const length = line.measures[line.measures.length - 1]!
  const vertexOf = new Map(posts.map(({ knot }, i) => [knot.post, vertices[i]!]))
  const knots = placed.chain.map(({ post, running }) => ({
    running,
    measure: post === -1 ? 0 : post === -2 ? length : line.measures[vertexOf.get(post)!]!,
  }))
  const calibration = calibrateAlong(placed.chainage, withTails(knots, length))
  return { line, calibration, reversed: placed.reversed }
}
