import type { Camera, Selection } from '../map/map-types.ts'
import { selectPoint, selectRoad, selectStake } from '../map/road-selection.ts'
import type { UrlState } from '../state/url-state.ts'
import type { FoundItem } from '../state/found-item.ts'

const isRecord = (kind: FoundItem['kind']) => kind === 'hazard' || kind === 'accident' || kind === 'facility'

function selectionOf({ kind, road, stake, toStake, point, id }: FoundItem): Selection | null {
  if (kind === 'stake' && road && stake != null) return selectStake(road, stake, toStake ?? undefined)
  if (kind === 'road' && road) return selectRoad(road)
  if (kind === 'coordinate' && point) return selectPoint([point[0] ?? 0, point[1] ?? 0])
  return isRecord(kind) && id ? { kind: kind as 'hazard', id } : null
}

/** How near the map comes to what was found; a camera that is nearer already stays. */
const nearness = { stake: 14, coordinate: 14.5, place: 12.5, hazard: 13.5, accident: 13.5, facility: 13.5 }

function cameraOf({ kind, point, toStake }: FoundItem, now: Camera | null): Camera | null {
  // A road and a stretch are shown whole, by the map itself.
  if (kind === 'road' || toStake != null || !point) return null
  const [lon = 0, lat = 0] = point
  return { lon, lat, zoom: Math.max(nearness[kind], now?.zoom ?? 0) }
}

/** Where a found thing leads: a new address, as every other step does. */
export function stepTo(item: FoundItem, now: Camera | null): Partial<UrlState> {
  const camera = cameraOf(item, now)
  return { selection: selectionOf(item), task: null, ...(camera ? { camera } : {}) }
}
