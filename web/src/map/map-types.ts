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

export const recordKinds = ['accident', 'hazard', 'facility', 'hotspot'] as const
/** Places that are no records: a stake, a point beside a road, a road. Their ids say where they are. */
export const groundKinds = ['stake', 'point', 'road'] as const
export type RecordKind = (typeof recordKinds)[number]
export type GroundKind = (typeof groundKinds)[number]

export interface Selection {
  readonly kind: RecordKind | GroundKind
  readonly id: string
}

/** A numbered answer to "where is this": the number is what the keyboard and the list call it. */
export interface Pin {
  readonly number: number
  readonly point: readonly [lon: number, lat: number]
}

/** What the map is to mark and bring into view although nothing of its layers is chosen. */
export interface Spotlight {
  readonly id: string
  readonly ring: readonly number[] | null
  readonly view: readonly (readonly number[])[]
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
  /** Of the heat line; empty while it is off. */
  readonly density: Features
}

/** What decides how the sheet looks; the style is built again only when one of these changes. */
export interface Look {
  readonly theme: Theme
  readonly language: Language
  readonly textScale: TextScale
}

export const noFeatures: Features = { type: 'FeatureCollection', features: [] }
