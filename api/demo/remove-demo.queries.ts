import { sql } from 'kysely'
import type { Trx } from '../db/tables.ts'
import { demoRoads } from './demo-roads.ts'

/**
 * In the order of their references. Whatever hangs on a demo row goes with it, even when a real person wrote it:
 * an issued list of invented hazards is no document.
 */
const demoHazards = sql`(select id from hazard where is_demo)`

const steps = [
  sql`delete from supervision_item where hazard_id in ${demoHazards}
    or list_id in (select id from supervision_list where is_demo)`,
  sql`delete from supervision_list list where is_demo
    or not exists (select 1 from supervision_item where list_id = list.id)`,
  sql`delete from gap_dismissal where split_part(gap_id, '.', 2) in (
    select id::text from hazard where is_demo union all select id::text from facility where is_demo union all
    select id::text from screening_site where run_id in (select id from screening_run where is_demo))`,
  sql`delete from screening_site where run_id in (select id from screening_run where is_demo)`,
  sql`delete from screening_cluster where run_id in (select id from screening_run where is_demo)`,
  sql`delete from screening_run where is_demo`,
  ...['facility_photo', 'facility_repair', 'facility_inspection', 'storm_round_facility'].map(
    (table) =>
      sql`delete from ${sql.table(table)} where facility_id in (select id from facility where is_demo)`,
  ),
  sql`delete from facility where is_demo`,
  sql`update facility set hazard_id = null where hazard_id in ${demoHazards}`,
  ...[
    ...['hazard_photo', 'hazard_transition', 'listing', 'extension', 'acceptance'],
    ...['hazard_document', 'revisit', 'correction'],
  ].map((table) => sql`delete from ${sql.table(table)} where hazard_id in ${demoHazards}`),
  sql`delete from reopening_dismissal where hazard_id in ${demoHazards}
    or accident_id in (select id from accident where is_demo)`,
  sql`update hazard set parent_id = null where parent_id in ${demoHazards}`,
  sql`update hazard set merged_into = null where merged_into in ${demoHazards}`,
  sql`delete from hazard where is_demo`,
  sql`delete from accident where is_demo`,
  sql`delete from statistic_base where is_demo`,
  // One that real records name, or that was drawn, has become a road of the banner.
  sql`delete from road where id in (${sql.join(demoRoads.map(({ id }) => id))})
    and not exists (select 1 from accident where road_code = road.code)
    and not exists (select 1 from hazard where road_code = road.code)
    and not exists (select 1 from facility where road_code = road.code)
    and not exists (select 1 from road_section where road_code = road.code)
    and not exists (select 1 from traffic_volume where road_code = road.code)
    and not exists (select 1 from chain_break where road_code = road.code)`,
  sql`delete from user_account where is_demo`,
]

/** Numbers that will be vacant: the trail keeps them, so that nobody takes the gap for a deleted ticket. */
export async function listDemoNumbers(trx: Trx): Promise<string[]> {
  const rows = await trx
    .selectFrom('hazard')
    .select('number')
    .where('is_demo', '=', true)
    .orderBy('number')
    .execute()
  return rows.map(({ number }) => number)
}

/** Pictures that no ticket and no issued list shows any more; one of the demonstration may show a real ticket too. */
export async function deleteUnusedPhotoFiles(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    delete from photo_file where not exists (select 1 from hazard_photo where sha256 = photo_file.sha256)
      and not exists (select 1 from facility_photo where sha256 = photo_file.sha256)
      and not exists (select 1 from supervision_photo where sha256 = photo_file.sha256)
      and not exists (select 1 from supervision_event where photo_sha256 = photo_file.sha256)
    returning sha256`.execute(trx)
  return rows.map(({ sha256 }) => sha256)
}

/** Gives the number of rows that went; sessions go with their accounts. */
export async function deleteDemoRows(trx: Trx): Promise<number> {
  let removed = 0
  for (const step of steps) removed += Number((await step.execute(trx)).numAffectedRows ?? 0)
  return removed
}
