import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Database, Trx } from '../db/tables.ts'
import type { ExportJobTable } from './export-job.table.ts'

export type ExportJobRow = Selectable<ExportJobTable> & { readonly ahead: number }

const open = ['waiting', 'running'] as const

const columns = [
  'id',
  'kind',
  'format',
  'edition',
  'request',
  'title',
  'state',
  'done',
  'total',
  'file_name',
  'content_type',
  'bytes',
  'hash',
  'reason',
  'made_by',
  'made_by_name',
  'made_at',
  'started_at',
  'finished_at',
  'expires_at',
  'seen_at',
] as const

const ahead = sql<number>`case when job.state = 'waiting' then (
    select count(*)::int from export_job other
    where other.state in ('waiting', 'running') and (other.made_at, other.id) < (job.made_at, job.id)
  ) else 0 end`.as('ahead')

const jobs = (db: Database) =>
  db
    .selectFrom('export_job as job')
    .select(columns.map((column) => `job.${column}` as const))
    .select(ahead)

export const findJob = (db: Database, id: string): Promise<ExportJobRow | undefined> =>
  jobs(db).where('job.id', '=', id).executeTakeFirst()

/** Newest first. */
export const listJobs = (db: Database, maker: string, limit: number): Promise<ExportJobRow[]> =>
  jobs(db)
    .where('job.made_by', '=', maker)
    .orderBy('job.made_at', 'desc')
    .orderBy('job.id', 'desc')
    .limit(limit)
    .execute()

export async function countOpenJobs(trx: Trx, maker: string): Promise<number> {
  const { count } = await trx
    .selectFrom('export_job')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('made_by', '=', maker)
    .where('state', 'in', open)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function insertJob(trx: Trx, job: Insertable<ExportJobTable>): Promise<void> {
  await trx.insertInto('export_job').values(job).execute()
}

/** False where it is not under way any more: cancelled meanwhile, here or elsewhere. */
export async function updateOpenJob(
  db: Database | Trx,
  id: string,
  change: Updateable<ExportJobTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('export_job')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', open)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function deleteJob(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('export_job').where('id', '=', id).execute()
}

/** Under way as far as the table says, but nobody has said so since. */
export async function listDeserted(
  db: Database,
  { notSeenSince, except }: { readonly notSeenSince: Date; readonly except: readonly string[] },
): Promise<string[]> {
  let query = db
    .selectFrom('export_job')
    .select('id')
    .where('state', 'in', open)
    .where('seen_at', '<=', notSeenSince)
  if (except.length > 0) query = query.where('id', 'not in', except)
  return (await query.execute()).map(({ id }) => id)
}

/** Those whose file may still be fetched. */
export async function listKept(db: Database, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('export_job')
    .select('id')
    .where('state', '=', 'done')
    .where('expires_at', '>', now)
    .execute()
  return rows.map(({ id }) => id)
}

export async function listOpen(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('export_job').select('id').where('state', 'in', open).execute()
  return rows.map(({ id }) => id)
}
