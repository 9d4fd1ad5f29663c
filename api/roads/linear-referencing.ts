import { measuresAtStake, stakeAtMeasure } from './calibration.ts'
import { degreeLength, distanceBetween, type DegreeLength, type LonLat } from './geodesy.ts'
import { gradeCandidates, type LocatingGrade } from './locating-grade.ts'
import type { NetworkSection, RoadNetwork } from './road-network.ts'
import { segmentsWithin } from './segment-index.ts'

export interface StakePoint {
  readonly road: string
  readonly section: number
  readonly stake: number
  readonly point: LonLat
}

export interface StakeCandidate extends StakePoint {
  /** Metres from the drawn line, right of the stake-increasing direction positive. */
  readonly offset: number
  readonly side: 'left' | 'right' | 'centre'
  readonly distance: number
  readonly grade: LocatingGrade
}

/** Nearer to the line than this, the side says nothing. */
const centreWidth = 1

function vertexBefore({ measures }: NetworkSection, measure: number): number {
  let low = 0
  let high = measures.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (measures[middle]! <= measure) low = middle
    else high = middle - 1
  }
  return low
}

function pointAtMeasure(section: NetworkSection, measure: number): LonLat {
  const { longitudes, latitudes, measures } = section
  const i = vertexBefore(section, measure)
  const length = measures[i + 1]! - measures[i]!
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, (measure - measures[i]!) / length))
  // The ends exactly: a + (b - a) can miss b by a rounding.
  if (share === 1) return [longitudes[i + 1]!, latitudes[i + 1]!]
  return [
    longitudes[i]! + share * (longitudes[i + 1]! - longitudes[i]!),
    latitudes[i]! + share * (latitudes[i + 1]! - latitudes[i]!),
  ]
}

/** Every place that bears the stake: two behind a long chain or where two sections meet, none beyond the road's range. */
export function stakeToPoints(network: RoadNetwork, road: string, stake: number): StakePoint[] {
  return (network.sectionsByRoad.get(road) ?? []).flatMap((section) =>
    measuresAtStake(section.calibration, stake).map((measure) => ({
      road,
      section: section.sequence,
      stake,
      point: pointAtMeasure(section, measure),
    })),
  )
}

export function stakeToPoint(network: RoadNetwork, road: string, stake: number): StakePoint | undefined {
  return stakeToPoints(network, road, stake)[0]
}

function clipBetween(section: NetworkSection, fromMeasure: number, toMeasure: number): LonLat[] {
  const { longitudes, latitudes, measures } = section
  const line = [pointAtMeasure(section, fromMeasure)]
  for (let i = vertexBefore(section, fromMeasure) + 1; measures[i]! < toMeasure; i++)
    if (measures[i]! > fromMeasure) line.push([longitudes[i]!, latitudes[i]!])
  line.push(pointAtMeasure(section, toMeasure))
  return line
}

function measureSpans(section: NetworkSection, from: number, to: number): [number, number][] {
  const spans: [number, number][] = []
  for (const piece of section.calibration) {
    const [low, high] = [Math.max(from, piece.fromStake), Math.min(to, piece.toStake)]
    if (low >= high) continue
    const perStake = (piece.toMeasure - piece.fromMeasure) / (piece.toStake - piece.fromStake)
    const start = piece.fromMeasure + (low - piece.fromStake) * perStake
    const end = piece.fromMeasure + (high - piece.fromStake) * perStake
    const last = spans[spans.length - 1]
    if (last && Math.abs(last[1] - start) < 1e-6) last[1] = end
    else spans.push([start, end])
  }
  return spans
}

/** The drawn line between two stakes in either order, cut at the ends; several lines where sections or chain breaks part it. */
export function stretchToLine(network: RoadNetwork, road: string, from: number, to: number): LonLat[][] {
  const [low, high] = from <= to ? [from, to] : [to, from]
  return (network.sectionsByRoad.get(road) ?? []).flatMap((section) =>
    measureSpans(section, low, high).map(([start, end]) => clipBetween(section, start, end)),
  )
}

