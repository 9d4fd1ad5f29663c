import type { LngLatLike, Map as MapLibreMap } from 'maplibre-gl'
import type { Geometry } from 'geojson'
import { cameraOf, cameraShowing, isSameCamera } from './camera.ts'
import type { Camera, Padding } from './map-types.ts'

interface Aim {
  readonly center: LngLatLike
  readonly zoom: number
}

/** Moves the map. A panel that opens on the way shifts the middle, and the flight goes on to where it was going. */
export class Flights {
  readonly #map: MapLibreMap
  #aim: Aim | undefined
  #isSent = false
  /** What the map last said of itself; the address repeats it, and that is no order to fly. */
  #reported: Camera

  constructor(map: MapLibreMap) {
    this.#map = map
    this.#reported = cameraOf(map)
    map.on('moveend', () => (this.#reported = cameraOf(map)))
    // A hand on the map ends what the program wanted.
    for (const event of ['mousedown', 'touchstart', 'wheel'] as const)
      map.on(event, () => (this.#aim = undefined))
  }

  /** Whether a camera was asked for in this very moment: it says where to look, and nothing else need be shown. */
  get isSent(): boolean {
    return this.#isSent
  }

  to(camera: Camera): void {
    const isReport = this.#map.isMoving() && isSameCamera(this.#reported, camera)
    if (isReport || isSameCamera(cameraOf(this.#map), camera)) return
    this.#isSent = true
    queueMicrotask(() => (this.#isSent = false))
    this.#fly({ center: [camera.lon, camera.lat], zoom: camera.zoom })
  }

  show(geometry: Geometry, padding: Padding): void {
    const aim = cameraShowing(this.#map, geometry, padding)
    if (aim) this.#fly(aim)
  }

  pad({ top, right, bottom, left }: Padding): void {
    const aim = this.#map.isMoving() ? this.#aim : undefined
    this.#map.easeTo({ ...aim, padding: { top, right, bottom, left }, duration: aim ? 500 : 200 })
  }

  #fly(aim: Aim): void {
    // A panel may have opened in the same moment: the library lands at the middle that the map had when it took off.
    this.#map.resize()
    this.#aim = aim
    this.#map.easeTo(aim)
  }
}
