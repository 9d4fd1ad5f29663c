import type { ExpressionSpecification } from 'maplibre-gl'
import { around } from './beside-the-road.ts'
import { foremostRank, hotspotColours } from './hotspot-style.ts'
import { hotspotLines, hotspotPoints } from './map-features.ts'
import { imageName, type Drawing, type MapLayer, type SheetPart } from './map-layer.ts'
import type { MapData } from './map-types.ts'
import { plateName } from './names.ts'
import { byZoom, iconSize, textSize, typeFaces } from './type-face.ts'

const kilometre: ExpressionSpecification = ['to-string', ['floor', ['/', ['get', 'fromStake'], 1000]]]
const order = { 'symbol-sort-key': ['get', 'rank'] as ExpressionSpecification }

/** Bands under the road, so that road, stakes and symbols stay readable on them; rank numbers above everything. */
export function hotspotsPart(drawing: Drawing, data: MapData): SheetPart {
  return {
    sources: {
      hotspots: { type: 'geojson', data: hotspotLines(data.hotspots), tolerance: 0.1 },
      'hotspot-points': { type: 'geojson', data: hotspotPoints(data.hotspots) },
    },
    layers: [...bands(drawing), ...ranks(drawing)],
  }
}

/** The band's violet is too light for text on paper. */
const nameColour = (theme: Drawing['look']['theme'], foremost: string) =>
  theme === 'light' ? '#4a1263' : foremost

function bands({ look }: Drawing): MapLayer[] {
  const { foremost, other, edge } = hotspotColours[look.theme]
  return [
    {
      id: 'hotspot-casing',
      type: 'line',
      source: 'hotspots',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': edge, 'line-width': byZoom([6, 13], [10, 22], [14, 38], [17, 56]) },
    },
    {
      id: 'hotspot',
      type: 'line',
      source: 'hotspots',
      layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': ['-', 0, ['get', 'rank']] },
      paint: {
        'line-color': ['case', ['get', 'isForemost'], foremost, other],
        'line-opacity': 0.72,
        'line-width': byZoom([6, 10], [10, 18], [14, 34], [17, 52]),
      },
    },
  ]
}

function ranks({ look, palette }: Drawing): MapLayer[] {
  const { foremost } = hotspotColours[look.theme]
  return [
    {
      id: 'hotspot-name',
      type: 'symbol',
      source: 'hotspot-points',
      // From afar there is room for the worst only.
      filter: ['<=', ['get', 'rank'], ['step', ['zoom'], 1, 7.6, foremostRank]],
      layout: {
        ...order,
        'text-field': ['concat', plateName(look.language, ['get', 'road']), ' K', kilometre],
        'text-font': typeFaces.strong,
        'text-size': textSize(look.textScale, [6, 12], [10, 14], [14, 16]),
        'text-variable-anchor-offset': around(1.35, 2.4, 4),
        'text-allow-overlap': true,
      },
      paint: {
        'text-color': nameColour(look.theme, foremost),
        'text-halo-color': palette.bannerHalo,
        'text-halo-width': 2.4,
      },
    },
    {
      id: 'hotspot-rank',
      type: 'symbol',
      source: 'hotspot-points',
      layout: {
        ...order,
        'icon-image': ['concat', imageName(look.theme, 'rank:'), ['to-string', ['get', 'rank']]],
        'icon-size': iconSize(look.textScale, [6, 0.75], [9, 0.95], [14, 1.15]),
        'icon-overlap': 'cooperative',
      },
    },
  ]
}
