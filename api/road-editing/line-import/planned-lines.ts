import type { FeatureCollection, LineString } from 'geojson'
import type { RoadImportPlan } from '../../roads/geometry-import/import-plan.ts'

/** The planned lines for a look in a desktop GIS before they are applied. */
export function plannedLines(plans: readonly RoadImportPlan[]): FeatureCollection<LineString> {
  return {
    type: 'FeatureCollection',
    features: plans.flatMap(({ road, status, sections }) =>
      sections.map(({ sequence, carriageway, fromStake, toStake, lengthMetres, coordinates }) => ({
        type: 'Feature' as const,
        properties: {
          road,
          sequence,
          carriageway,
          fromStake,
          toStake,
          lengthMetres: Math.round(lengthMetres * 10) / 10,
          status,
        },
        geometry: {
          type: 'LineString' as const,
          coordinates: coordinates.map(([longitude, latitude]) => [longitude, latitude]),
        },
      })),
    ),
  }
}
