import type { Database } from '../db/tables.ts'
import type { LonLat } from '../roads/network/geodesy.ts'
import { courseOf, travels } from '../roads/network/course.ts'
import { findRoad, loadRoadNetwork } from '../roads/road.queries.ts'
import { bumpWarnings, type PlacingWarning } from './bump-warning.ts'
import type { FacilityRow } from './facility-view.ts'
import { listSigns } from './facility.queries.ts'

/** What deserves a word about a facility as it stands now; nothing here refuses it. */
export async function listFacilityWarnings(db: Database, facility: FacilityRow): Promise<PlacingWarning[]> {
  if (facility.kind !== 'speed_bump' || facility.road === null) return []
  const road = await findRoad(db, facility.road)
  if (!road) return []
  const network = await loadRoadNetwork(db)
  const point = (facility.geometry?.coordinates as LonLat | undefined) ?? null
  return bumpWarnings({ ...facility, fromStake: facility.stake, point }, await listSigns(db, road.code), {
    isMainLine: road.adminGrade === 'national' || road.adminGrade === 'provincial',
    courses: travels.flatMap((travel) => courseOf(network, road.code, travel, road.divided) ?? []),
  })
}
