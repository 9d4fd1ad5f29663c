import type { LonLat } from '../network/geodesy.ts'
import { pointToStakes } from '../network/linear-referencing.ts'
import { buildRoadNetwork, type RoadNetwork } from '../network/road-network.ts'
import { lengthOf, sampleAlong } from './imported-way.ts'

/** Lines laid out as a road whose stakes are the metres along each of them: locating measures on it. */
export type Ruler = RoadNetwork

export interface Foot {
  readonly line: number
  readonly measure: number
  readonly distance: number
  readonly point: LonLat
}

export function rulerOf(lines: readonly (readonly LonLat[])[]): Ruler {
  const sections = lines.map((coordinates, sequence) => ({
    sequence,
    fromStake: 0,
    toStake: lengthOf(coordinates),
    coordinates,
    anchors: [],
  }))
  return buildRoadNetwork([{ code: '', sections }])
}

/** Every passage of the lines near a point, the nearest first. */
export function feetOn(ruler: Ruler, point: LonLat, maximumDistance: number): Foot[] {
  return pointToStakes(ruler, point, { maximumDistance }).map(
    ({ section, stake, distance, point: foot }) => ({
      line: section,
      measure: stake,
      distance,
      point: foot,
    }),
  )
}

const sampleStep = 100

/** How much of a line, from 0 to 1, lies within a distance of the ruler. */
export function shareWithin(ruler: Ruler, line: readonly LonLat[], distance: number): number {
  const samples = sampleAlong(line, sampleStep)
  return samples.filter((point) => feetOn(ruler, point, distance).length > 0).length / samples.length
}

export interface Deviation {
  /** Metres; beyond `limit` it says only that much. */
  readonly metres: number
  readonly at: LonLat
}

/** The place of a line that is farthest from the ruler. */
export function largestDeviation(
  ruler: Ruler,
  lines: readonly (readonly LonLat[])[],
  limit: number,
): Deviation | undefined {
  let largest: Deviation | undefined
  for (const at of lines.flatMap((line) => sampleAlong(line, sampleStep))) {
    const near = feetOn(ruler, at, 200)[0] ?? feetOn(ruler, at, limit)[0]
    const metres = near?.distance ?? limit
    if (!largest || metres > largest.metres) largest = { metres, at }
  }
  return largest
}
