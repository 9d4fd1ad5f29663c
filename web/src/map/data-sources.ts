import type { FeatureCollection } from 'geojson'
import type { RoadNetwork } from '../../../api/roads/network/road-network.ts'
import { densityLines } from './density-layer.ts'
import {
  accidentPoints,
  facilityPoints,
  hazardPoints,
  hazardStretches,
  hotspotLines,
  hotspotPoints,
  removedFacilityPoints,
  roadLines,
} from './map-features.ts'
import { noFeatures, type Features, type MapData } from './map-types.ts'

type Filled = readonly (readonly [source: string, data: FeatureCollection])[]

/** Which sources a kind of record fills, and with what; the network is asked only by what stands along it. */
export function dataSources(
  kind: keyof MapData,
  features: Features | null,
  network: () => RoadNetwork,
): Filled {
  if (kind === 'roads') return [['roads', roadLines(features)]]
  const records = features ?? noFeatures
  const filled: Readonly<Record<Exclude<keyof MapData, 'roads'>, () => Filled>> = {
    accidents: () => [['accidents', accidentPoints(records)]],
    hazards: () => [
      ['hazards', hazardPoints(records)],
      ['hazard-stretches', hazardStretches(records)],
    ],
    facilities: () => [
      ['facilities', facilityPoints(records, network())],
      ['facilities-removed', removedFacilityPoints(records, network())],
    ],
    hotspots: () => [
      ['hotspots', hotspotLines(records)],
      ['hotspot-points', hotspotPoints(records)],
    ],
    density: () => [['density', densityLines(records)]],
  }
  return filled[kind]()
}
