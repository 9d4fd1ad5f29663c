import { newId } from '../../db/id.ts'
import type { Database } from '../../db/tables.ts'
import type { Acting } from '../../http/acting.ts'
import { NotFound } from '../../http/problem.ts'
import { takeForChange } from '../change-hazard.commands.ts'
import type { HazardRow } from '../hazard-row.ts'
import { findHazard, updateHazard } from '../hazard.queries.ts'
import { recordHappened } from '../records/history-line.commands.ts'
import { recordMessages } from '../records/record-messages.ts'
import { insertDismissal, listReopeningProposals } from './reopening.queries.ts'

interface Dismissed {
  readonly accidentId: string
  readonly reason: string
}

/** 不予重开: the accident had another cause; the reason stays on file. */
export async function dismissReopening(
  db: Database,
  id: string,
  { accidentId, reason }: Dismissed,
  version: number,
  acting: Acting,
): Promise<HazardRow> {
  const { actor, at } = acting
  return db.transaction().execute(async (trx) => {
    const hazard = await takeForChange(trx, id, version)
    const proposals = await listReopeningProposals(trx, id)
    if (!proposals.some((proposal) => proposal.accidentId === accidentId))
      throw new NotFound(recordMessages.notProposed())
    const who = { at, actor_id: actor.id, actor_name: actor.displayName }
    await insertDismissal(trx, { id: newId(), hazard_id: id, accident_id: accidentId, reason, ...who })
    await updateHazard(trx, id, { updated_at: at, updated_by: actor.id })
    await recordHappened(trx, hazard, { action: 'dismissReopening', reason, fields: { accidentId } }, acting)
    return (await findHazard(trx, id))!
  })
}
