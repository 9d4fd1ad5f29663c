import type { FeatureCollection, MultiLineString, MultiPoint } from 'geojson'
import type { ScreeningCluster, ScreeningRun, ScreeningSite } from './screening.schema.ts'

type Placed<Record, Geometry> = Record & { readonly geometry: Geometry }

/** The sites of a run as GeoJSON; preset, calibre and period travel with them, and what lies off the network beside them. */
export function screeningFeatures(
  run: ScreeningRun,
  sites: readonly Placed<ScreeningSite, MultiLineString>[],
  clusters: readonly Placed<ScreeningCluster, MultiPoint>[],
): FeatureCollection<MultiLineString> & {
  readonly screening: ScreeningRun
  readonly clusters: readonly Placed<ScreeningCluster, MultiPoint>[]
} {
  return {
    type: 'FeatureCollection',
    screening: run,
    features: sites.map(({ geometry, ...properties }) => ({
      type: 'Feature',
      id: properties.id,
      geometry,
      properties,
    })),
    clusters,
  }
}
