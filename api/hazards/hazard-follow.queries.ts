import { sql } from 'kysely'
import type { Geometry } from 'geojson'
import type { Trx } from '../db/tables.ts'
import './hazard.table.ts'

export interface StakedHazard {
  readonly id: string
  readonly fromStake: number
  readonly toStake: number | null
  /** It lies by the posts of that day. */
  readonly day: string
}

/** Hazards whose place is their stake or stretch, found from `since` on. */
export async function listStakedHazards(trx: Trx, road: string, since: string): Promise<StakedHazard[]> {
  const { rows } = await sql<StakedHazard>`
    select id, from_stake as "fromStake", to_stake as "toStake",
      (found_at at time zone 'Asia/Shanghai')::date as day
    from hazard
    where road_code = ${road} and from_stake is not null and locating in ('stake', 'unlocated')
      and withdrawn_at is null and (found_at at time zone 'Asia/Shanghai')::date >= ${since}::date
    order by id`.execute(trx)
  return rows
}

export interface FollowedHazard {
  readonly id: string
  readonly geometry: Geometry | null
}

/** Gives how many were not where they are now; neither version nor time of change moves. */
export async function moveStakedHazards(trx: Trx, followed: readonly FollowedHazard[]): Promise<number> {
  const packed = JSON.stringify(followed)
  const { numAffectedRows } = await sql`
    update hazard set geom = moved.geom, locating = case when moved.geom is null then 'unlocated' else 'stake' end
    from (
      select id, st_setsrid(st_geomfromgeojson(geometry::text), 4326) as geom
      from json_to_recordset(${packed}::text::json) as given(id uuid, geometry json)) as moved
    where hazard.id = moved.id and st_asbinary(hazard.geom) is distinct from st_asbinary(moved.geom)`.execute(
    trx,
  )
  return Number(numAffectedRows ?? 0)
}
