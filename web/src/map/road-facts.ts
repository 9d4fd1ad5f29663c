import type { Features } from './map-types.ts'
import { shippedRoads } from './shipped-roads.ts'

export interface RoadFact {
  readonly name: string
  readonly nameEn: string
  /** The line was inferred and not measured. */
  readonly isSketch: boolean
}

export type RoadFacts = (code: string) => RoadFact

interface Said {
  readonly code: string
  readonly name?: string
  readonly nameEn?: string
  readonly confidence?: string
}

/** What the map says of a road: the service's own words where it answered, those that shipped where it did not. */
export function roadFacts(roads: Features | null): RoadFacts {
  const answered = (roads?.features ?? []).map(({ properties }) => properties as Said)
  const known = new Map<string, Said>([...shippedRoads, ...answered].map((road) => [road.code, road]))
  return (code) => {
    const { name = code, nameEn = name, confidence = 'high' } = known.get(code) ?? {}
    return { name, nameEn, isSketch: confidence !== 'high' }
  }
}
