import type { Database } from '../db/tables.ts'
import type { Stretch } from './road.schema.ts'
import '../areas/area.table.ts'
import './road.table.ts'

/** Which squad patrols which stretch, as of now. */
export function listSquadStretches(db: Database): Promise<Stretch[]> {
  return db
    .selectFrom('squad_stretch')
    .innerJoin('squad', 'squad.code', 'squad_code')
    .select([
      'road_code as road',
      'from_stake as fromStake',
      'to_stake as toStake',
      'squad_code as code',
      'squad.name',
    ])
    .where('valid_to', 'is', null)
    .orderBy('road_code')
    .orderBy('from_stake')
    .execute()
}

/** Which township a stretch lies in: townships have no known outline. */
export function listTownshipStretches(db: Database): Promise<Stretch[]> {
  return db
    .selectFrom('township_stretch')
    .innerJoin('area', 'area.code', 'area_code')
    .select([
      'road_code as road',
      'from_stake as fromStake',
      'to_stake as toStake',
      'area_code as code',
      'area.name',
    ])
    .orderBy('road_code')
    .orderBy('from_stake')
    .execute()
}
