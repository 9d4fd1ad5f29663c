import { sql, type Insertable, type RawBuilder } from 'kysely'
import type { Database, Trx } from '../../db/tables.ts'
import type { StormRoundTable } from './inspection.table.ts'
import './inspection.table.ts'
import { isInspectedNow } from '../inspection-clock.queries.ts'

export interface Standing {
  readonly id: string
  readonly road: string | null
  readonly stake: number | null
  readonly before: string | null
}

async function standing(
  db: Database,
  roads: readonly string[] | undefined,
  ending: RawBuilder<unknown>,
): Promise<Standing[]> {
  const onRoads = roads ? sql`road_code in (${sql.join(roads)})` : sql`true`
  const { rows } = await sql<Standing>`
    select id, road_code as road, stake, inspection_due_on as before from facility
    where withdrawn_at is null and ${isInspectedNow} and ${onRoads}
    order by id ${ending}`.execute(db)
  return rows
}

/** All that stands; on all roads where none is named. */
export const listStanding = (db: Database, roads: readonly string[] | undefined) => standing(db, roads, sql``)

export const lockStanding = (trx: Trx, roads: readonly string[] | undefined) =>
  standing(trx, roads, sql`for update`)

/** Nobody's words are touched, so whoever is writing about one of them is not told to begin again. */
export async function setInspectionsDue(trx: Trx, ids: readonly string[], dueOn: string): Promise<void> {
  if (ids.length === 0) return
  await trx.updateTable('facility').set({ inspection_due_on: dueOn }).where('id', 'in', ids).execute()
}

export async function insertStormRound(
  trx: Trx,
  row: Insertable<StormRoundTable>,
  facilityIds: readonly string[],
): Promise<void> {
  await trx.insertInto('storm_round').values(row).execute()
  await sql`
    insert into storm_round_facility (storm_round_id, facility_id)
    select ${row.id}::uuid, facility.id from json_to_recordset(${JSON.stringify(facilityIds.map((id) => ({ id })))}::text::json)
      as facility(id uuid)`.execute(trx)
}

export interface StormRoundRow {
  readonly id: string
  readonly at: Date
  readonly by: string | null
  readonly cause: StormRoundTable['cause']
  readonly roads: string[] | null
  readonly dueOn: string
  readonly facilities: number
  readonly total: number
  readonly seen: number
}

/** The latest first. What has been taken away since needs nobody's eyes any more. */
export async function listStormRoundRows(db: Database, limit: number): Promise<StormRoundRow[]> {
  const { rows } = await sql<StormRoundRow>`
    select round.id, round.at, person.display_name as by, round.cause, to_json(round.roads) as roads,
      round.due_on as "dueOn", round.facilities, count(facility.id)::int as total,
      (count(facility.id) filter (where facility.withdrawn_at is not null
        or not ${isInspectedNow}
        or exists (select from facility_inspection where facility_id = facility.id and at >= round.at)))::int as seen
    from (select id, at, actor_id, cause, roads, due_on, facilities from storm_round
      order by at desc, id desc limit ${limit}) as round
    left join user_account person on person.id = round.actor_id
    left join storm_round_facility member on member.storm_round_id = round.id
    left join facility on facility.id = member.facility_id
    group by round.id, round.at, person.display_name, round.cause, round.roads, round.due_on, round.facilities
    order by round.at desc, round.id desc`.execute(db)
  return rows
}
