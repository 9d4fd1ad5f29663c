import type { Feature, FeatureCollection, Geometry } from 'geojson'

export type Theme = 'light' | 'dark'
export type Language = 'zh' | 'en'
export type TextScale = 1 | 1.25 | 1.5

export const layerGroups = ['hotspots', 'accidents', 'hazards', 'facilities'] as const
export type LayerGroup = (typeof layerGroups)[number]

export interface LonLat {
  readonly lon: number
  readonly lat: number
}

export interface Camera extends LonLat {
  readonly zoom: number
}

export interface Selection {
  readonly kind: 'accident' | 'hazard' | 'facility' | 'hotspot'
  readonly id: string
}

export type MapMode = { readonly kind: 'browse' } | { readonly kind: 'place'; readonly point: LonLat | null }

/** How many pixels of the map lie under panels, per edge. */
export interface Padding {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** A record that has no place yet comes with a null geometry and is left out of the picture. */
export type Features = FeatureCollection<Geometry | null>
export type MapFeature = Feature<Geometry | null>

/** Properties are those of the service's GeoJSON answers; `roads` null draws the lines that ship with the map. */
export interface MapData {
  readonly roads: Features | null
  readonly accidents: Features
  readonly hazards: Features
  readonly facilities: Features
  readonly hotspots: Features
}

/** What decides how the sheet looks; the style is built again only when one of these changes. */
export interface Look {
  readonly theme: Theme
  readonly language: Language
  readonly textScale: TextScale
}

export const noFeatures: Features = { type: 'FeatureCollection', features: [] }
