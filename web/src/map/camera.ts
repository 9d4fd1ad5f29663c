import type { LngLatBoundsLike, LngLatLike, Map as MapLibreMap } from 'maplibre-gl'
import type { Geometry, Position } from 'geojson'
import type { Camera, Padding } from './map-types.ts'

/** Five decimals are a metre; more would make the address of a page restless. */
export function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter()
  const rounded = (value: number, digits: number) => Number(value.toFixed(digits))
  return { lon: rounded(lng, 5), lat: rounded(lat, 5), zoom: rounded(map.getZoom(), 2) }
}

export function isSameCamera(a: Camera, b: Camera): boolean {
  return Math.abs(a.lon - b.lon) < 2e-5 && Math.abs(a.lat - b.lat) < 2e-5 && Math.abs(a.zoom - b.zoom) < 0.02
}

function positionsOf(geometry: Geometry): Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates]
  if (geometry.type === 'LineString' || geometry.type === 'MultiPoint') return geometry.coordinates
  return geometry.type === 'MultiLineString' ? geometry.coordinates.flat() : []
}

const comfort = 36
/** Close enough to tell a stretch of half a kilometre from its neighbours, far enough to know where one is. */
const closestZoom = 13
const awayZoom = 11

function isComfortablyInView(map: MapLibreMap, positions: readonly Position[], padding: Padding): boolean {
  const { clientWidth, clientHeight } = map.getContainer()
  return positions.every((position) => {
    const { x, y } = map.project([position[0] ?? 0, position[1] ?? 0])
    return (
      x >= padding.left + comfort &&
      y >= padding.top + comfort &&
      x <= clientWidth - padding.right - comfort &&
      y <= clientHeight - padding.bottom - comfort
    )
  })
}

/** The camera that brings a record into the part of the map that no panel covers; none where it can be seen already. */
export function cameraShowing(
  map: MapLibreMap,
  geometry: Geometry,
  padding: Padding,
): { center: LngLatLike; zoom: number } | undefined {
  const positions = positionsOf(geometry)
  if (positions.length === 0) return undefined
  // A panel may have opened in the same moment; a flight is aimed at the middle that the map has when it starts.
  map.resize()
  if (map.getZoom() >= awayZoom - 1 && isComfortablyInView(map, positions, padding)) return undefined
  const lons = positions.map((position) => position[0] ?? 0)
  const lats = positions.map((position) => position[1] ?? 0)
  const bounds: LngLatBoundsLike = [
    [Math.min(...lons), Math.min(...lats)],
    [Math.max(...lons), Math.max(...lats)],
  ]
  const maxZoom = Math.max(awayZoom, Math.min(map.getZoom(), closestZoom))
  const camera = map.cameraForBounds(bounds, { padding: comfort, maxZoom })
  return camera?.center === undefined || camera.zoom === undefined
    ? undefined
    : { center: camera.center, zoom: camera.zoom }
}
