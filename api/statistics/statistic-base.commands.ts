import { recordChange } from '../audit/audit.commands.ts'
import type { Database } from '../db/tables.ts'
import type { Acting } from '../http/acting.ts'
import { NotFound } from '../http/problem.ts'
import { deleteStatisticBase, findStatisticBase, upsertStatisticBase } from './statistic-base.queries.ts'
import type { StatisticBaseInput } from './statistic-base.schema.ts'
import { statisticsMessages } from './statistics-messages.ts'

export async function setStatisticBase(
  db: Database,
  year: number,
  { vehicles, drivers = null, residents = null, population = null, source }: StatisticBaseInput,
  { actor, at }: Acting,
) {
  const base = { year, vehicles, drivers, residents, population, source }
  return db.transaction().execute(async (trx) => {
    const before = await findStatisticBase(trx, year)
    await upsertStatisticBase(trx, base, { at, actorId: actor.id })
    await recordChange(trx, actor, {
      action: 'statisticBase.set',
      objectType: 'statisticBase',
      objectId: String(year),
      ...(before ? { before } : {}),
      after: base,
      at,
    })
    return { ...base, demo: false }
  })
}

export async function removeStatisticBase(db: Database, year: number, { actor, at }: Acting): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await findStatisticBase(trx, year)
    if (!before) throw new NotFound(statisticsMessages.noBase(year))
    await deleteStatisticBase(trx, year)
    await recordChange(trx, actor, {
      action: 'statisticBase.remove',
      objectType: 'statisticBase',
      objectId: String(year),
      before,
      at,
    })
  })
}
