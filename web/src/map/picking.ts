import type { Map as MapLibreMap, MapGeoJSONFeature, PointLike } from 'maplibre-gl'
import { layerOrder, type LayerId } from './layer-order.ts'
import type { RecordKind, Selection } from './map-types.ts'

/** A record, or facilities that stand too close together to be chosen from here. */
export type Picked =
  | (Selection & { readonly kind: RecordKind })
  | { readonly kind: 'cluster'; readonly feature: MapGeoJSONFeature }

const kindOfLayer: Readonly<Partial<Record<LayerId, Picked['kind']>>> = {
  'hotspot-rank': 'hotspot',
  'hotspot-name': 'hotspot',
  'accident-fatal': 'accident',
  hazard: 'hazard',
  'hazard-stretch': 'hazard',
  'facility-defect': 'facility',
  facility: 'facility',
  'facility-removed': 'facility',
  'facility-cluster': 'cluster',
  'facility-cluster-defect': 'cluster',
  'accident-slight': 'accident',
  hotspot: 'hotspot',
}

const pickable = layerOrder.filter((id) => kindOfLayer[id])

/** A finger covers 48 pixels, a mouse pointer does not. */
const reach = () => (matchMedia('(pointer: coarse)').matches ? 22 : 6)

const height = (feature: MapGeoJSONFeature) => layerOrder.indexOf(feature.layer.id as LayerId)

function distanceTo(map: MapLibreMap, feature: MapGeoJSONFeature, at: { x: number; y: number }): number {
  if (feature.geometry.type !== 'Point') return 0
  const [lon = 0, lat = 0] = feature.geometry.coordinates
  const point = map.project([lon, lat])
  return Math.hypot(point.x - at.x, point.y - at.y)
}

/** What lies under the pointer: exactly under it first, then the nearest within a finger's reach; the upper layer on a tie. */
export function pick(map: MapLibreMap, at: { x: number; y: number }): Picked | null {
  const layers = pickable.filter((id) => map.getLayer(id))
  const around = reach()
  const box: [PointLike, PointLike] = [
    [at.x - around, at.y - around],
    [at.x + around, at.y + around],
  ]
  const exact = map.queryRenderedFeatures([at.x, at.y], { layers })
  const found = exact.length > 0 ? exact : map.queryRenderedFeatures(box, { layers })
  const best = [...found].sort(
    (a, b) => height(b) - height(a) || distanceTo(map, a, at) - distanceTo(map, b, at),
  )[0]
  const kind = best && kindOfLayer[best.layer.id as LayerId]
  if (!best || !kind) return null
  return kind === 'cluster' ? { kind, feature: best } : { kind, id: String(best.properties['id']) }
}
