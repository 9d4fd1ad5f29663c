import type { ExpressionSpecification } from 'maplibre-gl'
import { hazardColours, hazardRings } from './hazard-style.ts'
import { hazardPoints, hazardStretches } from './map-features.ts'
import { imageName, type Drawing, type MapLayer, type SheetPart } from './map-layer.ts'
import type { MapData } from './map-types.ts'
import { byZoom, iconSize } from './type-face.ts'

export function hazardsPart(drawing: Drawing, data: MapData): SheetPart {
  return {
    sources: {
      hazards: { type: 'geojson', data: hazardPoints(data.hazards) },
      'hazard-stretches': { type: 'geojson', data: hazardStretches(data.hazards), tolerance: 0.1 },
    },
    layers: [
      ...stretches(drawing),
      {
        id: 'hazard',
        type: 'symbol',
        source: 'hazards',
        layout: {
          'icon-image': ['concat', imageName(drawing.look.theme, 'hazard:'), ['get', 'symbol']],
          'icon-size': iconSize(drawing.look.textScale, [6, 0.5], [8, 0.62], [10, 0.82], [13, 1], [16, 1.15]),
          'icon-allow-overlap': true,
          'symbol-sort-key': ['get', 'order'],
        },
      },
    ],
  }
}

/** Beside the road, not on it: the band of a hotspot and the symbols keep their place. */
function stretches({ look, palette }: Drawing): MapLayer[] {
  const colours = hazardColours[look.theme]
  const ringColour = [
    'match',
    ['get', 'ring'],
    ...hazardRings.flatMap((ring) => [ring, colours[ring]]),
    colours.waiting,
  ]
  return [
    {
      id: 'hazard-stretch-casing',
      type: 'line',
      source: 'hazard-stretches',
      minzoom: 9,
      layout: { 'line-cap': 'butt' },
      paint: {
        'line-color': palette.bannerHalo,
        'line-width': byZoom([9, 4], [14, 7]),
        'line-offset': byZoom([9, 5], [14, 13]),
      },
    },
    {
      id: 'hazard-stretch',
      type: 'line',
      source: 'hazard-stretches',
      minzoom: 9,
      layout: { 'line-cap': 'butt' },
      paint: {
        'line-color': ringColour as unknown as ExpressionSpecification,
        'line-width': byZoom([9, 2.4], [14, 4.4]),
        'line-offset': byZoom([9, 5], [14, 13]),
        'line-dasharray': [2.4, 0.8],
      },
    },
  ]
}
