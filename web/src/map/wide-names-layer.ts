import { mapWords } from '../text/map-words.ts'
import type { Drawing, MapLayer, SheetPart } from './map-layer.ts'
import { regionNames } from './region-names.ts'
import { textSize, typeFaces } from './type-face.ts'

/** Wide-set names of countries and land forms. */
export function wideNamesPart(drawing: Drawing): SheetPart {
  const { language } = drawing.look
  return {
    sources: {
      'region-names': { type: 'geojson', data: regionNames(language) },
      'banner-name': { type: 'geojson', data: bannerName(mapWords[language].banner) },
    },
    layers: [bannerLayer(drawing), neighbourLayer(drawing), landLayer(drawing)],
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

function bannerLayer({ look, palette }: Drawing): MapLayer {
  return {
    id: 'banner-name',
    type: 'symbol',
    source: 'banner-name',
    maxzoom: 9.6,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': typeFaces.title,
      'text-size': textSize(look.textScale, [6, 17], [9, 30]),
      'text-letter-spacing': look.language === 'zh' ? 0.7 : 0.2,
      'text-max-width': 20,
    },
    paint: { 'text-color': palette.border, 'text-halo-color': palette.bannerHalo, 'text-halo-width': 2 },
  }
}

function neighbourLayer({ look, palette }: Drawing): MapLayer {
  return {
    id: 'neighbour-name',
    type: 'symbol',
    source: 'region-names',
    filter: ['==', ['get', 'kind'], 'neighbour'],
    maxzoom: 11,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': typeFaces.region,
      'text-size': textSize(look.textScale, [6, 12], [9, 18]),
      'text-letter-spacing': look.language === 'zh' ? 0.55 : 0.15,
      'text-max-width': 30,
    },
    paint: { 'text-color': palette.regionInk, 'text-halo-color': palette.land, 'text-halo-width': 1.4 },
  }
}

function landLayer({ look, palette }: Drawing): MapLayer {
  return {
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
      'text-letter-spacing': look.language === 'zh' ? 0.8 : 0.25,
      'text-rotate': ['get', 'turn'],
      'text-max-width': 30,
    },
    paint: { 'text-color': palette.regionInk, 'text-halo-color': palette.banner, 'text-halo-width': 1.2 },
  }
}
