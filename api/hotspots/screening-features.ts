import type { FeatureCollection, MultiLineString } from 'geojson'
import type { ScreeningRun, ScreeningSite } from './screening.schema.ts'

/** The sites of a run as GeoJSON; preset, calibre and period travel with them. */
export function screeningFeatures(
  run: ScreeningRun,
  sites: readonly (ScreeningSite & { readonly geometry: MultiLineString })[],
): FeatureCollection<MultiLineString> & { readonly screening: ScreeningRun } {
  return {
    type: 'FeatureCollection',
    screening: run,
    features: sites.map(({ geometry, ...properties }) => ({
      type: 'Feature',
      id: properties.id,
      geometry,
      properties,
    })),
  }
}
