import type { Database, Trx } from '../../db/tables.ts'
import '../hazard-records.table.ts'
import type { Holiday } from './announced-holidays.ts'
import { calendarOf, type Calendar } from './working-days.ts'

export const listHolidays = (db: Database): Promise<Holiday[]> =>
  db.selectFrom('holiday').select(['day', 'kind', 'name']).orderBy('day').execute()

export const loadCalendar = async (db: Database): Promise<Calendar> => calendarOf(await listHolidays(db))

export const findHoliday = (db: Database, day: string) =>
  db.selectFrom('holiday').select(['day', 'kind', 'name']).where('day', '=', day).executeTakeFirst()

export async function upsertHoliday(trx: Trx, holiday: Holiday, by: { at: Date; actorId: string }) {
  const row = { kind: holiday.kind, name: holiday.name, updated_at: by.at, updated_by: by.actorId }
  await trx
    .insertInto('holiday')
    .values({ day: holiday.day, ...row })
    .onConflict((conflict) => conflict.column('day').doUpdateSet(row))
    .execute()
}

export const deleteHoliday = async (trx: Trx, day: string) =>
  void (await trx.deleteFrom('holiday').where('day', '=', day).execute())
