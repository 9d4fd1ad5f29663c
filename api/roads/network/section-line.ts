import type { LonLat } from './geodesy.ts'
import type { NetworkSection } from './road-network.ts'

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

export function pointAtMeasure(section: NetworkSection, measure: number): LonLat {
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

/** The drawn line between two measures, cut at both. */
export function clipBetween(section: NetworkSection, fromMeasure: number, toMeasure: number): LonLat[] {
  const { longitudes, latitudes, measures } = section
  const line = [pointAtMeasure(section, fromMeasure)]
  for (let i = vertexBefore(section, fromMeasure) + 1; measures[i]! < toMeasure; i++)
    if (measures[i]! > fromMeasure) line.push([longitudes[i]!, latitudes[i]!])
  line.push(pointAtMeasure(section, toMeasure))
  return line
}
