import { readFileSync } from 'node:fs'
import type { LonLat } from '../../../../api/roads/network/geodesy.ts'
import { buildRoadNetwork, type RoadInput } from '../../../../api/roads/network/road-network.ts'

interface SectionFeature {
  properties: { road: string; sequence: number; fromStake: number; toStake: number; lengthMetres: number }
  geometry: { coordinates: LonLat[] }
}
interface AnchorRow {
  road: string
  section: number
  stake: number
  lon: number
  lat: number
}

export function readGisData<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(`../../../../gis-data/${file}`, import.meta.url), 'utf8')) as T
}

export const sectionFeatures = readGisData<{ features: SectionFeature[] }>('road-sections.geojson').features
const anchors = readGisData<{ anchors: AnchorRow[] }>('stake-anchors.json').anchors

export const roadInputs: RoadInput[] = [
  ...new Set(sectionFeatures.map(({ properties }) => properties.road)),
].map((code) => ({
  code,
  sections: sectionFeatures
    .filter(({ properties }) => properties.road === code)
    .map(({ properties, geometry }) => ({
      sequence: properties.sequence,
      fromStake: properties.fromStake,
      toStake: properties.toStake,
      coordinates: geometry.coordinates,
      anchors: anchors
        .filter(({ road, section }) => road === code && section === properties.sequence)
        .map(({ stake, lon, lat }) => ({ stake, point: [lon, lat] as const })),
    })),
}))

/** The five roads as they ship. */
export const bannerNetwork = buildRoadNetwork(roadInputs)
