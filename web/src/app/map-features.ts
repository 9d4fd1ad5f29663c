import type { Feature, Geometry } from 'geojson'
import type { Features } from '../map/map-types.ts'

interface Placed {
  readonly id: string
  readonly geometry?: unknown
}

/** The records of a list as features: what the list shows and what the map shows are the same objects. */
export function featuresOf(records: readonly Placed[] | undefined): Features {
  const features = (records ?? []).map(({ geometry, ...properties }): Feature<Geometry | null> => ({
    type: 'Feature',
    id: properties.id,
    geometry: (geometry ?? null) as Geometry | null,
    properties,
  }))
  return { type: 'FeatureCollection', features }
}
