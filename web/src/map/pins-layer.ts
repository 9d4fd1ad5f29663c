import type { FeatureCollection, Point } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { imageName, type Drawing, type SheetPart } from './map-layer.ts'
import type { Pin } from './map-types.ts'
import { iconSize } from './type-face.ts'

export function pinFeatures(pins: readonly Pin[]): FeatureCollection<Point, { number: number }> {
  const features = pins.map(({ number, point }) => ({
    type: 'Feature' as const,
    properties: { number },
    geometry: { type: 'Point' as const, coordinates: [...point] },
  }))
  return { type: 'FeatureCollection', features }
}

/** Numbered answers to where something is; the first lies on top. */
export function pinsPart({ look }: Drawing, pins: readonly Pin[]): SheetPart {
  return {
    sources: { pins: { type: 'geojson', data: pinFeatures(pins) } },
    layers: [
      {
        id: 'pin',
        type: 'symbol',
        source: 'pins',
        layout: {
          'icon-image': ['concat', imageName(look.theme, 'pin:'), ['get', 'number']],
          'icon-anchor': 'bottom',
          'icon-size': iconSize(look.textScale, [6, 1], [14, 1.1]),
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
          'symbol-sort-key': ['-', 0, ['get', 'number']],
        },
      },
    ],
  }
}

/** Pixels: the head of a pin stands above its point. */
const head = { above: 30, radius: 22 }

export function pinUnder(
  map: MapLibreMap,
  pins: readonly Pin[],
  at: { readonly x: number; readonly y: number },
): Pin | undefined {
  return pins.find(({ point }) => {
    const foot = map.project([...point])
    return Math.hypot(foot.x - at.x, foot.y - head.above - at.y) <= head.radius
  })
}
