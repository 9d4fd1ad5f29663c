import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Database } from '../db/tables.ts'
import type { Text } from '../http/text.ts'
import type { ImportKind, Outcome } from './import-types.ts'
import type { ImportBatchTable } from './import.table.ts'

export type Batch = Selectable<ImportBatchTable>

const columns = [
  'id',
  'kind',
  'status',
  'file_name',
  'file_bytes',
  'file_hash',
  'sheet',
  'sheets',
  'crs',
  'procedure',
  'fields',
  'mapping',
  'shape',
  'rule',
  'notes',
  'datum',
  'committed_counts',
  'heartbeat_at',
  'version',
  'created_at',
  'created_by',
  'created_by_name',
  'updated_at',
  'updated_by',
  'committed_at',
  'committed_by',
  'undone_at',
  'undone_by',
] as const

export function findBatch(db: Database, id: string): Promise<Batch | undefined> {
  return db.selectFrom('import_batch').select(columns).where('id', '=', id).executeTakeFirst()
}

/** Newest first: the history of what came into the house. */
export function listBatches(db: Database, limit: number): Promise<Batch[]> {
  return db
    .selectFrom('import_batch')
    .select(columns)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function insertBatch(db: Database, row: Insertable<ImportBatchTable>): Promise<void> {
  await db
    .insertInto('import_batch')
    .values({ ...row, heartbeat_at: sql`clock_timestamp()` })
    .execute()
}

/** One step of the batch's life: false where it is no longer in one of the states the step begins in. */
export async function moveBatch(
  db: Database,
  id: string,
  from: readonly ImportBatchTable['status'][],
  change: Updateable<ImportBatchTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('import_batch')
    .set({ ...change, version: sql`version + 1`, heartbeat_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .where('status', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function beat(db: Database, id: string): Promise<void> {
  await db
    .updateTable('import_batch')
    .set({ heartbeat_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .execute()
}

/** Longer than any pause of one that is at work; a process that has the database to itself need not wait. */
const silentAfter = (isAlone: boolean) => (isAlone ? '0 seconds' : '20 seconds')

/** Batches under way that nobody may be working on any more, by the database's own clock. */
export async function listSilentBatches(
  db: Database,
  isAlone: boolean,
): Promise<{ id: string; status: string }[]> {
  return db
    .selectFrom('import_batch')
    .select(['id', 'status'])
    .where('status', 'in', ['reading', 'committing'])
    .where((where) =>
      where.or([
        where('heartbeat_at', 'is', null),
        where('heartbeat_at', '<', sql<Date>`clock_timestamp() - ${silentAfter(isAlone)}::text::interval`),
      ]),
    )
    .execute()
}

export async function deleteBatch(db: Database, id: string): Promise<void> {
  await db.deleteFrom('import_batch').where('id', '=', id).execute()
}

export async function countOutcomes(db: Database, id: string): Promise<Record<Outcome, number>> {
  const rows = await db
    .selectFrom('import_row')
    .select(['outcome', sql<number>`count(*)::int`.as('rows')])
    .where('batch_id', '=', id)
    .groupBy('outcome')
    .execute()
  const zero = { new: 0, changed: 0, duplicate: 0, check: 0, refused: 0 }
  return { ...zero, ...Object.fromEntries(rows.map(({ outcome, rows: count }) => [outcome, count])) }
}

export interface Reason {
  readonly rows: number
  /** As one of the rows says it. */
  readonly message: Text
}

/** Why rows are to be checked or refused, the most frequent reasons first. */
export async function listReasons(db: Database, id: string, most: number): Promise<Reason[]> {
  const { rows } = await sql<Reason>`
    select count(distinct position)::int as rows, (array_agg(finding -> 'message' order by position))[1] as message
    from import_row, jsonb_array_elements(findings) as finding
    where batch_id = ${id} and outcome in ('check', 'refused') and finding ->> 'severity' in ('check', 'refuse')
    group by finding ->> 'code' order by 1 desc, finding ->> 'code' limit ${most}`.execute(db)
  return rows
}

export async function listTemplates(
  db: Database,
  kind: ImportKind,
): Promise<Record<string, readonly (string | null)[]>> {
  const rows = await db
    .selectFrom('import_template')
    .select(['shape', 'fields'])
    .where('kind', '=', kind)
    .execute()
  return Object.fromEntries(rows.map(({ shape, fields }) => [shape, fields]))
}

export interface Template {
  readonly kind: ImportKind
  readonly shape: string
  readonly fields: readonly (string | null)[]
}

export async function saveTemplate(db: Database, { kind, shape, fields }: Template, by: string, at: Date) {
  const row = { fields: JSON.stringify(fields), saved_at: at, saved_by: by }
  await db
    .insertInto('import_template')
    .values({ kind, shape, ...row })
    .onConflict((conflict) => conflict.columns(['kind', 'shape']).doUpdateSet(row))
    .execute()
}
