import type { ExpressionSpecification } from 'maplibre-gl'
import { besideTheRoad } from './beside-the-road.ts'
import { imageName, type Drawing, type MapLayer, type SheetPart } from './map-layer.ts'
import type { StakeTicks } from './stake-ticks.ts'
import { byZoom, textSize, typeFaces } from './type-face.ts'

/** The finest stake shown at a zoom, in metres: ticks run one step ahead of their names. */
const tickStep: ExpressionSpecification = [
  'step',
  ['zoom'],
  50_000,
  6.5,
  10_000,
  8.4,
  5_000,
  9.6,
  1_000,
  14,
  100,
]
const nameStep: ExpressionSpecification = [
  'step',
  ['zoom'],
  50_000,
  6.9,
  10_000,
  9.6,
  5_000,
  11.4,
  1_000,
  14.6,
  500,
]

/** Kilometre ticks across the road with their stakes beside it. */
export function stakesPart(drawing: Drawing, stakes: StakeTicks): SheetPart {
  return {
    sources: { stakes: { type: 'geojson', data: stakes, maxzoom: 15 } },
    layers: [...ticks(drawing), ...stakeNames(drawing)],
  }
}

function ticks({ look }: Drawing): MapLayer[] {
  const tick = (length: number) => imageName(look.theme, `tick:${length}`)
  return [
    {
      id: 'stake-tick',
      type: 'symbol',
      source: 'stakes',
      filter: ['>=', ['get', 'step'], tickStep],
      layout: {
        'icon-image': [
          'case',
          ['>=', ['get', 'step'], 10_000],
          tick(9),
          ['>=', ['get', 'step'], 5_000],
          tick(7),
          ['>=', ['get', 'step'], 1_000],
          tick(5),
          tick(3.5),
        ],
        'icon-size': byZoom([6, 0.6], [9, 0.8], [12, 1.1], [14, 1.7], [17, 2.4]),
        'icon-rotate': ['get', 'bearing'],
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ]
}

function stakeNames({ look, palette }: Drawing): MapLayer[] {
  return [
    {
      id: 'stake-name',
      type: 'symbol',
      source: 'stakes',
      filter: ['>=', ['get', 'step'], nameStep],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': typeFaces.strong,
        'text-size': textSize(look.textScale, [6, 10], [9, 11.5], [12, 12.5], [15, 14]),
        'text-variable-anchor-offset': besideTheRoad(0.85, 1.7),
        'symbol-sort-key': ['-', 0, ['get', 'step']],
        'text-padding': 4,
      },
      paint: { 'text-color': palette.ink, 'text-halo-color': palette.bannerHalo, 'text-halo-width': 1.7 },
    },
  ]
}
