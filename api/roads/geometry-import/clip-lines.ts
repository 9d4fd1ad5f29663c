import { degreeLength, distanceBetween, type LonLat } from '../network/geodesy.ts'
import { sampleAlong } from './imported-way.ts'

export type Ring = readonly LonLat[]

/** Rings of a polygon or of several: what lies in an odd number of them is inside. */
export interface Outline {
  readonly rings: readonly Ring[]
  /** Metres beyond the border that still count: a sketched border must not cut a road short. */
  readonly margin: number
}

/** A line that leaves and comes back between two samples this far apart is not cut. */
const sampleStep = 100
const cutPrecision = 0.05

function isInRing([x, y]: LonLat, ring: Ring): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]!
    const [bx, by] = ring[j]!
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

function isNearRing(point: LonLat, ring: Ring, margin: number): boolean {
  const { east, north } = degreeLength(point[1])
  for (let i = 1; i < ring.length; i++) {
    const ax = (ring[i - 1]![0] - point[0]) * east
    const ay = (ring[i - 1]![1] - point[1]) * north
    const dx = (ring[i]![0] - point[0]) * east - ax
    const dy = (ring[i]![1] - point[1]) * north - ay
    const squared = dx * dx + dy * dy
    const share = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared))
    if (Math.hypot(ax + share * dx, ay + share * dy) <= margin) return true
  }
  return false
}

export function isWithin(point: LonLat, { rings, margin }: Outline): boolean {
  const isInside = rings.filter((ring) => isInRing(point, ring)).length % 2 === 1
  return isInside || rings.some((ring) => isNearRing(point, ring, margin))
}

/** Where the line between an inner and an outer point crosses the margin, by halving. */
function crossing(inner: LonLat, outer: LonLat, outline: Outline): LonLat {
  let [inside, outside] = [inner, outer]
  while (distanceBetween(inside, outside) > cutPrecision) {
    const middle: LonLat = [(inside[0] + outside[0]) / 2, (inside[1] + outside[1]) / 2]
    if (isWithin(middle, outline)) inside = middle
    else outside = middle
  }
  return inside
}

/** The parts of a line within the outline, with their ends on its margin; the line itself when all of it is. */
export function clipLine(line: readonly LonLat[], outline: Outline): LonLat[][] {
  const samples = sampleAlong(line, sampleStep)
  const kept = samples.map((point) => isWithin(point, outline))
  if (kept.every(Boolean)) return [[...line]]
  const vertices = new Set(line)
  const parts: LonLat[][] = []
  let part: LonLat[] = []
  samples.forEach((point, i) => {
    const next = samples[i + 1]
    if (kept[i] && (part.length === 0 || vertices.has(point))) part.push(point)
    if (!next || kept[i] === kept[i + 1]) return
    const cut = kept[i] ? crossing(point, next, outline) : crossing(next, point, outline)
    part.push(cut)
    if (!kept[i]) return
    parts.push(part)
    part = []
  })
  parts.push(part)
  return parts.filter((points) => points.length > 1)
}

/** The rings of a GeoJSON polygon or multipolygon. */
export function ringsOf(polygon: {
  readonly type: string
  readonly coordinates: readonly unknown[]
}): Ring[] {
  const coordinates = polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates
  return (coordinates as readonly (readonly Ring[])[]).flat()
}
