import { recordChange } from '../audit/audit.commands.ts'
import { deleteInstallationFact, findInstallationFact, writeInstallationFact } from '../db/installation.ts'
import type { Database } from '../db/tables.ts'
import { systemActor } from '../http/actor.ts'
import { deleteDemoRows } from './remove-demo.queries.ts'

/** Takes every invented row away before real use; the audit trail stays. Undefined where there was none. */
export async function removeDemoData(
  db: Database,
  { now }: { readonly now: Date },
): Promise<{ readonly rows: number } | undefined> {
  const year = await findInstallationFact(db, 'demoYear')
  if (year === undefined) return undefined
  return db.transaction().execute(async (trx) => {
    const rows = await deleteDemoRows(trx)
    await deleteInstallationFact(trx, 'demoYear')
    await writeInstallationFact(trx, 'demoRemoved', true, now)
    await recordChange(trx, systemActor, {
      action: 'demo.remove',
      objectType: 'installation',
      objectId: 'demo',
      before: { demoYear: year },
      after: { rows },
      at: now,
    })
    return { rows }
  })
}