interface Hit {
  readonly section: number
  readonly vertex: number
  readonly distance: number
  readonly isLeft: boolean
  readonly measure: number
  readonly point: LonLat
}

function hitOnSegment(
  section: NetworkSection,
  vertex: number,
  [lon, lat]: LonLat,
  { east, north }: DegreeLength,
  maximumSquared: number,
): Omit<Hit, 'section'> | undefined {
  const { longitudes: x, latitudes: y, measures } = section
  const ax = (x[vertex]! - lon) * east
  const ay = (y[vertex]! - lat) * north
  const dx = (x[vertex + 1]! - x[vertex]!) * east
  const dy = (y[vertex + 1]! - y[vertex]!) * north
  const squared = dx * dx + dy * dy
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared))
  const [fx, fy] = [ax + share * dx, ay + share * dy]
  const distanceSquared = fx * fx + fy * fy
  if (distanceSquared > maximumSquared) return undefined
  const distance = Math.sqrt(distanceSquared)
  const isLeft = dy * ax - dx * ay > 0
  return {
    vertex,
    distance,
    isLeft,
    measure: measures[vertex]! + share * (measures[vertex + 1]! - measures[vertex]!),
    point: [lon + fx / east, lat + fy / north],
  }
}

function hitsNear(network: RoadNetwork, point: LonLat, maximumDistance: number): Hit[] {
  const degree = degreeLength(point[1])
  const [dLon, dLat] = [maximumDistance / degree.east, maximumDistance / degree.north]
  const box = [point[0] - dLon, point[1] - dLat, point[0] + dLon, point[1] + dLat] as const
  const hits: Hit[] = []
  let previous = -1
  for (const segment of segmentsWithin(network.index, box)) {
    if (segment === previous) continue
    previous = segment
    const section = network.index.sectionOf[segment]!
    const vertex = network.index.vertexOf[segment]!
    const hit = hitOnSegment(network.sections[section]!, vertex, point, degree, maximumDistance ** 2)
    if (hit) hits.push({ section, ...hit })
  }
  return hits
}

/** The nearest foot of each run of neighbouring segments: a road that comes by twice gives two. */
function nearestPerRun(hits: readonly Hit[]): Hit[] {
  const best: Hit[] = []
  let previous: Hit | undefined
  for (const hit of hits) {
    const continues = previous?.section === hit.section && previous.vertex + 1 === hit.vertex
    previous = hit
    const last = best[best.length - 1]
    if (!continues || !last) best.push(hit)
    else if (hit.distance < last.distance) best[best.length - 1] = hit
  }
  return best
}

function sideOf({ distance, isLeft }: Hit): StakeCandidate['side'] {
  if (distance < centreWidth) return 'centre'
  return isLeft ? 'left' : 'right'
}

function placeOf(network: RoadNetwork, point: LonLat, hit: Hit) {
  const section = network.sections[hit.section]!
  // The plane around the point served to find the foot; ten kilometres off it is a metre wrong.
  const distance = distanceBetween(point, hit.point)
  return {
    road: section.road,
    section: section.sequence,
    stake: stakeAtMeasure(section.calibration, hit.measure),
    point: hit.point,
    offset: hit.isLeft ? -distance : distance,
    side: sideOf(hit),
    distance,
  }
}

function byDistance(a: StakePoint & { distance: number }, b: StakePoint & { distance: number }): number {
  if (a.distance !== b.distance) return a.distance - b.distance
  return a.road === b.road ? a.stake - b.stake : a.road < b.road ? -1 : 1
}

/** Where on which roads a point lies, best first; ties by road code, then stake. */
export function pointToStakes(
  network: RoadNetwork,
  point: LonLat,
  { maximumDistance = 2000 }: { readonly maximumDistance?: number } = {},
): StakeCandidate[] {
  if (!Number.isFinite(point[0]) || !(Math.abs(point[1]) < 90)) return []
  const hits = nearestPerRun(hitsNear(network, point, maximumDistance))
  return gradeCandidates(hits.map((hit) => placeOf(network, point, hit)).sort(byDistance))
}
