import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { formatStake } from '../roads/stakes/stake-format.ts'
import type { Facility } from './facility.schema.ts'
import { isInspected } from './inspection-clock.ts'

/** A facility as it is kept. */
export interface FacilityRow extends Omit<
  Facility,
  'stakeText' | 'inspectionOverdue' | 'createdAt' | 'updatedAt'
> {
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly requestHash: string
}

export function facilityView(row: FacilityRow, today: string): Facility {
  const { requestHash: _requestHash, ...kept } = row
  return {
    ...kept,
    stakeText: row.stake === null ? null : formatStake(row.stake),
    inspectionOverdue: row.inspectionDueOn !== null && row.inspectionDueOn < today && isInspected(row.state),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

interface Counted {
  readonly total: number
  readonly located: number
}

/** Facilities on roads without a drawn line stay in the collection, without a geometry. */
export function facilityFeatures(
  facilities: readonly Facility[],
  { total, located }: Counted,
): FeatureCollection<Geometry | null> & Counted {
  const features = facilities.map(({ geometry, ...properties }): Feature<Geometry | null> => ({
    type: 'Feature',
    id: properties.id,
    geometry: geometry as Geometry | null,
    properties,
  }))
  return { type: 'FeatureCollection', total, located, features }
}
