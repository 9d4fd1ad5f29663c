import { sql, type Selectable } from 'kysely'
import type { Database } from '../db/tables.ts'
import type { DecidedRow, Finding, Outcome, RowDecision } from './import-types.ts'
import type { OtherRecord } from './matching/other-record.ts'
import type { StandingMatch } from './matching/standing-match.ts'
import type { ImportRowTable } from './import.table.ts'

/** Hundreds in one statement: one by one they would take minutes on the embedded engine. The text is that of packed rows. */
export async function insertRows(db: Database, batchId: string, json: string): Promise<void> {
  await sql`
    insert into import_row (batch_id, position, sheet, row_numbers, raw, "values", said, filled, blocking, findings,
      record_key, occurred_at, road_code, stake, geom, outcome, target_id, decision)
    select ${batchId}::uuid, position, sheet, row_numbers, raw, "values", said, filled, blocking, findings,
      record_key, occurred_at, road_code, stake, case
        when lon is not null then st_setsrid(st_makepoint(lon, lat), 4326)
        when geometry is not null then st_pointonsurface(st_setsrid(st_geomfromgeojson(geometry), 4326)) end,
      outcome, target_id, decision
    from jsonb_to_recordset(${json}::text::jsonb) as given(
      position int, sheet text, row_numbers int[], raw jsonb, "values" jsonb, said jsonb, filled jsonb,
      blocking text[], findings jsonb, record_key text, occurred_at timestamptz, outcome text, target_id uuid,
      decision jsonb, road_code text, stake int, lon float8, lat float8, geometry jsonb)`.execute(db)
}

/** The same row of the file, read anew. */
export async function replaceRow(
  db: Database,
  batchId: string,
  position: number,
  json: string,
): Promise<void> {
  await db.deleteFrom('import_row').where('batch_id', '=', batchId).where('position', '=', position).execute()
  await insertRows(db, batchId, json)
}

export async function deleteRows(db: Database, batchId: string): Promise<void> {
  await db.deleteFrom('import_row').where('batch_id', '=', batchId).execute()
}

const shown = [
  'position',
  'sheet',
  'row_numbers',
  'raw',
  'values',
  'said',
  'filled',
  'blocking',
  'findings',
  'record_key',
  'outcome',
  'match',
  'target_id',
  'others',
  'decision',
  'written',
] as const
export type ShownRow = Pick<Selectable<ImportRowTable>, (typeof shown)[number]>

export interface RowPage {
  readonly outcomes?: readonly Outcome[] | undefined
  readonly after: number
  readonly limit: number
}

export function listRows(
  db: Database,
  batchId: string,
  { outcomes, after, limit }: RowPage,
): Promise<ShownRow[]> {
  return db
    .selectFrom('import_row')
    .select(shown)
    .where('batch_id', '=', batchId)
    .where('position', '>', after)
    .$if(outcomes !== undefined, (query) => query.where('outcome', 'in', outcomes!))
    .orderBy('position')
    .limit(limit)
    .execute()
}

/** By the number the clerk sees in his sheet. */
export function findRow(db: Database, batchId: string, row: number): Promise<ShownRow | undefined> {
  return db
    .selectFrom('import_row')
    .select(shown)
    .where('batch_id', '=', batchId)
    .where(sql<boolean>`${row}::int = any(row_numbers)`)
    .executeTakeFirst()
}

export interface RowVerdict {
  readonly position: number
  readonly outcome: Outcome
  readonly findings: readonly Finding[]
  readonly match: StandingMatch | null
  readonly target_id?: string | null
  readonly others: readonly OtherRecord[]
}

/** What comparing said of the rows; the others stay as reading left them. */
export async function writeVerdicts(
  db: Database,
  batchId: string,
  verdicts: readonly RowVerdict[],
): Promise<void> {
  if (verdicts.length === 0) return
  await sql`
    update import_row as row set outcome = given.outcome, findings = given.findings,
      match = nullif(given.match, 'null'), others = given.others,
      target_id = coalesce(given.target_id, row.target_id)
    from jsonb_to_recordset(${JSON.stringify(verdicts)}::text::jsonb) as given(
      position int, outcome text, findings jsonb, match jsonb, target_id uuid, others jsonb)
    where row.batch_id = ${batchId}::uuid and row.position = given.position`.execute(db)
}

export async function writeDecision(
  db: Database,
  batchId: string,
  position: number,
  decision: RowDecision | null,
): Promise<void> {
  await db
    .updateTable('import_row')
    .set({ decision: decision && JSON.stringify(decision) })
    .where('batch_id', '=', batchId)
    .where('position', '=', position)
    .execute()
}

/** Of several rows with one number only one can be taken. */
export async function skipOthersOfKey(db: Database, batchId: string, position: number, key: string) {
  await db
    .updateTable('import_row')
    .set({ decision: JSON.stringify({ action: 'skip' } satisfies RowDecision) })
    .where('batch_id', '=', batchId)
    .where('record_key', '=', key)
    .where('position', '<>', position)
    .where('outcome', '=', 'check')
    .execute()
}

/** Decisions outlive another reading of the same file. */
export async function listDecisions(db: Database, batchId: string): Promise<DecidedRow[]> {
  const rows = await db
    .selectFrom('import_row')
    .select(['sheet', 'row_numbers', 'decision'])
    .where('batch_id', '=', batchId)
    .where('decision', 'is not', null)
    .execute()
  return rows.map(({ sheet, row_numbers, decision }) => ({
    sheet,
    row: row_numbers[0]!,
    decision: decision!,
  }))
}
