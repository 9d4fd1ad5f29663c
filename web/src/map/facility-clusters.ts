import type {
  GeoJSONSource,
  GeoJSONSourceSpecification,
  Map as MapLibreMap,
  MapGeoJSONFeature,
} from 'maplibre-gl'
import type { Point } from 'geojson'
import { defectStates } from './facility-style.ts'
import { imageName, type MapLayer } from './map-layer.ts'
import type { Look, TextScale } from './map-types.ts'
import { iconSize, symbolScale } from './type-face.ts'

/** From the next zoom on every facility stands for itself. */
export const clusterMaxZoom = 14
/** Pixels within which symbols would lie upon one another. */
const radius = 52
/** Seen from further off, only what asks for somebody to drive out is shown. */
const soundFrom = 8.6

/** Faults are added up apart: a number of pieces alone would hide that one of them has failed. */
export function clusterSource(textScale: TextScale): Omit<GeoJSONSourceSpecification, 'data'> {
  const isDefect = ['in', ['get', 'state'], ['literal', [...defectStates]]]
  return {
    type: 'geojson',
    cluster: true,
    clusterMaxZoom,
    clusterRadius: Math.round(radius * symbolScale(textScale)),
    clusterMinPoints: 2,
    clusterProperties: { defects: ['+', ['case', isDefect, 1, 0]] },
  }
}

export function clusterLayers({ theme, textScale }: Look): MapLayer[] {
  const layer = (id: 'facility-cluster' | 'facility-cluster-defect', hasDefects: boolean): MapLayer => ({
    id,
    type: 'symbol',
    source: 'facilities',
    ...(hasDefects ? {} : { minzoom: soundFrom }),
    filter: ['all', ['has', 'point_count'], [hasDefects ? '>' : '==', ['get', 'defects'], 0]],
    layout: {
      'icon-image': ['concat', imageName(theme, 'cluster:'), ['get', 'point_count'], ':', ['get', 'defects']],
      'icon-size': iconSize(textScale, [6, 0.72], [9, 0.84], [12, 0.92]),
      'icon-anchor': 'bottom-left',
      'icon-offset': [8, -8],
      'icon-allow-overlap': true,
      'symbol-sort-key': ['get', 'defects'],
    },
  })
  return [layer('facility-cluster', false), layer('facility-cluster-defect', true)]
}

/** Metres are not needed: the corners of what lies together, in degrees. */
function corners(points: readonly Point[]): [[number, number], [number, number]] {
  const lons = points.map(({ coordinates }) => coordinates[0] ?? 0)
  const lats = points.map(({ coordinates }) => coordinates[1] ?? 0)
  return [
    [Math.min(...lons), Math.min(...lats)],
    [Math.max(...lons), Math.max(...lats)],
  ]
}

const comfort = 60

/** Brings all pieces of a cluster into view, and always so near that it falls apart. */
export async function openCluster(map: MapLibreMap, cluster: MapGeoJSONFeature): Promise<void> {
  const source = map.getSource<GeoJSONSource>('facilities')
  if (!source) return
  const id = Number(cluster.properties['cluster_id'])
  const [partsAt, pieces] = await Promise.all([
    source.getClusterExpansionZoom(id),
    source.getClusterLeaves(id, Number(cluster.properties['point_count']), 0),
  ])
  const bounds = corners(pieces.map(({ geometry }) => geometry as Point))
  const whole = map.cameraForBounds(bounds, { padding: comfort, maxZoom: clusterMaxZoom + 2 })
  const zoom = Math.max(partsAt, whole?.zoom ?? 0, map.getZoom() + 0.5)
  map.easeTo({ center: whole?.center ?? ((cluster.geometry as Point).coordinates as [number, number]), zoom })
}
