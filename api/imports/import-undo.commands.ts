import { recordChange } from '../audit/audit.commands.ts'
import type { Actor } from '../http/actor.ts'
import { Conflict } from '../http/problem.ts'
import type { Language } from '../http/text.ts'
import { importMessages } from './import-messages.ts'
import type { ImportServices } from './import-services.ts'
import { listDependences, lockWritten, restoreUpdated, withdrawInserted } from './import-undo.queries.ts'
import { moveBatch, type Batch } from './import.queries.ts'
import { dependenceWords } from './undo-words.ts'

/** All of a batch back, or nothing: what came goes, what was changed is as it was before. */
export async function undoBatch(
  { db, now }: ImportServices,
  batch: Batch,
  actor: Actor,
  language: Language,
): Promise<void> {
  if (batch.status !== 'committed') throw new Conflict(importMessages.notInPreview(batch.status))
  const at = now()
  const reason = importMessages.undoReason().zh
  const undoing = { kind: batch.kind, batchId: batch.id, actor, at, reason }
  await db.transaction().execute(async (trx) => {
    // Taken first: whoever undoes the same batch at the same time finds it done.
    const change = { status: 'undone' as const, undone_at: at, undone_by: actor.id, updated_at: at }
    if (!(await moveBatch(trx, batch.id, ['committed'], change)))
      throw new Conflict(importMessages.notInPreview('undone'))
    await lockWritten(trx, undoing)
    const dependences = await listDependences(trx, undoing)
    if (dependences.length > 0) {
      const records = new Set(dependences.map(({ id }) => id)).size
      const list = dependences.map((each) => ({ ...each, message: dependenceWords(each)[language] }))
      throw new Conflict(importMessages.cannotUndo(records), [], { dependences: list })
    }
    const withdrawn = await withdrawInserted(trx, undoing)
    const restored = await restoreUpdated(trx, undoing)
    await recordChange(trx, actor, {
      action: 'import.undo',
      objectType: 'import',
      objectId: batch.id,
      after: { withdrawn, restored },
      reason,
      at,
    })
  })
}
