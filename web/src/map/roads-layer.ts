import surroundingUrl from '../../../gis-data/surrounding-roads.geojson?url'
import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl'
import { mapWords } from '../text/map-words.ts'
import { nameIn, plateName } from './names.ts'
import { besideTheRoad } from './beside-the-road.ts'
import { roadLines } from './map-features.ts'
import { imageName, type Drawing, type MapLayer, type SheetPart } from './map-layer.ts'
import type { MapData } from './map-types.ts'
import { roadFacts } from './road-facts.ts'
import { roadNameSigns, roadPlates, sketchNotes } from './road-signs.ts'
import { roadClasses, roadColours, roadWidths, shieldColours } from './road-style.ts'
import type { StakeTicks } from './stake-ticks.ts'
import { byZoom, textSize, typeFaces } from './type-face.ts'

/** Width of a road at a zoom: its class times the growth of the sheet, plus what a casing adds. */
function roadWidth(extra = 0, share = 1): ExpressionSpecification {
  const widths = roadClasses.flatMap((each) => [each, roadWidths[each]])
  const at = (size: number, casing: number) => [
    '+',
    ['*', size * share, ['match', ['get', 'class'], ...widths, 1]],
    casing * extra,
  ]
  const stops = [
    6,
    at(2.3, 1.4),
    8,
    at(3.2, 1.7),
    10,
    at(4.6, 2),
    12,
    at(6.4, 2.4),
    14,
    at(10, 3),
    17,
    at(20, 4),
  ]
  return ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification
}

function roadColour(theme: Drawing['look']['theme'], part: 'fill' | 'casing'): ExpressionSpecification {
  const colours = roadClasses.flatMap((each) => [each, roadColours[theme][each][part]])
  return [
    'match',
    ['get', 'class'],
    ...colours,
    roadColours[theme].county[part],
  ] as unknown as ExpressionSpecification
}

const isSketch: FilterSpecification = ['==', ['get', 'isSketch'], true]
const signLevel: FilterSpecification = [
  '<=',
  ['get', 'level'],
  ['step', ['zoom'], 0, 8.6, 1, 10.8, 2, 12.2, 3, 14, 4],
]
const code: ExpressionSpecification = ['get', 'code']
const round = { 'line-cap': 'round', 'line-join': 'round' } as const
/** Where two roads share their ground, the wider lies below, so that both are seen. */
const widestFirst = { 'line-sort-key': ['-', 0, ['get', 'width']] } as {
  'line-sort-key': ExpressionSpecification
}

export function roadsPart(drawing: Drawing, data: MapData, stakes: StakeTicks): SheetPart {
  const factsOf = roadFacts(data.roads)
  return {
    sources: {
      'surrounding-roads': { type: 'geojson', data: surroundingUrl },
      roads: { type: 'geojson', data: roadLines(data.roads) },
      'road-plates': { type: 'geojson', data: roadPlates(stakes) },
      'road-names': { type: 'geojson', data: roadNameSigns(stakes, factsOf) },
      'sketch-notes': { type: 'geojson', data: sketchNotes(stakes, factsOf) },
    },
    layers: [
      ...surroundingRoads(drawing.palette),
      ...roadLayers(drawing),
      ...sketchMarks(drawing),
      roadNames(drawing),
      shields(drawing),
    ],
  }
}

function surroundingRoads(palette: Drawing['palette']): MapLayer[] {
  const width = (extra: number): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['zoom'],
    6,
    ['match', ['get', 'class'], 'motorway', 1 + extra, 0.6 + extra],
    10,
    ['match', ['get', 'class'], 'motorway', 3 + extra, 1.6 + extra],
    14,
    ['match', ['get', 'class'], 'motorway', 7 + extra, 4 + extra],
  ]
  const layer = (
    id: 'surrounding-road-casing' | 'surrounding-road',
    colour: string,
    extra: number,
  ): MapLayer => ({
    id,
    type: 'line',
    source: 'surrounding-roads',
    layout: round,
    paint: { 'line-color': colour, 'line-width': width(extra) },
  })
  return [
    layer('surrounding-road-casing', palette.surroundingCasing, 1),
    layer('surrounding-road', palette.surroundingRoad, 0),
  ]
}

