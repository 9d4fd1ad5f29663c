import type { Edition } from '../http/provenance-entries.ts'
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
/** What a file for outside does not say, as in the columns of the ledger. */
const inside = ['costYuan', 'supplier', 'model', 'funding', 'rawCoordinate', 'remark'] as const

const outside = (facility: Omit<Facility, 'geometry'>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facility).filter(([key]) => !inside.some((name) => name === key)))

export function facilityFeatures(
  facilities: readonly Facility[],
  { total, located }: Counted,
  edition: Edition = 'internal',
): FeatureCollection<Geometry | null> & Counted {
  const features = facilities.map(({ geometry, ...properties }): Feature<Geometry | null> => ({
    type: 'Feature',
    id: properties.id,
    geometry: geometry as Geometry | null,
    properties: edition === 'internal' ? properties : outside(properties),
  }))
  return { type: 'FeatureCollection', total, located, features }
}
