import type { Readable } from 'node:stream'
import { recordChange } from '../audit/audit.commands.ts'
import { authMessages } from '../auth/auth-messages.ts'
import { isPermitted } from '../auth/permissions.ts'
import { newId } from '../db/id.ts'
import type { Database } from '../db/tables.ts'
import type { Acting } from '../http/acting.ts'
import type { Actor } from '../http/actor.ts'
import { Conflict, Forbidden, NotFound, Unprocessable } from '../http/problem.ts'
import { openExportFile, removeExportFile } from './export-file.commands.ts'
import * as queries from './export-job.queries.ts'
import type { ExportJobRow } from './export-job.queries.ts'
import type { NewExport } from './export-job.schema.ts'
import type { ExportKind, ExportOrder, ExportPlan } from './export-kind.ts'
import { exportMessages } from './export-messages.ts'
import { newLiveJob, type ExportServices } from './export-services.ts'
import { isExpired } from './export-view.ts'
import { takeOn } from './run-export.commands.ts'

/** More would only wait. */
const mostOpen = 5

function requireKind({ kinds }: ExportServices, { kind: asked, format }: NewExport): ExportKind {
  const kind = kinds.find((offered) => offered.kind === asked)
  const refused = (path: string, message: ReturnType<typeof exportMessages.unknownKind>) =>
    new Unprocessable(message, [{ path, message }])
  if (!kind) throw refused('kind', exportMessages.unknownKind(kinds.map((offered) => offered.kind)))
  if (!kind.formats.includes(format)) throw refused('format', exportMessages.unknownFormat(kind.formats))
  return kind
}

function requirePermitted(actor: Actor, { permission }: ExportKind): void {
  if (!isPermitted(actor, permission)) throw new Forbidden(authMessages.notPermitted(permission))
}

interface Ordered extends ExportOrder {
  readonly kind: string
  readonly plan: ExportPlan
}

async function insertOrder(db: Database, id: string, ordered: Ordered, { actor, at }: Acting): Promise<void> {
  const { plan, ...order } = ordered
  await db.transaction().execute(async (trx) => {
    if ((await queries.countOpenJobs(trx, actor.id)) >= mostOpen)
      throw new Conflict(exportMessages.tooMany(mostOpen))
    await queries.insertJob(trx, {
      id,
      ...order,
      request: JSON.stringify(order.request),
      title: JSON.stringify(plan.title),
      state: 'waiting',
      done: 0,
      total: plan.total,
      made_by: actor.id,
      made_by_name: actor.displayName,
      made_at: at,
      seen_at: at,
    })
    const after = { ...order, title: plan.title.zh, count: plan.total }
    const change = { action: 'exportJob.order', objectType: 'exportJob', objectId: id, after, at }
    await recordChange(trx, actor, change)
  })
}

export async function orderExport(services: ExportServices, asked: NewExport, actor: Actor): Promise<string> {
  const { db, now, live } = services
  const kind = requireKind(services, asked)
  requirePermitted(actor, kind)
  const order = { format: asked.format, request: asked.request, edition: asked.edition }
  const plan = await kind.plan({ db, actor, now: now() }, order)
  const [id, job] = [newId(), newLiveJob()]
  // Before the row is there: one that nobody works on would be taken for deserted.
  live.set(id, job)
  try {
    await insertOrder(db, id, { kind: kind.kind, ...order, plan }, { actor, at: now() })
  } catch (error) {
    live.delete(id)
    throw error
  }
  takeOn(services, { id, kind, order, actor }, job)
  return id
}

export async function requireOwnJob(
  services: ExportServices,
  id: string,
  actor: Actor,
): Promise<ExportJobRow> {
  const job = await queries.findJob(services.db, id)
  if (!job) throw new NotFound(exportMessages.unknownJob())
  if (job.made_by !== actor.id) throw new Forbidden(exportMessages.othersJob())
  return job
}

/** The right is asked for again: it may have been taken away since. */
export async function fetchExport(
  services: ExportServices,
  id: string,
  actor: Actor,
): Promise<{ readonly job: ExportJobRow; readonly stream: Readable }> {
  const { db, now, kinds, folder } = services
  const job = await requireOwnJob(services, id, actor)
  const kind = kinds.find((offered) => offered.kind === job.kind)
  if (kind) requirePermitted(actor, kind)
  if (job.state === 'waiting' || job.state === 'running') throw new Conflict(exportMessages.notReady())
  if (job.state !== 'done') throw new Conflict(exportMessages.noFile())
  const stream = isExpired(job, now()) ? undefined : await openExportFile(folder, id)
  if (!stream) throw new NotFound(exportMessages.expired())
  await db.transaction().execute((trx) =>
    recordChange(trx, actor, {
      action: 'exportJob.download',
      objectType: 'exportJob',
      objectId: id,
      after: {
        kind: job.kind,
        format: job.format,
        edition: job.edition,
        fileName: job.file_name,
        hash: job.hash,
      },
      at: now(),
    }),
  )
  return { job, stream }
}

/** Stops it while it is under way; afterwards takes it off the list, and its file off the disk. */
export async function dropExport(services: ExportServices, id: string, actor: Actor): Promise<void> {
  const { db, now, live, folder } = services
  await requireOwnJob(services, id, actor)
  const at = now()
  const change = { objectType: 'exportJob', objectId: id, at }
  await db.transaction().execute(async (trx) => {
    if (await queries.updateOpenJob(trx, id, { state: 'cancelled', finished_at: at })) {
      await recordChange(trx, actor, { ...change, action: 'exportJob.cancel' })
      return
    }
    await queries.deleteJob(trx, id)
    await recordChange(trx, actor, { ...change, action: 'exportJob.remove' })
  })
  const job = live.get(id)
  if (job) job.stop.abort()
  else await removeExportFile(folder, id)
}
