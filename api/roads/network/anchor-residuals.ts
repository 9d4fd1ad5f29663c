import type { LonLat } from './geodesy.ts'
import { longestChain, type KnotOption } from './knot-chain.ts'
import type { SectionInput } from './road-network.ts'
import { runningAtStake, type ChainBreak, type Knot } from './running-chainage.ts'
import { placeAnchors, type AnchorRefusal, type PlacedAnchor, type PlacedAnchors } from './section-fit.ts'

/** `scale` and `lateral` are worth a look; the others say why the anchor is left out. */
export type AnchorWarning = 'scale' | 'lateral' | AnchorRefusal

export interface AnchorResidual {
  readonly stake: number
  readonly point: LonLat
  /** Metres from the line as drawn; infinite where there is no line. */
  readonly lateral: number
  /** The stake its neighbours would give this place, less its own; null where nothing else fixes it. */
  readonly residual: number | null
  /** Drawn metres for each metre of stakes beside it, on the side that is more out of true. */
  readonly scale: number | null
  readonly used: boolean
  readonly warnings: readonly AnchorWarning[]
}

const lateralWithin = 50
const scaleWithin = [0.9, 1.1] as const

/** The chain without the anchor, where a drawn end that it had pushed out comes back: but no end judges the post on it. */
function knotsWithout({ chain, ends }: PlacedAnchors, post: number, measure: number): readonly Knot[] {
  const others = chain.filter((knot) => knot.post >= 0 && knot.post !== post)
  return longestChain([...others, ...ends.filter((end) => end.measure !== measure)])
}

function runningBetween(knots: readonly Knot[], measure: number): number | undefined {
  const after = knots.findIndex((knot) => knot.measure >= measure)
  const [from, to] = [knots[after - 1], knots[after]]
  if (to?.measure === measure) return to.running
  if (!from || !to) return undefined
  return from.running + ((measure - from.measure) / (to.measure - from.measure)) * (to.running - from.running)
}

function residualOf(placed: PlacedAnchors, { anchor, feet, knot }: PlacedAnchor, post: number) {
  const measure = knot?.measure ?? feet[0]!.measure
  const expected = runningBetween(knotsWithout(placed, post, measure), measure)
  const own = knot ? [knot.running] : runningAtStake(placed.chainage, anchor.stake)
  if (expected === undefined || own.length === 0) return null
  return own
    .map((running) => expected - running)
    .reduce((least, each) => (Math.abs(each) < Math.abs(least) ? each : least))
}

function scaleBetween(from: Knot | undefined, to: Knot | undefined): number[] {
  if (!from || !to || to.running <= from.running) return []
  return [(to.measure - from.measure) / (to.running - from.running)]
}

function scaleOf({ chain }: PlacedAnchors, knot: KnotOption | undefined): number | null {
  const at = knot ? chain.indexOf(knot) : -1
  if (at < 0) return null
  const sides = [...scaleBetween(chain[at - 1], chain[at]), ...scaleBetween(chain[at], chain[at + 1])]
  const outOfTrue = (scale: number) => Math.abs(Math.log(scale))
  return sides.sort((a, b) => outOfTrue(b) - outOfTrue(a))[0] ?? null
}

function describe(placed: PlacedAnchors, each: PlacedAnchor, post: number): AnchorResidual {
  const lateral = (each.feet.find(({ measure }) => measure === each.knot?.measure) ?? each.feet[0]!).distance
  const scale = scaleOf(placed, each.knot)
  const isOutOfScale = scale !== null && (scale < scaleWithin[0] || scale > scaleWithin[1])
  return {
    stake: each.anchor.stake,
    point: each.anchor.point,
    lateral,
    residual: residualOf(placed, each, post),
    scale,
    used: each.knot !== undefined,
    warnings: [
      ...(each.refusal ? [each.refusal] : []),
      ...(isOutOfScale ? (['scale'] as const) : []),
      ...(lateral > lateralWithin ? (['lateral'] as const) : []),
    ],
  }
}

/** How well each anchor of a section agrees with the drawn line and with its neighbours, in the order given. */
export function anchorResiduals(section: SectionInput, breaks: readonly ChainBreak[]): AnchorResidual[] {
  const placed = placeAnchors(section, breaks)
  if (placed) return placed.anchors.map((each, post) => describe(placed, each, post))
  return section.anchors.map(({ stake, point }) => ({
    stake,
    point,
    lateral: Infinity,
    residual: null,
    scale: null,
    used: false,
    warnings: [],
  }))
}
