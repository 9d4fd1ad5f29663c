import { recordChange } from '../audit/audit.commands.ts'
import type { Actor } from '../http/actor.ts'
import { Problem } from '../http/problem.ts'
import type { Text } from '../http/text.ts'
import { removeExportFile, writeExportFile } from './export-file.commands.ts'
import { updateOpenJob } from './export-job.queries.ts'
import type { ExportKind, ExportOrder } from './export-kind.ts'
import { exportMessages } from './export-messages.ts'
import type { ExportServices, LiveJob } from './export-services.ts'

export interface TakenOn {
  readonly id: string
  readonly kind: ExportKind
  readonly order: ExportOrder
  readonly actor: Actor
}

const keptDays = 7
const dayMs = 86_400_000
const sayEveryMs = 1_000

/** Says that it is still at work and how far; hears where it was cancelled by way of another process. */
function keepSaying(services: ExportServices, id: string, job: LiveJob): () => void {
  const timer = setInterval(() => {
    updateOpenJob(services.db, id, { done: job.done, seen_at: services.now() })
      .then((isOpen) => isOpen || job.stop.abort())
      .catch(services.onError)
  }, sayEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}

const reasonOf = (error: unknown): Text => {
  if (error instanceof Problem) return error.text
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return exportMessages.diskFull()
  return exportMessages.failed()
}

async function write(
  services: ExportServices,
  { id, kind, order, actor }: TakenOn,
  job: LiveJob,
): Promise<void> {
  const { db, now, folder } = services
  const writing = { signal: job.stop.signal, onDone: (count: number) => (job.done = count) }
  const file = await kind.write({ db, actor, now: now() }, order, writing)
  const { bytes, hash } = await writeExportFile(folder, id, file.bytes, job.stop.signal)
  const at = now()
  const isKept = await db.transaction().execute(async (trx) => {
    const isOpen = await updateOpenJob(trx, id, {
      state: 'done',
      done: job.done,
      file_name: file.fileName,
      content_type: file.contentType,
      bytes,
      hash,
      finished_at: at,
      expires_at: new Date(at.getTime() + keptDays * dayMs),
      seen_at: at,
    })
    if (isOpen) {
      const after = { kind: kind.kind, ...order, fileName: file.fileName, bytes, hash, count: job.done }
      await recordChange(trx, actor, {
        action: 'exportJob.make',
        objectType: 'exportJob',
        objectId: id,
        after,
        at,
      })
    }
    return isOpen
  })
  if (!isKept) await removeExportFile(folder, id)
}

async function fail(services: ExportServices, { id, actor }: TakenOn, error: unknown): Promise<void> {
  const at = services.now()
  const reason = reasonOf(error)
  if (!(error instanceof Problem)) services.onError(error)
  await services.db.transaction().execute(async (trx) => {
    const change = { state: 'failed' as const, reason: JSON.stringify(reason), finished_at: at, seen_at: at }
    if (!(await updateOpenJob(trx, id, change))) return
    await recordChange(trx, actor, {
      action: 'exportJob.fail',
      objectType: 'exportJob',
      objectId: id,
      after: { reason: reason.zh },
      at,
    })
  })
}

async function run(services: ExportServices, taken: TakenOn, job: LiveJob): Promise<void> {
  const at = services.now()
  if (job.stop.signal.aborted) return
  if (!(await updateOpenJob(services.db, taken.id, { state: 'running', started_at: at, seen_at: at }))) return
  try {
    await write(services, taken, job)
  } catch (error) {
    // Cancelled: the row says so already, and nothing is left on the disk.
    if (!job.stop.signal.aborted) await fail(services, taken, error)
  }
}

/** Puts it behind the others; nobody waits for it. */
export function takeOn(services: ExportServices, taken: TakenOn, job: LiveJob): void {
  const { live, queue } = services
  const stopSaying = keepSaying(services, taken.id, job)
  queue.last = queue.last
    .then(() => run(services, taken, job))
    .catch(services.onError)
    .finally(() => {
      stopSaying()
      live.delete(taken.id)
    })
}
