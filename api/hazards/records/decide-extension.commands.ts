import type { Trx } from '../../db/tables.ts'
import { Unprocessable } from '../../http/problem.ts'
import { hazardMessages } from '../hazard-messages.ts'
import { findPendingExtension, updateExtension } from './record.queries.ts'
import type { Act } from './write-records.commands.ts'

const decision = ({ fields, acting: { actor, at } }: Act) => ({
  opinion: fields.opinion ?? null,
  document_number: fields.documentNumber ?? null,
  decided_at: at,
  decided_by: actor.id,
  decided_by_name: actor.displayName,
})

/** The date moves, the original one stays; over a winter the road is held by what stands there. */
export async function grantExtension(trx: Trx, act: Act): Promise<Record<string, unknown>> {
  const pending = await findPendingExtension(trx, act.hazard.id)
  if (pending.isWinterPause && act.hazard.temporaryControl !== 'inPlace') {
    const message = hazardMessages.winterNeedsControl()
    throw new Unprocessable(message, [{ path: 'isWinterPause', message }])
  }
  await updateExtension(trx, pending.id, { state: 'granted', ...decision(act) })
  const { fromDue, toDue } = pending
  return { fromDue, toDue, columns: { due_date: toDue } }
}

export async function refuseExtension(trx: Trx, act: Act): Promise<Record<string, unknown>> {
  const { id, toDue } = await findPendingExtension(trx, act.hazard.id)
  await updateExtension(trx, id, { state: 'refused', ...decision(act) })
  return { toDue }
}
