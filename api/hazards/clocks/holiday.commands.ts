import { recordChange } from '../../audit/audit.commands.ts'
import type { Database } from '../../db/tables.ts'
import type { Acting } from '../../http/acting.ts'
import { NotFound } from '../../http/problem.ts'
import { announcedHolidays, type Holiday } from './announced-holidays.ts'
import { deleteHoliday, findHoliday, listHolidays, upsertHoliday } from './holiday.queries.ts'
import type { HolidayInput } from './holiday.schema.ts'

export type SourcedHoliday = Holiday & { source: 'announced' | 'entered' }

/** Announced days and those entered here, which go before them. */
export async function holidayList(db: Database): Promise<SourcedHoliday[]> {
  const entered = await listHolidays(db)
  const days = new Set(entered.map(({ day }) => day))
  return [
    ...announcedHolidays
      .filter(({ day }) => !days.has(day))
      .map((holiday) => ({ ...holiday, source: 'announced' as const })),
    ...entered.map((holiday) => ({ ...holiday, source: 'entered' as const })),
  ].sort((a, b) => (a.day < b.day ? -1 : 1))
}

export async function setHoliday(db: Database, day: string, input: HolidayInput, { actor, at }: Acting) {
  return db.transaction().execute(async (trx) => {
    const before = await findHoliday(trx, day)
    await upsertHoliday(trx, { day, ...input }, { at, actorId: actor.id })
    await recordChange(trx, actor, {
      action: 'holiday.set',
      objectType: 'holiday',
      objectId: day,
      ...(before ? { before } : {}),
      after: { day, ...input },
      at,
    })
    return { day, ...input, source: 'entered' as const }
  })
}

/** An announced day counts as announced again. */
export async function removeHoliday(db: Database, day: string, { actor, at }: Acting): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await findHoliday(trx, day)
    if (!before)
      throw new NotFound({
        zh: `${day} 没有登记过放假或调休。`,
        en: `Nothing was entered for ${day}.`,
      })
    await deleteHoliday(trx, day)
    await recordChange(trx, actor, {
      action: 'holiday.remove',
      objectType: 'holiday',
      objectId: day,
      before,
      at,
    })
  })
}
