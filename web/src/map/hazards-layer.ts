import type { ExpressionSpecification } from 'maplibre-gl'
import { hazardColours, hazardRings } from './hazard-style.ts'
import { hazardPoints, hazardStretches } from './map-features.ts'
import { imageName, type Drawing, type SheetPart } from './map-layer.ts'
import type { MapData } from './map-types.ts'
import { byZoom, iconSize } from './type-face.ts'

export function hazardsPart({ look, palette }: Drawing, data: MapData): SheetPart {
  const colours = hazardColours[look.theme]
  const ringColour = [
    'match',
    ['get', 'ring'],
    ...hazardRings.flatMap((ring) => [ring, colours[ring]]),
    colours.waiting,
  ]
  return {
    sources: {
      hazards: { type: 'geojson', data: hazardPoints(data.hazards) },
      'hazard-stretches': { type: 'geojson', data: hazardStretches(data.hazards), tolerance: 0.1 },
    },
    layers: [
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
      {
        id: 'hazard',
        type: 'symbol',
        source: 'hazards',
        layout: {
          'icon-image': ['concat', imageName(look.theme, 'hazard:'), ['get', 'symbol']],
          'icon-size': iconSize(look.textScale, [6, 0.5], [8, 0.62], [10, 0.82], [13, 1], [16, 1.15]),
          'icon-allow-overlap': true,
          'symbol-sort-key': ['get', 'order'],
        },
      },
    ],
  }
}
