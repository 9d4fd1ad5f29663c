import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { addControls, controlLocale } from './map-controls.ts'
import { buildMapStyle, type SheetContents } from './map-style.ts'
import type { Camera, Padding } from './map-types.ts'
import { bannerBounds, sheetBounds } from './sheet-geometry.ts'
import { drawImagesOnDemand } from './symbols/symbol-images.ts'
import { typeFaces } from './type-face.ts'

setWorkerUrl(workerUrl)

export interface Opening {
  readonly container: HTMLElement
  readonly contents: SheetContents
  readonly camera: Camera | null
  readonly padding: Padding
}

const breathing = 14

/** North stays up and the sheet stays flat: stakes and plates are read, not flown over. */
export function openMap({ container, contents, camera, padding }: Opening): MapLibreMap {
  const { language } = contents.look
  const map = new MapLibreMap({
    container,
    style: buildMapStyle(contents),
    ...(camera
      ? { center: [camera.lon, camera.lat] as [number, number], zoom: camera.zoom }
      : { bounds: bannerBounds }),
    maxBounds: sheetBounds,
    minZoom: 5.6,
    maxZoom: 18,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    renderWorldCopies: false,
    attributionControl: false,
    locale: controlLocale(language),
    localIdeographFontFamily: typeFaces.plain.slice(1).join(','),
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  drawImagesOnDemand(map)
  map.setPadding(padding)
  if (!camera) map.fitBounds(bannerBounds, { padding: breathing, animate: false })
  addControls(map, language)
  return map
}
