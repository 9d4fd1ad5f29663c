import type { FeatureCollection, LineString, Position } from 'geojson'
import type { ExpressionSpecification } from 'maplibre-gl'
import type { DensityFacts } from '../../../api/hotspots/density/density-features.ts'
import { densityClasses, densityEdge } from './density-style.ts'
import type { Drawing, SheetPart } from './map-layer.ts'
import type { Features, MapData } from './map-types.ts'

interface Band {
  readonly road: string
  /** The step of the legend that it has reached. */
  readonly density: number
  toStake: number
  readonly line: Position[]
}

const stepOf = (density: number) =>
  densityClasses('light').reduce((reached, { from }) => (density >= from ? from : reached), 0)

/**
 * Neighbours of one step are one line: from afar a line of 50 m is less than a pixel and would be left out. Below the
 * first step there is next to nothing, and the road stays as it is.
 */
export function densityLines({ features }: Features): FeatureCollection<LineString> {
  const bands: Band[] = []
  for (const { geometry, properties } of features) {
    const { road, density, fromStake, toStake } = properties as DensityFacts
    const step = stepOf(density)
    if (step === 0 || geometry?.type !== 'LineString') continue
    const last = bands[bands.length - 1]
    if (last?.road === road && last.density === step && last.toStake === fromStake) {
      last.line.push(...geometry.coordinates.slice(1))
      last.toStake = toStake
    } else bands.push({ road, density: step, toStake, line: [...geometry.coordinates] })
  }
  return {
    type: 'FeatureCollection',
    features: bands.map(({ road, density, line }) => ({
      ...{ type: 'Feature', properties: { road, density } },
      geometry: { type: 'LineString', coordinates: line },
    })),
  }
}

const stepped = (values: readonly { readonly from: number; readonly value: string | number }[]) =>
  [
    'step',
    ['get', 'density'],
    ...values.flatMap(({ from, value }, i) => (i === 0 ? [value] : [from, value])),
  ] as unknown as ExpressionSpecification

/** The heat line, a band under the roads: the denser the accidents, the farther from the paper and the broader. */
export function densityPart({ look }: Drawing, data: MapData): SheetPart {
  const classes = densityClasses(look.theme)
  const width = (share: number, more: number) =>
    stepped(classes.map((each) => ({ from: each.from, value: each.width * share + more })))
  // prettier-ignore
  const byZoom = (more: number): ExpressionSpecification => [
    'interpolate', ['linear'], ['zoom'],
    6, width(0.8, more), 10, width(1, more), 14, width(1.5, more), 17, width(2, more),
  ]
  const sort: ExpressionSpecification = ['get', 'density']
  return {
    sources: { density: { type: 'geojson', data: densityLines(data.density), tolerance: 0 } },
    layers: [
      {
        id: 'density-casing',
        type: 'line',
        source: 'density',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': densityEdge[look.theme], 'line-width': byZoom(2) },
      },
      {
        id: 'density',
        type: 'line',
        source: 'density',
        layout: { 'line-join': 'round', 'line-sort-key': sort },
        paint: {
          'line-color': stepped(classes.map(({ from, colour }) => ({ from, value: colour }))),
          'line-width': byZoom(0),
        },
      },
    ],
  }
}
