import type { ExpressionSpecification } from 'maplibre-gl'
import { densityClasses, densityEdge } from './density-style.ts'
import type { Drawing, SheetPart } from './map-layer.ts'
import { noFeatures, type Features, type MapData } from './map-types.ts'

/** Below the first step there is next to nothing: the road shows through. */
export function densityLines({ features }: Features = noFeatures): Features {
  const least = densityClasses('light')[0]!.from
  return {
    type: 'FeatureCollection',
    features: features.filter(({ properties }) => Number(properties?.['density']) >= least),
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
    6, width(0.6, more), 10, width(1, more), 14, width(1.6, more), 17, width(2.4, more),
  ]
  const sort: ExpressionSpecification = ['get', 'density']
  return {
    sources: { density: { type: 'geojson', data: densityLines(data.density) as never, tolerance: 0.1 } },
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
