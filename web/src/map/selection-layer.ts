import type { Feature, Geometry } from 'geojson'
import type { RoadNetwork } from '../../../api/roads/network/road-network.ts'
import type { ExpressionSpecification } from 'maplibre-gl'
import { facilityImage, facilityOffset } from './facilities-layer.ts'
import { midpointOf } from './line-middle.ts'
import { imageName, type Drawing, type MapLayer, type SheetPart } from './map-layer.ts'
import { drawnFacilities } from './map-features.ts'
import type { LonLat, MapData, MapFeature, RecordKind, Selection, Spotlight } from './map-types.ts'
import { groundFeature } from './road-selection.ts'
import { byZoom, iconSize } from './type-face.ts'

const kinds = {
  accident: 'accidents',
  hazard: 'hazards',
  facility: 'facilities',
  hotspot: 'hotspots',
} as const

const isRecord = (kind: Selection['kind']): kind is RecordKind => kind in kinds

/** A hotspot answers to its id or, where a list knows no id, to its rank; stakes and roads lie on the network. */
export function findSelected(
  data: MapData,
  selection: Selection | null,
  network: RoadNetwork,
): MapFeature | undefined {
  if (!selection) return undefined
  const { id, kind } = selection
  if (!isRecord(kind)) return groundFeature(network, selection)
  const records: readonly MapFeature[] =
    kind === 'facility' ? drawnFacilities(data.facilities, network) : data[kinds[kind]].features
  return records.find(({ properties }) => {
    const known = properties as { id?: unknown; rank?: unknown } | null
    return String(known?.id) === id || (kind === 'hotspot' && String(known?.rank) === id)
  })
}

/** A spotlight where no layer has what is marked. */
export function spotFeature({ ring }: Spotlight): MapFeature | undefined {
  return ring
    ? { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [...ring] } }
    : undefined
}

/** What is to be brought into view, and by which name that is remembered. */
export function inView(
  selected: MapFeature | undefined,
  selection: Selection | null,
  spotlight: Spotlight | null,
): readonly [key: string | null, geometry: Geometry | null] {
  if (selection) return [`${selection.kind}:${selection.id}`, selected?.geometry ?? null]
  if (!spotlight || spotlight.view.length === 0) return [null, null]
  const coordinates = spotlight.view.map((position) => [...position])
  return [spotlight.id, { type: 'MultiPoint', coordinates }]
}

export interface Marks {
  readonly selected: MapFeature | undefined
  readonly placing: LonLat | null
}

/** The ring at the selected record, its stretch, and the pin of a place being chosen. */
export function markFeatures({
  selected,
  placing,
}: Marks): Record<'selection' | 'placing', Feature<Geometry>[]> {
  const geometry = selected?.geometry
  const middle = geometry && midpointOf(geometry)
  const mark = selected?.properties?.['mark'] as unknown
  // A road is chosen as a whole: no one spot of it is ringed.
  const look = { ...selected?.properties, mark }
  const ring = middle && mark !== 'road' ? [feature({ type: 'Point', coordinates: middle }, look)] : []
  const line = geometry && geometry.type !== 'Point' ? [feature(geometry)] : []
  return {
    selection: [...line, ...ring],
    placing: placing ? [feature({ type: 'Point', coordinates: [placing.lon, placing.lat] })] : [],
  }
}

function feature(geometry: Geometry, properties: object = {}): Feature<Geometry> {
  return { type: 'Feature', properties, geometry }
}

export function selectionPart(drawing: Drawing, marks: Marks): SheetPart {
  const features = markFeatures(marks)
  return {
    sources: {
      selection: { type: 'geojson', data: { type: 'FeatureCollection', features: features.selection } },
      placing: { type: 'geojson', data: { type: 'FeatureCollection', features: features.placing } },
    },
    layers: [...rings(drawing), ...pin(drawing)],
  }
}

function rings({ look, palette }: Drawing): MapLayer[] {
  const ringSize = iconSize(look.textScale, [6, 0.75], [14, 1.05])
  const byMark = (stone: string, ring: string) =>
    ['match', ['get', 'mark'], ['stake', 'point'], stone, ring] as unknown as ExpressionSpecification
  return [
    {
      id: 'selection-line',
      type: 'line',
      source: 'selection',
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.ink,
        'line-width': 2.4,
        'line-gap-width': byZoom([6, 14], [10, 24], [14, 40]),
      },
    },
    {
      // What is chosen is drawn for itself, also where it stands among others in a cluster.
      id: 'selection-facility',
      type: 'symbol',
      source: 'selection',
      filter: ['has', 'nearImage'],
      layout: {
        'icon-image': facilityImage(look.theme),
        'icon-offset': facilityOffset,
        'icon-size': ringSize,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'selection',
      type: 'symbol',
      source: 'selection',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'icon-image': byMark(imageName(look.theme, 'stone'), imageName(look.theme, 'selection')),
        'icon-anchor': byMark('bottom', 'center') as never,
        'icon-offset': facilityOffset,
        'icon-size': ringSize,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ]
}

function pin({ look }: Drawing): MapLayer[] {
  return [
    {
      id: 'placing',
      type: 'symbol',
      source: 'placing',
      layout: {
        'icon-image': imageName(look.theme, 'pin'),
        'icon-anchor': 'bottom',
        'icon-size': iconSize(look.textScale, [6, 1], [14, 1.1]),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ]
}
