import type { Insertable } from 'kysely'
import type { Database, Trx } from '../../db/tables.ts'
import { formatPlaceRange } from '../../roads/stakes/stake-format.ts'
import '../../roads/road.table.ts'
import type { TrafficVolume, TrafficVolumeQuery } from './traffic-volume.schema.ts'
import type { TrafficVolumeTable } from './traffic-volume.table.ts'

const select = (db: Database) =>
  db
    .selectFrom('traffic_volume')
    .select(['id', 'road_code as road', 'from_stake as fromStake', 'to_stake as toStake'])
    .select(['year', 'aadt', 'source'])

type Row = Omit<TrafficVolume, 'stakeText'>
export const volumeView = (row: Row): TrafficVolume => ({
  ...row,
  stakeText: formatPlaceRange(row.road, row.fromStake, row.toStake),
})

export async function listTrafficVolumes(
  db: Database,
  { road, year }: TrafficVolumeQuery,
): Promise<TrafficVolume[]> {
  const rows = await select(db)
    .$if(road !== undefined, (query) => query.where('road_code', '=', road!))
    .$if(year !== undefined, (query) => query.where('year', '=', year!))
    .orderBy('road_code')
    .orderBy('year')
    .orderBy('from_stake')
    .execute()
  return rows.map(volumeView)
}

export async function findTrafficVolume(db: Database, id: string): Promise<TrafficVolume | undefined> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  return row && volumeView(row)
}

/** Roads whose volumes are about to be written; held to the end of the transaction, so that no two overlap. */
export async function lockRoads(trx: Trx, roads: readonly string[]): Promise<void> {
  await trx
    .selectFrom('road')
    .select('code')
    .where('code', 'in', [...roads])
    .orderBy('code')
    .forUpdate()
    .execute()
}

/** Another volume of the same year that shares a part of the stretch; touching ends share nothing. */
export function findOverlap(trx: Trx, volume: Row) {
  return select(trx)
    .where('road_code', '=', volume.road)
    .where('year', '=', volume.year)
    .where('id', '<>', volume.id)
    .where('from_stake', '<', volume.toStake)
    .where('to_stake', '>', volume.fromStake)
    .orderBy('from_stake')
    .executeTakeFirst()
}

export async function upsertTrafficVolume(trx: Trx, row: Insertable<TrafficVolumeTable>): Promise<void> {
  const { id: _id, created_at: _at, created_by: _by, ...changes } = row
  await trx
    .insertInto('traffic_volume')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changes))
    .execute()
}

export const deleteTrafficVolume = async (trx: Trx, id: string) =>
  void (await trx.deleteFrom('traffic_volume').where('id', '=', id).execute())
