import type { Feature, FeatureCollection, LineString } from 'geojson'
import sectionsText from '../../../gis-data/road-sections.geojson?raw'
import anchorsText from '../../../gis-data/stake-anchors.json?raw'
import roadsText from '../../../gis-data/roads.json?raw'
import { buildRoadNetwork, type RoadNetwork } from '../../../api/roads/network/road-network.ts'
import type { RoadName } from '../../../api/roads/stakes/stake-reading.ts'
import type { LonLat } from '../../../api/roads/network/geodesy.ts'

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
  readonly aliases: readonly { readonly name: string }[]
  readonly upDirection?: 'increasing' | 'decreasing'
  readonly increasingTowards: readonly string[]
  readonly decreasingTowards: readonly string[]
  readonly confidence: string
  readonly note?: string
}

export type RoadSections = FeatureCollection<LineString, SectionProperties>

/** The lines that ship with the map: it draws before the service has answered, and without a signal. */
export const shippedSections = JSON.parse(sectionsText) as RoadSections
export const shippedRoads = (JSON.parse(roadsText) as { roads: ShippedRoad[] }).roads
const anchors = (JSON.parse(anchorsText) as { anchors: ShippedAnchor[] }).anchors

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

let built: RoadNetwork | undefined

/** Built once: what holds this object knows that nothing has changed. */
export function shippedNetwork(): RoadNetwork {
  built ??= buildShippedNetwork()
  return built
}

/** How texts call the shipped roads. */
export const shippedRoadNames: readonly RoadName[] = shippedRoads.map((road) => ({
  ...road,
  aliases: road.aliases.map(({ name }) => name),
}))

function buildShippedNetwork(): RoadNetwork {
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
