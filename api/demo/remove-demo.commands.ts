import { recordChange } from '../audit/audit.commands.ts'
import { deleteInstallationFact, findInstallationFact, writeInstallationFact } from '../db/installation.ts'
import type { Database } from '../db/tables.ts'
import { systemActor } from '../http/actor.ts'
import { photoKey, photoVariants } from '../photos/photo-key.ts'
import type { PhotoStore } from '../photos/photo-store.ts'
import { deleteDemoRows, deleteUnusedPhotoFiles, listDemoNumbers } from './remove-demo.queries.ts'

interface Removal {
  readonly now: Date
  /** Where the pictures of the demonstration were kept. */
  readonly photos?: PhotoStore
}

/** After the rows: a picture without a row does no harm, a row without its picture does. */
async function deletePhotos(store: PhotoStore | undefined, hashes: readonly string[]): Promise<void> {
  for (const sha256 of hashes)
    for (const variant of photoVariants) await store?.delete(photoKey(sha256, variant))
}

/** Takes every invented row away before real use; the audit trail stays. Undefined where there was none. */
export async function removeDemoData(
  db: Database,
  { now, photos }: Removal,
): Promise<{ readonly rows: number } | undefined> {
  const year = await findInstallationFact(db, 'demoYear')
  if (year === undefined) return undefined
  const { rows, hashes } = await db.transaction().execute(async (trx) => {
    const numbers = await listDemoNumbers(trx)
    const removed = await deleteDemoRows(trx)
    const hashes = await deleteUnusedPhotoFiles(trx)
    const rows = removed + hashes.length
    await deleteInstallationFact(trx, 'demoYear')
    await writeInstallationFact(trx, 'demoRemoved', true, now)
    await recordChange(trx, systemActor, {
      action: 'demo.remove',
      objectType: 'installation',
      objectId: 'demo',
      before: { demoYear: year, numbers },
      after: { rows },
      at: now,
    })
    return { rows, hashes }
  })
  await deletePhotos(photos, hashes)
  return { rows }
}
