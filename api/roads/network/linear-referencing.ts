import { measureInPiece, measuresAtStake, stakeAtMeasure } from './calibration.ts'
import type { LonLat } from './geodesy.ts'
import { feetNear, type RoadFoot } from './road-feet.ts'
import type { Carriageway, NetworkSection, RoadNetwork } from './road-network.ts'
import { clipBetween, pointAtMeasure } from './section-line.ts'
import {
  candidatesFrom,
  distinctPlaces,
  type StakeCandidate,
  type StakeFoot,
  type StakePoint,
} from './stake-candidates.ts'

export type { StakeCandidate, StakePoint } from './stake-candidates.ts'

interface OnCarriageway {
  /** Of a divided road drawn twice. Without it, the first drawn stands for two that lie side by side. */
  readonly carriageway?: Carriageway | undefined
}

/** Every place that bears the stake: two behind a long chain or on both sides of a gap, none beyond the road's range. */
export function stakeToPoints(
  network: RoadNetwork,
  road: string,
  stake: number,
  { carriageway }: OnCarriageway = {},
): StakePoint[] {
  const points: StakePoint[] = []
  for (const section of network.sectionsByRoad.get(road) ?? [])
    for (const measure of measuresAtStake(section.calibration, stake))
      points.push({
        road,
        section: section.sequence,
        carriageway: section.carriageway,
        stake,
        point: pointAtMeasure(section, measure),
      })
  return points.length > 1 ? distinctPlaces(points, carriageway) : points
}

export function stakeToPoint(
  network: RoadNetwork,
  road: string,
  stake: number,
  options: OnCarriageway = {},
): StakePoint | undefined {
  return stakeToPoints(network, road, stake, options)[0]
}

function measureSpans(section: NetworkSection, from: number, to: number): [number, number][] {
  const spans: [number, number][] = []
  for (const piece of section.calibration) {
    const [low, high] = [Math.max(from, piece.fromStake), Math.min(to, piece.toStake)]
    if (low >= high) continue
    const [start, end] = [measureInPiece(piece, low), measureInPiece(piece, high)]
    const last = spans[spans.length - 1]
    if (last?.[1] === start) last[1] = end
    else spans.push([start, end])
  }
  return spans
}

/**
 * The drawn line between two stakes in either order, cut at the ends; several lines where sections or chain breaks part it,
 * and where a divided road is drawn twice and no carriageway is asked for.
 */
export function stretchToLine(
  network: RoadNetwork,
  road: string,
  from: number,
  to: number,
  { carriageway }: OnCarriageway = {},
): LonLat[][] {
  const [low, high] = from <= to ? [from, to] : [to, from]
  const sections = network.sectionsByRoad.get(road) ?? []
  const lines = sections.flatMap((section) =>
    measureSpans(section, low, high).map(([start, end]) => ({
      carriageway: section.carriageway,
      line: clipBetween(section, start, end),
    })),
  )
  const fitting = lines.filter((each) => each.carriageway === carriageway || each.carriageway === 'both')
  const isChosen = carriageway !== undefined && carriageway !== 'both' && fitting.length > 0
  return (isChosen ? fitting : lines).map(({ line }) => line)
}

function placeOf({ sections }: RoadNetwork, { section, vertex, share, isLeft, point }: RoadFoot): StakeFoot {
  const { road, sequence, carriageway, measures, calibration } = sections[section]!
  const [from, to] = [measures[vertex]!, measures[vertex + 1]!]
  const measure = share === 1 ? to : from + share * (to - from)
  return { road, section: sequence, carriageway, stake: stakeAtMeasure(calibration, measure), point, isLeft }
}

/**
 * Where on which roads a point lies, best first; ties by road code, then stake. Of one road the nearest place, and with it
 * those that the point cannot tell from it: the other pass at a crossing of the road with itself, the other side of a gap.
 */
export function pointToStakes(
  network: RoadNetwork,
  point: LonLat,
  { maximumDistance = 2000 }: { readonly maximumDistance?: number } = {},
): StakeCandidate[] {
  if (!Number.isFinite(point[0]) || !(Math.abs(point[1]) < 90)) return []
  return candidatesFrom(
    feetNear(network, point, maximumDistance).map((foot) => placeOf(network, foot)),
    point,
  )
}
