import type { Map as MapLibreMap } from 'maplibre-gl'
import {
  pointToStakes,
  stakeToPoint,
  type StakeCandidate,
} from '../../../api/roads/network/linear-referencing.ts'
import type { RoadNetwork } from '../../../api/roads/network/road-network.ts'
import type { Selection } from './map-types.ts'
import type { DragReach } from './snap-to-road.ts'
import { selectPoint, selectStake } from './road-selection.ts'

interface Pixel {
  readonly x: number
  readonly y: number
}

const equator = 40_075_016.686
/** The map library's tiles measure 512 pixels at every zoom. */
const tileSize = 512

const metresPerPixel = (zoom: number, latitude: number) =>
  (equator * Math.cos((latitude * Math.PI) / 180)) / (tileSize * 2 ** zoom)

/** Pixels within which a pointer means the road: a finger is broader than a mouse. */
const reach = () => (matchMedia('(pointer: coarse)').matches ? 24 : 12)

/** The roads under the pointer, nearest first. */
export function roadsUnder(map: MapLibreMap, network: RoadNetwork, pixel: Pixel): StakeCandidate[] {
  const { lng, lat } = map.unproject([pixel.x, pixel.y])
  const maximumDistance = reach() * metresPerPixel(map.getZoom(), lat)
  return pointToStakes(network, [lng, lat], { maximumDistance })
}

/** Finer than this, a pointer tells on which side of the road it is and how far. */
const pointsAt = 4
/** A pixel seen from afar covers more than a metre of road: the stake is given as round as it was pointed at. */
const roundings = [
  { coarserThan: 60, step: 1000 },
  { coarserThan: 10, step: 100 },
  { coarserThan: 0, step: 10 },
] as const

export function roundedStake(network: RoadNetwork, road: string, stake: number, scale: number): number {
  const { step } = roundings.find(({ coarserThan }) => scale > coarserThan) ?? { step: 1 }
  const rounded = Math.round(stake / step) * step
  return stakeToPoint(network, road, rounded) ? rounded : Math.round(stake)
}

/** Beyond this a pointer no longer means the road along which something is drawn. */
const drawnWithin = { metres: 200, pixels: 40 }

/** How far from its road something may be drawn, and how round its stake is read, at a zoom of the map. */
export function reachAt(zoom: number, latitude: number): DragReach {
  const scale = metresPerPixel(zoom, latitude)
  const step = scale > 10 ? 100 : scale > 1.5 ? 10 : 1
  return { within: Math.max(drawnWithin.metres, drawnWithin.pixels * scale), step }
}

/** What a click on or near a road chooses; null where no road is. */
export function selectRoadUnder(map: MapLibreMap, network: RoadNetwork, pixel: Pixel): Selection | null {
  const best = roadsUnder(map, network, pixel)[0]
  if (!best) return null
  const { lng, lat } = map.unproject([pixel.x, pixel.y])
  const scale = metresPerPixel(map.getZoom(), lat)
  if (scale <= pointsAt) return selectPoint([lng, lat])
  return selectStake(best.road, roundedStake(network, best.road, best.stake, scale))
}

/** The stake that a moving pointer reads off the road, as round as it can be read. */
export function stakeUnder(map: MapLibreMap, network: RoadNetwork, pixel: Pixel) {
  const best = roadsUnder(map, network, pixel)[0]
  if (!best) return null
  const scale = metresPerPixel(map.getZoom(), best.point[1])
  return { road: best.road, stake: roundedStake(network, best.road, best.stake, scale) }
}
