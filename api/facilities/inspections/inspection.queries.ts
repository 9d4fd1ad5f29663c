import { sql, type Insertable } from 'kysely'
import type { Database, Trx } from '../../db/tables.ts'
import type { FacilityInspectionTable, FacilityRepairTable } from './inspection.table.ts'
import './inspection.table.ts'
import type { RepairResult } from './inspection.schema.ts'
import { isInspectedNow } from '../inspection-clock.queries.ts'

export const findInspection = (db: Database, id: string) =>
  db.selectFrom('facility_inspection').selectAll().where('id', '=', id).executeTakeFirst()

export const listInspections = (db: Database, facilityId: string) =>
  db
    .selectFrom('facility_inspection')
    .selectAll()
    .where('facility_id', '=', facilityId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()

export const listRepairs = (db: Database, facilityId: string) =>
  db
    .selectFrom('facility_repair')
    .selectAll()
    .where('facility_id', '=', facilityId)
    .orderBy('opened_at', 'desc')
    .limit(200)
    .execute()

/** False where another request with the same id was faster. */
export async function insertInspection(trx: Trx, row: Insertable<FacilityInspectionTable>): Promise<boolean> {
  const inserted = await trx
    .insertInto('facility_inspection')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export const findLastInspectionAt = async (trx: Trx, facilityId: string): Promise<Date | undefined> =>
  (
    await trx
      .selectFrom('facility_inspection')
      .select('at')
      .where('facility_id', '=', facilityId)
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.at

export const findOpenRepair = (db: Database, facilityId: string) =>
  db
    .selectFrom('facility_repair')
    .selectAll()
    .where('facility_id', '=', facilityId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()

export const insertRepair = async (trx: Trx, row: Insertable<FacilityRepairTable>) =>
  void (await trx.insertInto('facility_repair').values(row).execute())

export interface RepairEnd {
  readonly at: Date
  readonly actorId: string
  readonly actorName: string
  readonly result: RepairResult['result']
  readonly note: string
}

export const closeRepair = async (trx: Trx, id: string, end: RepairEnd) =>
  void (await trx
    .updateTable('facility_repair')
    .set({
      closed_at: end.at,
      closed_by: end.actorId,
      closed_by_name: end.actorName,
      result: end.result,
      closing_note: end.note,
    })
    .where('id', '=', id)
    .execute())

export interface RoundRow {
  readonly id: string
  readonly repairDueOn: string | null
  readonly fault: string | null
}

/** Facilities to be looked at until the day, and those with a repair under way. */
export async function listRoundRows(db: Database, until: string): Promise<RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    select facility.id, repair.due_on as "repairDueOn", repair.fault
    from facility left join facility_repair repair
      on repair.facility_id = facility.id and repair.closed_at is null
    where facility.withdrawn_at is null and (repair.id is not null or
      (${isInspectedNow} and facility.inspection_due_on <= ${until}::date))
    order by facility.road_code nulls last, facility.road_name, facility.stake nulls last, facility.number
    limit 2000`.execute(db)
  return rows
}

/** What was looked at on the day, to be counted by squad and road. */
export const listInspectedOn = (db: Database, day: string) =>
  db
    .selectFrom('facility')
    .select(['road_code as road', 'stake'])
    .where('last_inspected_on', '=', day)
    .where('withdrawn_at', 'is', null)
    .execute()
