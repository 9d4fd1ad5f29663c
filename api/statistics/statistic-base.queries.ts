import type { Database, Trx } from '../db/tables.ts'
import type { StatisticBase } from './death-rate.ts'
import './statistic-base.table.ts'

const columns = ['year', 'vehicles', 'drivers', 'residents', 'population', 'source'] as const

export const listStatisticBases = (db: Database) =>
  db
    .selectFrom('statistic_base')
    .select([...columns, 'is_demo as demo'])
    .orderBy('year', 'desc')
    .execute()

export const findStatisticBase = (db: Database, year: number): Promise<StatisticBase | undefined> =>
  db.selectFrom('statistic_base').select(columns).where('year', '=', year).executeTakeFirst()

export async function upsertStatisticBase(
  trx: Trx,
  { year, ...base }: StatisticBase,
  by: { readonly at: Date; readonly actorId: string; readonly isDemo?: boolean },
): Promise<void> {
  const row = { ...base, is_demo: by.isDemo ?? false, updated_at: by.at, updated_by: by.actorId }
  await trx
    .insertInto('statistic_base')
    .values({ year, ...row })
    .onConflict((conflict) => conflict.column('year').doUpdateSet(row))
    .execute()
}

export const deleteStatisticBase = async (trx: Trx, year: number) =>
  void (await trx.deleteFrom('statistic_base').where('year', '=', year).execute())
