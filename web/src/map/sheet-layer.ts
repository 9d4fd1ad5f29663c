import boundaryUrl from '../../../gis-data/boundary.geojson?url'
import neighboursUrl from '../../../gis-data/neighbours.geojson?url'
import { imageName, type Drawing, type MapLayer, type SheetPart } from './map-layer.ts'
import { graticule, graticuleNames, sheetFade } from './sheet-geometry.ts'
import { byZoom, textSize, typeFaces } from './type-face.ts'

/** Paper, the land of the banner, its border with the coloured band outside, neighbours and the graticule. */
export function sheetPart(drawing: Drawing): SheetPart {
  const { look, palette } = drawing
  return {
    sources: {
      boundary: { type: 'geojson', data: boundaryUrl, tolerance: 0.2 },
      neighbours: { type: 'geojson', data: neighboursUrl },
      graticule: { type: 'geojson', data: graticule() },
      'graticule-names': { type: 'geojson', data: graticuleNames() },
      'sheet-fade': { type: 'geojson', data: sheetFade() },
    },
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': palette.land } },
      { id: 'banner-land', type: 'fill', source: 'boundary', paint: { 'fill-color': palette.banner } },
      {
        id: 'banner-sand',
        type: 'fill',
        source: 'boundary',
        paint: { 'fill-pattern': imageName(look.theme, 'sand'), 'fill-opacity': 0.55 },
      },
      ...graticuleLayers(drawing),
      ...surroundings(drawing),
      ...borderLayers(palette),
    ],
  }
}

function borderLayers(palette: Drawing['palette']): SheetPart['layers'] {
  const band = (id: 'border-band-outer' | 'border-band-inner', width: number, colour: string) => ({
    id,
    type: 'line' as const,
    source: 'boundary',
    layout: { 'line-join': 'round' as const },
    paint: {
      'line-color': colour,
      // Centred on the border: the land of the banner covers the inner half.
      'line-width': byZoom([6, width * 1.1], [9, width * 2], [14, width * 3.4]),
    },
  })
  return [
    band('border-band-outer', 16, palette.outerBand),
    band('border-band-inner', 8, palette.innerBand),
    {
      id: 'border',
      type: 'line',
      source: 'boundary',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.border,
        'line-width': byZoom([6, 1.1], [10, 1.8], [14, 2.4]),
        'line-dasharray': [6, 2, 1.2, 2],
      },
    },
  ]
}

function graticuleLayers({ look, palette }: Drawing): MapLayer[] {
  return [
    {
      id: 'graticule',
      type: 'line',
      source: 'graticule',
      filter: ['>=', ['get', 'step'], ['step', ['zoom'], 60, 8, 30, 9.5, 15, 11.5, 5]],
      paint: { 'line-color': palette.graticule, 'line-width': 0.8 },
    },
    {
      id: 'graticule-name',
      type: 'symbol',
      source: 'graticule-names',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': typeFaces.plain,
        'text-size': textSize(look.textScale, [6, 10], [9, 12]),
      },
      paint: { 'text-color': palette.regionInk, 'text-halo-color': palette.land, 'text-halo-width': 2 },
    },
  ]
}

function surroundings({ palette }: Drawing): MapLayer[] {
  return [
    {
      id: 'neighbour-border',
      type: 'line',
      source: 'neighbours',
      paint: {
        'line-color': palette.neighbourBorder,
        'line-width': byZoom([6, 0.8], [12, 1.6]),
        'line-dasharray': [5, 2.5, 1, 2.5],
      },
    },
    {
      id: 'sheet-fade',
      type: 'fill',
      source: 'sheet-fade',
      paint: { 'fill-color': palette.land, 'fill-opacity': ['get', 'opacity'], 'fill-antialias': false },
    },
  ]
}
