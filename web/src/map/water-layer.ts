import waterUrl from '../../../gis-data/water.geojson?url'
import waterwaysUrl from '../../../gis-data/waterways.geojson?url'
import type { Drawing, MapLayer, SheetPart } from './map-layer.ts'
import { byZoom, textSize, typeFaces } from './type-face.ts'
import { nameIn } from './names.ts'

export function waterPart(drawing: Drawing): SheetPart {
  const { palette } = drawing
  return {
    sources: {
      water: { type: 'geojson', data: waterUrl },
      waterways: { type: 'geojson', data: waterwaysUrl },
    },
    layers: [
      { id: 'water', type: 'fill', source: 'water', paint: { 'fill-color': palette.water } },
      {
        id: 'water-edge',
        type: 'line',
        source: 'water',
        paint: { 'line-color': palette.waterLine, 'line-width': byZoom([6, 0.4], [12, 1.2]) },
      },
      {
        id: 'waterways',
        type: 'line',
        source: 'waterways',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': palette.waterLine,
          'line-width': [
            'interpolate',
            ['linear'],
            ['zoom'],
            6,
            ['case', ['has', 'name'], 2, 0.8],
            10,
            ['case', ['has', 'name'], 3.4, 1.4],
          ],
        },
      },
      ...waterNames(drawing),
    ],
  }
}

function waterNames({ look, palette }: Drawing): MapLayer[] {
  return [
    {
      id: 'river-name',
      type: 'symbol',
      source: 'waterways',
      filter: ['has', 'name'],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 200,
        'text-field': nameIn(look.language),
        'text-font': typeFaces.water,
        'text-size': textSize(look.textScale, [6, 12], [10, 16]),
        'text-letter-spacing': look.language === 'zh' ? 0.35 : 0.1,
        'text-max-angle': 85,
      },
      paint: { 'text-color': palette.waterText, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
    },
    {
      id: 'water-name',
      type: 'symbol',
      source: 'water',
      filter: ['has', 'name'],
      layout: {
        'text-field': nameIn(look.language),
        'text-font': typeFaces.water,
        'text-size': textSize(look.textScale, [8, 11], [12, 14]),
        'text-max-width': 6,
      },
      paint: { 'text-color': palette.waterText, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
    },
  ]
}
