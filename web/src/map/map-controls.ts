import {
  AttributionControl,
  GeolocateControl,
  NavigationControl,
  ScaleControl,
  type Map as MapLibreMap,
} from 'maplibre-gl'
import { mapWords } from '../text/map-words.ts'
import type { Language } from './map-types.ts'

/** The map library's own words, in the language of the reader. */
export function controlLocale(language: Language): Record<string, string> {
  const { title, controls } = mapWords[language]
  return {
    'Map.Title': title,
    'Marker.Title': controls.marker,
    'AttributionControl.ToggleAttribution': controls.attribution,
    'GeolocateControl.FindMyLocation': controls.locate,
    'GeolocateControl.LocationNotAvailable': controls.noLocation,
    'NavigationControl.ResetBearing': controls.north,
    'NavigationControl.ZoomIn': controls.zoomIn,
    'NavigationControl.ZoomOut': controls.zoomOut,
    'Popup.Close': controls.close,
    'ScaleControl.Meters': controls.metres,
    'ScaleControl.Kilometers': controls.kilometres,
  }
}

export function addControls(map: MapLibreMap, language: Language): void {
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  map.addControl(new GeolocateControl({ positionOptions: { enableHighAccuracy: true } }), 'top-right')
  map.addControl(new ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-left')
  map.addControl(
    new AttributionControl({ compact: true, customAttribution: mapWords[language].attribution }),
    'bottom-left',
  )
  if (map.getContainer().clientWidth < narrow) foldAttribution(map.getContainer())
}

/** Pixels; on a narrower map two lines of sources would cover what is looked at. They open at a touch. */
const narrow = 640

function foldAttribution(container: HTMLElement): void {
  const sources = container.querySelector('details.maplibregl-ctrl-attrib')
  sources?.classList.remove('maplibregl-compact-show')
  sources?.removeAttribute('open')
}
