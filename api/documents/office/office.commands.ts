import { recordChange } from '../../audit/audit.commands.ts'
import type { Database } from '../../db/tables.ts'
import type { Acting } from '../../http/acting.ts'
import { Conflict, Unprocessable } from '../../http/problem.ts'
import { officeMessages } from './office-messages.ts'
import { findOfficeRecord, writeOffice, type OfficeRecord } from './office.queries.ts'
import type { OfficeInput } from './office.schema.ts'

/** The trail keeps every earlier state, so a letter of any day can be explained. */
export async function changeOffice(
  db: Database,
  office: OfficeInput,
  seen: number,
  { actor, at }: Acting,
): Promise<OfficeRecord> {
  if (new Set(office.legalBases.map(({ id }) => id)).size < office.legalBases.length)
    throw new Unprocessable(officeMessages.sameBasis(), [
      { path: 'legalBases', message: officeMessages.sameBasis() },
    ])
  return db.transaction().execute(async (trx) => {
    const before = await findOfficeRecord(trx)
    const by = { at, actorId: actor.id, actorName: actor.displayName }
    const isWritten = before.version === seen && (await writeOffice(trx, office, seen, by))
    if (!isWritten) throw new Conflict(officeMessages.stale(before.updatedByName ?? ''))
    await recordChange(trx, actor, {
      action: 'office.change',
      objectType: 'office',
      objectId: 'office',
      before: { ...before.office, version: before.version },
      after: { ...office, version: seen + 1 },
      at,
    })
    return { office, version: seen + 1, updatedAt: at, updatedByName: actor.displayName }
  })
}
