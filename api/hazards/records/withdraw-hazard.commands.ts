import type { Database } from '../../db/tables.ts'
import type { Acting } from '../../http/acting.ts'
import { Conflict } from '../../http/problem.ts'
import { takeForChange } from '../change-hazard.commands.ts'
import type { HazardRow } from '../hazard-row.ts'
import { findAnyHazard, updateHazard } from '../hazard.queries.ts'
import { recordHappened } from './history-line.commands.ts'
import { recordMessages } from './record-messages.ts'

/** 作废: it leaves the lists, its number and history stay. */
export async function withdrawHazard(
  db: Database,
  id: string,
  reason: string,
  version: number,
  acting: Acting,
): Promise<HazardRow> {
  const { actor, at } = acting
  return db.transaction().execute(async (trx) => {
    const hazard = await takeForChange(trx, id, version)
    if (hazard.facts.listing === 'listed') throw new Conflict(recordMessages.hasListing())
    const withdrawn = { withdrawn_at: at, withdrawn_by: actor.id, withdrawn_reason: reason }
    await updateHazard(trx, id, { ...withdrawn, updated_at: at, updated_by: actor.id })
    await recordHappened(
      trx,
      hazard,
      { action: 'withdraw', reason, fields: { withdrawn: true }, before: { withdrawn: false } },
      acting,
    )
    return (await findAnyHazard(trx, id))!
  })
}
