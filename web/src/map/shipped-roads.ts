import type { Feature, FeatureCollection, LineString } from 'geojson'
import sectionsText from '../../../gis-data/road-sections.geojson?raw'
import anchorsText from '../../../gis-data/stake-anchors.json?raw'
import roadsText from '../../../gis-data/roads.json?raw'
import { buildRoadNetwork, type RoadNetwork } from '../../../api/roads/road-network.ts'
import type { LonLat } from '../../../api/roads/geodesy.ts'

interface SectionProperties {
  readonly road: string
  readonly sequence: number
  readonly fromStake: number
  readonly toStake: number
  readonly quality?: string
}

interface ShippedAnchor {
  readonly road: string
  readonly section: number
  readonly stake: number
  readonly lon: number
  readonly lat: number
}

interface ShippedRoad {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly confidence: string
  readonly note?: string
}

export type RoadSections = FeatureCollection<LineString, SectionProperties>

/** The lines that ship with the map: it draws before the service has answered, and without a signal. */
export const shippedSections = JSON.parse(sectionsText) as RoadSections
export const shippedRoads = (JSON.parse(roadsText) as { roads: ShippedRoad[] }).roads
const anchors = (JSON.parse(anchorsText) as { anchors: ShippedAnchor[] }).anchors

/** What is written along a road. */
export function roadNames(code: string): { readonly name: string; readonly nameEn: string } {
  const road = shippedRoads.find((each) => each.code === code)
  return { name: road?.name ?? code, nameEn: road?.nameEn ?? code }
}

/** A road whose line was inferred and not measured; what a record says of itself goes before what was shipped. */
export function isSketchRoad(code: string, confidence?: unknown): boolean {
  const known = confidence ?? shippedRoads.find((road) => road.code === code)?.confidence
  return known !== undefined && known !== 'high'
}

function sectionInput({ properties, geometry }: Feature<LineString, SectionProperties>) {
  const { road, sequence, fromStake, toStake } = properties
  return {
    sequence,
    fromStake,
    toStake,
    coordinates: geometry.coordinates as unknown as readonly LonLat[],
    anchors: anchors
      .filter((anchor) => anchor.road === road && anchor.section === sequence)
      .map(({ stake, lon, lat }) => ({ stake, point: [lon, lat] as const })),
  }
}

export function shippedNetwork(): RoadNetwork {
  const codes = [...new Set(shippedSections.features.map(({ properties }) => properties.road))]
  return buildRoadNetwork(
    codes.map((code) => ({
      code,
      sections: shippedSections.features
        .filter(({ properties }) => properties.road === code)
        .map(sectionInput),
    })),
  )
}
