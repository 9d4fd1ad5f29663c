import type { Database } from '../db/tables.ts'
import { findRoad } from '../roads/road.queries.ts'
import { bumpWarnings, type PlacingWarning } from './bump-warning.ts'
import type { FacilityRow } from './facility-view.ts'
import { listSignStakes } from './facility.queries.ts'

/** What deserves a word about a facility as it stands now; nothing here refuses it. */
export async function listFacilityWarnings(db: Database, facility: FacilityRow): Promise<PlacingWarning[]> {
  if (facility.kind !== 'speed_bump' || facility.road === null) return []
  const road = await findRoad(db, facility.road)
  return bumpWarnings({
    kind: facility.kind,
    isMainLine: road?.adminGrade === 'national' || road?.adminGrade === 'provincial',
    stake: facility.stake,
    direction: facility.direction,
    signStakes: await listSignStakes(db, facility.road),
  })
}
