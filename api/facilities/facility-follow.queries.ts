import { sql } from 'kysely'
import type { Trx } from '../db/tables.ts'
import './facility.table.ts'

export interface StakedFacility {
  readonly id: string
  readonly stake: number
  readonly point: readonly [number, number] | null
  /** It lies by the posts of that day. */
  readonly day: string
}

/** Facilities that were entered by their stake and stand there since `since` or later. */
export async function listStakedFacilities(trx: Trx, road: string, since: string): Promise<StakedFacility[]> {
  const { rows } = await sql<StakedFacility>`
    select id, stake, case when geom is not null then json_build_array(st_x(geom), st_y(geom)) end as point,
      coalesce(installed_on, (created_at at time zone 'Asia/Shanghai')::date) as day
    from facility
    where road_code = ${road} and stake is not null and raw_coordinate is null and withdrawn_at is null
      and coalesce(installed_on, (created_at at time zone 'Asia/Shanghai')::date) >= ${since}::date
    order by id`.execute(trx)
  return rows
}

export interface FollowedFacility {
  readonly id: string
  readonly point: readonly [number, number] | null
}

/** The fact, its stake, is what it was: neither version nor time of change moves. */
export async function moveStakedFacilities(trx: Trx, moved: readonly FollowedFacility[]): Promise<void> {
  const packed = JSON.stringify(
    moved.map(({ id, point }) => ({ id, lon: point?.[0] ?? null, lat: point?.[1] ?? null })),
  )
  await sql`
    update facility set geom = st_setsrid(st_makepoint(moved.lon, moved.lat), 4326)
    from json_to_recordset(${packed}::text::json) as moved(id uuid, lon float8, lat float8)
    where facility.id = moved.id`.execute(trx)
}