/** Lines that may be wrong say so: a broken edge, as on sheets for a road being surveyed, and a note beside it. */
function sketchMarks({ look, palette }: Drawing): MapLayer[] {
  return [
    {
      id: 'road-sketch',
      type: 'line',
      source: 'roads',
      filter: isSketch,
      layout: { ...widestFirst, 'line-join': 'round' },
      paint: { 'line-color': palette.bannerHalo, 'line-width': roadWidth(1.2), 'line-dasharray': [0.7, 0.7] },
    },
    {
      id: 'sketch-note',
      type: 'symbol',
      source: 'sketch-notes',
      filter: signLevel,
      layout: {
        'text-field': ['concat', plateName(look.language, code), '\n', mapWords[look.language].sketchNote],
        'text-font': typeFaces.plain,
        'text-size': textSize(look.textScale, [6, 10], [10, 12], [14, 13]),
        'text-variable-anchor-offset': besideTheRoad(1, 2.2),
        'text-max-width': 24,
        'text-justify': 'auto',
        'symbol-sort-key': ['get', 'level'],
      },
      paint: { 'text-color': palette.softInk, 'text-halo-color': palette.bannerHalo, 'text-halo-width': 1.6 },
    },
  ]
}

function roadNames({ look, palette }: Drawing): MapLayer {
  return {
    id: 'road-name',
    type: 'symbol',
    source: 'road-names',
    minzoom: 12.2,
    filter: signLevel,
    layout: {
      'text-field': nameIn(look.language),
      'text-font': typeFaces.plain,
      'text-size': textSize(look.textScale, [12, 12], [15, 14]),
      'text-letter-spacing': look.language === 'zh' ? 0.12 : 0.02,
      'text-variable-anchor-offset': besideTheRoad(1.3, 2.6),
      'text-max-width': 24,
      'symbol-sort-key': ['get', 'level'],
    },
    paint: { 'text-color': palette.softInk, 'text-halo-color': palette.bannerHalo, 'text-halo-width': 1.8 },
  }
}

/** A plate stands beside the road where there is room for it. */
function shields({ look }: Drawing): MapLayer {
  const inks = roadClasses.flatMap((each) => [each, shieldColours[each].ink])
  return {
    id: 'road-shield',
    type: 'symbol',
    source: 'road-plates',
    filter: signLevel,
    layout: {
      'icon-image': ['concat', imageName(look.theme, 'plate:'), ['get', 'class']],
      'icon-text-fit': 'both',
      'text-field': plateName(look.language, code),
      'text-font': typeFaces.strong,
      'text-size': textSize(look.textScale, [6, 10.5], [9, 12], [14, 14]),
      'text-variable-anchor-offset': besideTheRoad(1.35, 2.6),
      'symbol-sort-key': ['get', 'level'],
      'icon-padding': 4,
    },
    paint: {
      'text-color': ['match', ['get', 'class'], ...inks, '#ffffff'] as unknown as ExpressionSpecification,
    },
  }
}

function roadLayers({ look }: Drawing): MapLayer[] {
  return [
    {
      id: 'road-casing',
      type: 'line',
      source: 'roads',
      layout: { ...round, ...widestFirst },
      paint: { 'line-color': roadColour(look.theme, 'casing'), 'line-width': roadWidth(1) },
    },
    {
      id: 'road',
      type: 'line',
      source: 'roads',
      layout: { ...round, ...widestFirst },
      paint: { 'line-color': roadColour(look.theme, 'fill'), 'line-width': roadWidth() },
    },
    {
      id: 'road-median',
      type: 'line',
      source: 'roads',
      filter: ['==', ['get', 'class'], 'firstClass'],
      minzoom: 9,
      paint: {
        'line-color': roadColours[look.theme].firstClass.casing,
        'line-width': byZoom([9, 0.6], [14, 1.6]),
      },
    },
  ]
}
