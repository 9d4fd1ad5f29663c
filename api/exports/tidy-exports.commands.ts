import { recordChange } from '../audit/audit.commands.ts'
import type { Database } from '../db/tables.ts'
import { systemActor } from '../http/actor.ts'
import { listExportFiles, removeExportFile } from './export-file.commands.ts'
import * as queries from './export-job.queries.ts'
import { exportMessages } from './export-messages.ts'
import type { ExportServices } from './export-services.ts'

/** A service that has not said for this long that it is at work has stopped. */
const desertedAfterMs = 60_000

async function markDeserted(db: Database, id: string, at: Date): Promise<void> {
  const reason = exportMessages.interrupted()
  const change = { state: 'failed' as const, reason: JSON.stringify(reason), finished_at: at }
  await db.transaction().execute(async (trx) => {
    if (!(await queries.updateOpenJob(trx, id, change))) return
    await recordChange(trx, systemActor, {
      action: 'exportJob.fail',
      objectType: 'exportJob',
      objectId: id,
      after: { reason: reason.zh },
      at,
    })
  })
}

/** Marks what stopped with its service, and takes away the files that nobody may fetch any more. */
export async function tidyExports(services: ExportServices): Promise<void> {
  const { db, now, live, folder, isAlone } = services
  const at = now()
  const notSeenSince = isAlone ? at : new Date(at.getTime() - desertedAfterMs)
  for (const id of await queries.listDeserted(db, { notSeenSince, except: [...live.keys()] }))
    await markDeserted(db, id, at)
  const files = await listExportFiles(folder)
  if (files.length === 0) return
  const kept = new Set([...(await queries.listKept(db, at)), ...(await queries.listOpen(db)), ...live.keys()])
  for (const id of files) if (!kept.has(id)) await removeExportFile(folder, id)
}
