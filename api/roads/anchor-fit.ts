import { degreeLength, distanceBetween, type LonLat } from './geodesy.ts'

/** A place whose stake is known: a surveyed kilometre post, or an end of a drawn line. */
export interface Anchor {
  readonly stake: number
  readonly point: LonLat
}

export interface FittedLine {
  readonly coordinates: readonly LonLat[]
  /** Which vertex of the line each anchor became. */
  readonly vertices: readonly { readonly stake: number; readonly vertex: number }[]
}

interface Foot {
  readonly segment: number
  readonly share: number
  readonly distance: number
  readonly measure: number
}

/** Two passes of a road over one spot are told apart by where the stakes expect the anchor, if both lie about equally near. */
const equallyNear = 20
/** An anchor nearer to a vertex than this replaces it. */
const sameVertex = 0.5

function footOnSegment(point: LonLat, a: LonLat, b: LonLat): { share: number; distance: number } {
  const degree = degreeLength(point[1])
  const dx = (b[0] - a[0]) * degree.east
  const dy = (b[1] - a[1]) * degree.north
  const px = (point[0] - a[0]) * degree.east
  const py = (point[1] - a[1]) * degree.north
  const squared = dx * dx + dy * dy
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared))
  return { share, distance: Math.hypot(px - share * dx, py - share * dy) }
}

function feetOf(point: LonLat, line: readonly LonLat[]): Foot[] {
  const feet: Foot[] = []
  let measure = 0
  for (let segment = 0; segment + 1 < line.length; segment++) {
    const a = line[segment]!
    const b = line[segment + 1]!
    const length = distanceBetween(a, b)
    const { share, distance } = footOnSegment(point, a, b)
    feet.push({ segment, share, distance, measure: measure + share * length })
    measure += length
  }
  return feet
}

function bestFoot(feet: readonly Foot[], expectedMeasure: number): Foot | undefined {
  const nearest = Math.min(...feet.map(({ distance }) => distance))
  const close = feet.filter(({ distance }) => distance <= nearest + equallyNear)
  const off = (foot: Foot) => Math.abs(foot.measure - expectedMeasure)
  const farApart = close.some((foot) => close.some((other) => Math.abs(foot.measure - other.measure) > 500))
  const order = farApart
    ? (a: Foot, b: Foot) => off(a) - off(b) || a.distance - b.distance
    : (a: Foot, b: Foot) => a.distance - b.distance || a.segment - b.segment
  return [...close].sort(order)[0]
}

function withVertexAt(
  line: readonly LonLat[],
  foot: Foot,
  point: LonLat,
): { line: LonLat[]; vertex: number; inserted: boolean } {
  const a = line[foot.segment]!
  const b = line[foot.segment + 1]!
  const length = distanceBetween(a, b)
  const replaced =
    foot.share * length < sameVertex
      ? foot.segment
      : (1 - foot.share) * length < sameVertex
        ? foot.segment + 1
        : -1
  if (replaced >= 0) return { line: line.with(replaced, point), vertex: replaced, inserted: false }
  return { line: line.toSpliced(foot.segment + 1, 0, point), vertex: foot.segment + 1, inserted: true }
}

/** Draws the line through its anchors, so that anchor n+0 is exactly the anchor's own point. */
export function fitAnchors(
  coordinates: readonly LonLat[],
  anchors: readonly Anchor[],
  stakes: { readonly fromStake: number; readonly toStake: number },
): FittedLine {
  let line = [...coordinates]
  let vertices: { stake: number; vertex: number }[] = []
  for (const { stake, point } of [...anchors].sort((a, b) => a.stake - b.stake)) {
    const feet = feetOf(point, line)
    const length = feet.length ? distanceAlong(line) : 0
    const expected = (length * (stake - stakes.fromStake)) / (stakes.toStake - stakes.fromStake)
    const foot = bestFoot(feet, expected)
    if (!foot) continue
    const fitted = withVertexAt(line, foot, point)
    line = fitted.line
    if (fitted.inserted)
      vertices = vertices.map((known) =>
        known.vertex >= fitted.vertex ? { ...known, vertex: known.vertex + 1 } : known,
      )
    vertices = [
      ...vertices.filter(({ vertex }) => vertex !== fitted.vertex),
      { stake, vertex: fitted.vertex },
    ]
  }
  return { coordinates: line, vertices }
}

function distanceAlong(line: readonly LonLat[]): number {
  return line.reduce((sum, point, i) => sum + (i === 0 ? 0 : distanceBetween(line[i - 1]!, point)), 0)
}
