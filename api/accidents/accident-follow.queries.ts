import { sql } from 'kysely'
import type { Trx } from '../db/tables.ts'
import { packedPoints, type FollowedPoint, type StakedPoint } from '../roads/staked-point.ts'
import './accident.table.ts'

/** Accidents whose place is their stake, from `since` on: those of an earlier day lie by the posts of their time. */
export async function listStakedAccidents(trx: Trx, road: string, since: string): Promise<StakedPoint[]> {
  const { rows } = await sql<StakedPoint>`
    select id, stake, case when geom is not null then json_build_array(st_x(geom), st_y(geom)) end as point,
      occurred_on as day
    from accident
    where road_code = ${road} and stake is not null and locating in ('stake', 'unlocated')
      and withdrawn_at is null and occurred_on >= ${since}::date
    order by id`.execute(trx)
  return rows
}

/** The fact, its stake, is what it was: neither version nor time of change moves. */
export async function moveStakedAccidents(trx: Trx, moved: readonly FollowedPoint[]): Promise<void> {
  await sql`
    update accident set
      geom = st_setsrid(st_makepoint(moved.lon, moved.lat), 4326),
      locating = case when moved.lon is null then 'unlocated' else 'stake' end,
      locating_grade = case when moved.lon is null then 'none' when locating = 'unlocated' then 'fair' else locating_grade end
    from json_to_recordset(${packedPoints(moved)}::text::json) as moved(id uuid, lon float8, lat float8)
    where accident.id = moved.id`.execute(trx)
}
