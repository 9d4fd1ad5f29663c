import type { SymbolLayerSpecification } from 'maplibre-gl'
import placesUrl from '../../../gis-data/places.geojson?url'
import urbanUrl from '../../../gis-data/urban.geojson?url'
import { around } from './beside-the-road.ts'
import { mapWords } from '../text/map-words.ts'
import { imageName, type Drawing, type MapLayer, type SheetPart } from './map-layer.ts'
import { nameIn } from './names.ts'
import { regionNames } from './region-names.ts'
import { byZoom, textSize, typeFaces } from './type-face.ts'

const ownTowns = ['bannerSeat', 'town', 'city']

export function settlementPart(drawing: Drawing): SheetPart {
  const { look, palette } = drawing
  return {
    sources: {
      places: { type: 'geojson', data: placesUrl },
      urban: { type: 'geojson', data: urbanUrl },
      'region-names': { type: 'geojson', data: regionNames(look.language) },
      'banner-name': { type: 'geojson', data: bannerName(mapWords[look.language].banner) },
    },
    layers: [
      { id: 'urban', type: 'fill', source: 'urban', paint: { 'fill-color': palette.urban } },
      placePoints(drawing),
      ...placeNames(drawing),
      ...wideNames(drawing),
    ],
  }
}

/** In the empty north of the banner, clear of the five roads. */
function bannerName(name: string) {
  return {
    type: 'Feature' as const,
    properties: { name },
    geometry: { type: 'Point' as const, coordinates: [107.68, 39.7] },
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

function placeNames({ look, palette }: Drawing): MapLayer[] {
  const names: NonNullable<SymbolLayerSpecification['layout']> = {
    'text-field': nameIn(look.language),
    'text-justify': 'auto',
    'symbol-sort-key': ['get', 'rank'],
    'text-padding': 3,
  }
  return [
    {
      id: 'place-name',
      type: 'symbol',
      source: 'places',
      filter: ['in', ['get', 'kind'], ['literal', ownTowns]],
      layout: {
        ...names,
        'text-font': typeFaces.strong,
        'text-size': textSize(look.textScale, [6, 13], [9, 17], [14, 21]),
        'text-variable-anchor-offset': around(0.8, 1.6, 2.6),
        'text-allow-overlap': true,
      },
      paint: { 'text-color': palette.ink, 'text-halo-color': palette.bannerHalo, 'text-halo-width': 2 },
    },
    {
      id: 'outer-place-name',
      type: 'symbol',
      source: 'places',
      filter: [
        'all',
        ['!', ['in', ['get', 'kind'], ['literal', ownTowns]]],
        ['<=', ['get', 'rank'], ['step', ['zoom'], 2, 7.5, 3, 8.5, 4, 10.5, 5]],
      ],
      layout: {
        ...names,
        'text-font': typeFaces.plain,
        'text-size': textSize(look.textScale, [6, 11], [9, 13], [14, 16]),
        'text-variable-anchor-offset': around(0.7, 1.3),
      },
      paint: { 'text-color': palette.softInk, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
    },
  ]
}

function wideNames({ look, palette }: Drawing): MapLayer[] {
  const isChinese = look.language === 'zh'
  return [
    {
      id: 'banner-name',
      type: 'symbol',
      source: 'banner-name',
      maxzoom: 9.6,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': typeFaces.title,
        'text-size': textSize(look.textScale, [6, 17], [9, 30]),
        'text-letter-spacing': isChinese ? 0.7 : 0.2,
        'text-max-width': 20,
      },
      paint: { 'text-color': palette.border, 'text-halo-color': palette.bannerHalo, 'text-halo-width': 2 },
    },
    {
      id: 'neighbour-name',
      type: 'symbol',
      source: 'region-names',
      filter: ['==', ['get', 'kind'], 'neighbour'],
      maxzoom: 11,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': typeFaces.region,
        'text-size': textSize(look.textScale, [6, 12], [9, 18]),
        'text-letter-spacing': isChinese ? 0.55 : 0.15,
        'text-max-width': 30,
      },
      paint: { 'text-color': palette.regionInk, 'text-halo-color': palette.land, 'text-halo-width': 1.4 },
    },
    {
      id: 'region-name',
      type: 'symbol',
      source: 'region-names',
      filter: ['==', ['get', 'kind'], 'land'],
      minzoom: 7.4,
      maxzoom: 11.5,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': typeFaces.water,
        'text-size': textSize(look.textScale, [7, 11], [10, 17]),
        'text-letter-spacing': isChinese ? 0.8 : 0.25,
        'text-rotate': ['get', 'turn'],
        'text-max-width': 30,
      },
      paint: { 'text-color': palette.regionInk, 'text-halo-color': palette.banner, 'text-halo-width': 1.2 },
    },
  ]
}
