import { sql } from 'kysely'
import type { Trx } from '../db/tables.ts'
import { packedPoints, type FollowedPoint, type StakedPoint } from '../roads/staked-point.ts'
import './facility.table.ts'

/** Facilities that were entered by their stake and stand there since `since` or later. */
export async function listStakedFacilities(trx: Trx, road: string, since: string): Promise<StakedPoint[]> {
  const { rows } = await sql<StakedPoint>`
    select id, stake, case when geom is not null then json_build_array(st_x(geom), st_y(geom)) end as point,
      coalesce(installed_on, (created_at at time zone 'Asia/Shanghai')::date) as day
    from facility
    where road_code = ${road} and stake is not null and raw_coordinate is null and withdrawn_at is null
      and coalesce(installed_on, (created_at at time zone 'Asia/Shanghai')::date) >= ${since}::date
    order by id`.execute(trx)
  return rows
}

/** The fact, its stake, is what it was: neither version nor time of change moves. */
export async function moveStakedFacilities(trx: Trx, moved: readonly FollowedPoint[]): Promise<void> {
  await sql`
    update facility set geom = st_setsrid(st_makepoint(moved.lon, moved.lat), 4326)
    from json_to_recordset(${packedPoints(moved)}::text::json) as moved(id uuid, lon float8, lat float8)
    where facility.id = moved.id`.execute(trx)
}
