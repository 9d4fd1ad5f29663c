import type { FeatureCollection } from 'geojson'
import { densityLines } from './density-layer.ts'
import {
  accidentPoints,
  facilityPoints,
  hazardPoints,
  hazardStretches,
  hotspotLines,
  hotspotPoints,
  roadLines,
} from './map-features.ts'
import { noFeatures, type Features, type MapData } from './map-types.ts'

type Filled = readonly (readonly [source: string, data: FeatureCollection])[]

/** Which sources a kind of record fills, and with what. */
export function dataSources(kind: keyof MapData, features: Features | null): Filled {
  if (kind === 'roads') return [['roads', roadLines(features)]]
  const records = features ?? noFeatures
  const filled: Readonly<Record<Exclude<keyof MapData, 'roads'>, () => Filled>> = {
    accidents: () => [['accidents', accidentPoints(records)]],
    hazards: () => [
      ['hazards', hazardPoints(records)],
      ['hazard-stretches', hazardStretches(records)],
    ],
    facilities: () => [['facilities', facilityPoints(records)]],
    hotspots: () => [
      ['hotspots', hotspotLines(records)],
      ['hotspot-points', hotspotPoints(records)],
    ],
    density: () => [['density', densityLines(records)]],
  }
  return filled[kind]()
}
