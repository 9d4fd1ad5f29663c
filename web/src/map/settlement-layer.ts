import type { SymbolLayerSpecification } from 'maplibre-gl'
import placesUrl from '../../../gis-data/places.geojson?url'
import urbanUrl from '../../../gis-data/urban.geojson?url'
import { around } from './beside-the-road.ts'
import type { Language } from './map-types.ts'
import { imageName, type Drawing, type MapLayer, type SheetPart } from './map-layer.ts'
import { nameIn } from './names.ts'
import { byZoom, textSize, typeFaces } from './type-face.ts'

const ownTowns = ['bannerSeat', 'town', 'city']

export function settlementPart(drawing: Drawing): SheetPart {
  const { palette } = drawing
  return {
    sources: {
      places: { type: 'geojson', data: placesUrl },
      urban: { type: 'geojson', data: urbanUrl },
    },
    layers: [
      { id: 'urban', type: 'fill', source: 'urban', paint: { 'fill-color': palette.urban } },
      placePoints(drawing),
      ownNames(drawing),
      outerNames(drawing),
    ],
  }
}

function placePoints({ look }: Drawing): MapLayer {
  const symbol = (kind: string) => imageName(look.theme, `place:${kind}`)
  return {
    id: 'place-point',
    type: 'symbol',
    source: 'places',
    filter: [
      'all',
      ['!=', ['get', 'kind'], 'junction'],
      ['<=', ['get', 'rank'], ['step', ['zoom'], 2, 7.5, 3, 8.5, 4]],
    ],
    layout: {
      'icon-image': [
        'match',
        ['get', 'kind'],
        ['bannerSeat', 'city'],
        symbol('seat'),
        'town',
        symbol('town'),
        symbol('outer'),
      ],
      'icon-size': byZoom([6, 0.7], [10, 1], [14, 1.2]),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  }
}

function nameLayout(language: Language): NonNullable<SymbolLayerSpecification['layout']> {
  return {
    'text-field': nameIn(language),
    'text-justify': 'auto',
    'symbol-sort-key': ['get', 'rank'],
    'text-padding': 3,
  }
}

function ownNames({ look, palette }: Drawing): MapLayer {
  return {
    id: 'place-name',
    type: 'symbol',
    source: 'places',
    filter: ['in', ['get', 'kind'], ['literal', ownTowns]],
    layout: {
      ...nameLayout(look.language),
      'text-font': typeFaces.strong,
      'text-size': textSize(look.textScale, [6, 13], [9, 17], [14, 21]),
      'text-variable-anchor-offset': around(0.8, 1.6, 2.6),
      'text-allow-overlap': true,
    },
    paint: { 'text-color': palette.ink, 'text-halo-color': palette.bannerHalo, 'text-halo-width': 2 },
  }
}

function outerNames({ look, palette }: Drawing): MapLayer {
  return {
    id: 'outer-place-name',
    type: 'symbol',
    source: 'places',
    filter: [
      'all',
      ['!', ['in', ['get', 'kind'], ['literal', ownTowns]]],
      ['<=', ['get', 'rank'], ['step', ['zoom'], 2, 7.5, 3, 8.5, 4, 10.5, 5]],
    ],
    layout: {
      ...nameLayout(look.language),
      'text-font': typeFaces.plain,
      'text-size': textSize(look.textScale, [6, 11], [9, 13], [14, 16]),
      'text-variable-anchor-offset': around(0.7, 1.3),
    },
    paint: { 'text-color': palette.softInk, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
  }
}
