import type { Map as MapLibreMap } from 'maplibre-gl'
import type { RoadNetwork } from '../../../api/roads/network/road-network.ts'
import { openCluster } from './facility-clusters.ts'
import type { LonLat, MapMode, Pin, Selection } from './map-types.ts'
import { pick } from './picking.ts'
import { pinUnder } from './pins-layer.ts'
import { selectRoadUnder, stakeUnder } from './road-pointing.ts'

export interface StakeLabel {
  readonly road: string
  readonly stake: number
}

export interface Pointed {
  readonly mode: () => MapMode
  readonly network: () => RoadNetwork
  readonly pins: () => readonly Pin[]
  readonly onselect: (selection: Selection | null) => void
  readonly ontap: (point: LonLat) => void
  readonly onpin: (number: number) => void
  /** The stake under a moving mouse, null off the roads. */
  readonly onhover: (stake: StakeLabel | null) => void
}

/** A click means the uppermost thing under it: a numbered pin, a record, the road; a cluster of facilities is opened. */
export function listenToPointer(map: MapLibreMap, pointed: Pointed): void {
  map.on('click', ({ lngLat, point }) => {
    const pin = pinUnder(map, pointed.pins(), point)
    // Who is marking a place may tap again beside the pin of the first tap.
    if (pointed.mode().kind === 'place') pointed.ontap({ lon: lngLat.lng, lat: lngLat.lat })
    else if (pin) pointed.onpin(pin.number)
    else take(point)
  })
  const take = (point: { x: number; y: number }) => {
    const picked = pick(map, point)
    if (picked?.kind === 'cluster') void openCluster(map, picked.feature)
    else pointed.onselect(picked ?? selectRoadUnder(map, pointed.network(), point))
  }
  listenToMouse(map, pointed)
  map.getCanvas().addEventListener('keydown', ({ key }) => {
    if (key !== 'Enter' || pointed.mode().kind !== 'place') return
    const { lng, lat } = map.getCenter()
    pointed.ontap({ lon: lng, lat })
  })
}

/** Once per picture: a mouse reports far more often than anybody can read. */
function listenToMouse(map: MapLibreMap, { mode, network, pins, onhover }: Pointed): void {
  let isWaiting = false
  map.on('mousemove', ({ point }) => {
    if (isWaiting) return
    isWaiting = true
    requestAnimationFrame(() => {
      isWaiting = false
      const isPlacing = mode().kind === 'place'
      const stake = stakeUnder(map, network(), point)
      const isOver = pinUnder(map, pins(), point) !== undefined || pick(map, point) !== null
      onhover(stake)
      map.getCanvas().style.cursor = isPlacing ? 'crosshair' : isOver || stake ? 'pointer' : ''
    })
  })
  map.on('mouseout', () => onhover(null))
}
