import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { formatRange } from '../roads/stakes/stake-format.ts'
import { dueClock } from './due-clock.ts'
import type { HazardRow } from './hazard-row.ts'
import type { Hazard } from './hazard.schema.ts'
import { allowedActions, type Person } from './transition-rules.ts'

export interface Onlooker {
  readonly person: Person
  /** Day in the banner, YYYY-MM-DD. */
  readonly today: string
}

export function hazardView(row: HazardRow, { person, today }: Onlooker): Hazard {
  const { requestHash: _requestHash, past, ...kept } = row
  const { fromStake, toStake } = row
  return {
    ...kept,
    stakeText: fromStake === null ? null : formatRange(fromStake, toStake ?? fromStake),
    foundAt: row.foundAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    ...dueClock(row.status, row.dueDate, today),
    allowedActions: allowedActions(row.status, person, past),
  }
}

interface Counted {
  readonly total: number
  readonly located: number
}

/** Hazards without a geometry stay in the collection: an unlocated hazard is still a hazard. */
export function hazardFeatures(
  hazards: readonly Hazard[],
  { total, located }: Counted,
): FeatureCollection<Geometry | null> & Counted {
  const features = hazards.map(({ geometry, ...properties }): Feature<Geometry | null> => ({
    type: 'Feature',
    id: properties.id,
    geometry: geometry as Geometry | null,
    properties,
  }))
  return { type: 'FeatureCollection', total, located, features }
}
