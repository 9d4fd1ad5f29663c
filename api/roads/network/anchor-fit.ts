import { degreeLength, distanceBetween, type LonLat } from './geodesy.ts'

/** A place whose stake is known: a surveyed kilometre post, or an end of a drawn line. */
export interface Anchor {
  readonly stake: number
  readonly point: LonLat
}

export interface DrawnLine {
  readonly coordinates: readonly LonLat[]
  /** Metres along the line at each vertex. */
  readonly measures: Float64Array
}

/** Where a line comes nearest to a point. */
export interface Foot {
  readonly segment: number
  readonly share: number
  readonly distance: number
  readonly measure: number
}

/** Two passes of a road over one spot, if both lie about equally near, are told apart by what the stakes expect. */
const equallyNear = 20
/** A post nearer to a vertex than this replaces it. */
const sameVertex = 0.5

/** Vertices that are no place or repeat the one before are left out: digitising leaves them behind. */
export function drawnLine(given: readonly LonLat[]): DrawnLine {
  const finite = given.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
  const coordinates = finite.filter((point, i) => {
    const before = finite[i - 1]
    return !before || before[0] !== point[0] || before[1] !== point[1]
  })
  return { coordinates, measures: measuresAlong(coordinates) }
}

export function measuresAlong(coordinates: readonly LonLat[]): Float64Array {
  const measures = new Float64Array(coordinates.length)
  for (let i = 1; i < coordinates.length; i++)
    measures[i] = measures[i - 1]! + distanceBetween(coordinates[i - 1]!, coordinates[i]!)
  return measures
}

function footOnSegment({ coordinates, measures }: DrawnLine, segment: number, point: LonLat): Foot {
  const [a, b] = [coordinates[segment]!, coordinates[segment + 1]!]
  const degree = degreeLength(point[1])
  const [dx, dy] = [(b[0] - a[0]) * degree.east, (b[1] - a[1]) * degree.north]
  const [px, py] = [(point[0] - a[0]) * degree.east, (point[1] - a[1]) * degree.north]
  const squared = dx * dx + dy * dy
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared))
  return {
    segment,
    share,
    distance: Math.hypot(px - share * dx, py - share * dy),
    measure: measures[segment]! + share * (measures[segment + 1]! - measures[segment]!),
  }
}

/** One foot for each time the line passes about as near to the point as it ever does, nearest first. */
export function feetOf(line: DrawnLine, point: LonLat): Foot[] {
  const all = line.coordinates.slice(1).map((_, segment) => footOnSegment(line, segment, point))
  const near = all.reduce((least, { distance }) => Math.min(least, distance), Infinity) + equallyNear
  const feet: Foot[] = []
  let isBeside = false
  for (const foot of all) {
    const last = feet[feet.length - 1]
    if (foot.distance > near) isBeside = false
    else if (!isBeside || !last) {
      feet.push(foot)
      isBeside = true
    } else if (foot.distance < last.distance) feet[feet.length - 1] = foot
  }
  return feet.sort((a, b) => a.distance - b.distance || a.measure - b.measure)
}

interface Insertion {
  /** How many of the drawn vertices come before the post. */
  readonly before: number
  readonly replaces: boolean
}

function insertionOf({ coordinates, measures }: DrawnLine, { segment, share, distance }: Foot): Insertion {
  const length = measures[segment + 1]! - measures[segment]!
  const last = coordinates.length - 1
  // A post beyond an end of the drawn line prolongs it.
  if (distance >= sameVertex && segment === 0 && share === 0) return { before: 0, replaces: false }
  if (distance >= sameVertex && segment === last - 1 && share === 1)
    return { before: last + 1, replaces: false }
  if (share * length < sameVertex) return { before: segment, replaces: true }
  if ((1 - share) * length < sameVertex) return { before: segment + 1, replaces: true }
  return { before: segment + 1, replaces: false }
}

/** Draws the line through posts in the order of their feet, so that stake n+0 is exactly the point of post n. */
export function drawThrough(
  line: DrawnLine,
  posts: readonly { readonly foot: Foot; readonly point: LonLat }[],
): { readonly line: DrawnLine; readonly vertices: readonly number[] } {
  const drawn: LonLat[] = []
  const vertices: number[] = []
  let next = 0
  for (const { foot, point } of posts) {
    const { before, replaces } = insertionOf(line, foot)
    while (next < before) drawn.push(line.coordinates[next++]!)
    if (replaces && next === before) next = before + 1
    vertices.push(drawn.length)
    drawn.push(point)
  }
  const coordinates = [...drawn, ...line.coordinates.slice(next)]
  return { line: { coordinates, measures: measuresAlong(coordinates) }, vertices }
}
