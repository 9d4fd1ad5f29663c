import { sql, type RawBuilder } from 'kysely'
import type { Database, Trx } from '../db/tables.ts'
import type { Actor } from '../http/actor.ts'
import { importTables } from './import-tables.ts'
import type { ImportKind } from './import-types.ts'
import type { Stretch } from './import-match.queries.ts'
import type { BatchRule } from './import.table.ts'
import { columnNames, geometryOfRecord, recordOf, standingColumns } from './standing-columns.queries.ts'

export interface Writing {
  readonly kind: ImportKind
  readonly batchId: string
  readonly rule: BatchRule
  readonly actor: Actor
  readonly at: Date
}

/** What is written: news, changes, and what somebody looked at and decided to take. */
export function isTaken(rule: BatchRule): RawBuilder<boolean> {
  const byRule = rule.check === 'take' ? 'take' : 'skip'
  return sql<boolean>`(cardinality(row.blocking) = 0 and case row.outcome
    when 'new' then coalesce(row.decision->>'action', 'take') <> 'skip'
    when 'changed' then coalesce(row.decision->>'action', 'take') <> 'skip'
    when 'check' then coalesce(row.decision->>'action', case
      when jsonb_path_exists(row.findings, '$[*] ? (@.code == "number_differs_in_file" || @.code == "number_other_record")') then 'skip'
      else ${byRule}::text end) <> 'skip'
    else false end)`
}

const inStretch = ({ batchId, from, to }: Stretch) =>
  sql<boolean>`row.batch_id = ${batchId}::uuid and row.position between ${from}::int and ${to}::int`

/** Of two rows with one number only one can be a record. */
export async function listNumbersTakenTwice(
  db: Database,
  { batchId, rule }: Pick<Writing, 'batchId' | 'rule'>,
): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select record_key as key from import_row as row
    where batch_id = ${batchId}::uuid and match is null and ${isTaken(rule)} and record_key is not null
    group by record_key having count(*) > 1 order by record_key limit 20`.execute(db)
  return rows.map(({ key }) => key)
}

export async function countTaken(db: Database, { batchId, rule }: Pick<Writing, 'batchId' | 'rule'>) {
  const { rows } = await sql<{ inserts: number; updates: number; last: number }>`
    select count(*) filter (where match is null)::int as inserts,
      count(*) filter (where match is not null)::int as updates,
      (select coalesce(max(position), -1) from import_row where batch_id = ${batchId}::uuid)::int as last
    from import_row as row where batch_id = ${batchId}::uuid and ${isTaken(rule)}`.execute(db)
  return rows[0]!
}

/** `YH-150624-2026-0001`; numbers beyond the fourth digit grow, they are not cut. */
const padded = (number: RawBuilder<unknown>, digits: number) =>
  sql`lpad((${number})::text, greatest(${sql.lit(digits)}, length((${number})::text)), '0')`

interface Numbering {
  /** Last number given out before this stretch. */
  readonly last: number
  readonly year: number
}

/**
 * Numbers are given by this installation alone, also to rows that bring one of another: a sequence with foreign numbers
 * in it has gaps and doubles nobody can explain. The number in the file stays as the key that finds the record again.
 */
function ownColumns(kind: ImportKind, { last, year }: Numbering) {
  const counted = sql`(${last}::int + row_number() over (order by row.position))`
  const columns: Record<ImportKind, readonly (readonly [string, RawBuilder<unknown>])[]> = {
    accidents: [
      ['accident_no', sql`row.record_key`],
      ['source', sql`'import'`],
    ],
    hazards: [
      ['number', sql`'YH-150624-' || ${year}::int || '-' || ${padded(counted, 4)}`],
      ['display_number', sql`'鄂交隐〔' || ${year}::int || '〕' || ${padded(counted, 4)}`],
      ['request_hash', sql`row.record_key`],
    ],
    facilities: [
      ['number', sql`'SS-150624-' || ${padded(sql`nextval('facility_number')`, 5)}`],
      ['request_hash', sql`row.record_key`],
    ],
  }
  return columns[kind]
}

/** New records of a stretch in one statement; returns how many. */
export async function insertRecords(
  trx: Trx,
  { kind, batchId, rule, actor, at }: Writing,
  stretch: Stretch,
  numbering: Numbering,
): Promise<number> {
  const table = importTables[kind]
  const own = ownColumns(kind, numbering)
  const columns = columnNames(table)
  const names = [...own.map(([name]) => name), ...columns].map((name) => sql.ref(name))
  const values = [...own.map(([, value]) => value), ...columns.map((name) => sql.ref(`given.${name}`))]
  const { numAffectedRows } = await sql`
    insert into ${sql.table(table.table)} (id, ${sql.join(names)}, geom, imported, import_batch_id,
      created_at, created_by, updated_at, updated_by)
    select row.target_id, ${sql.join(values)}, ${geometryOfRecord(table)}, row.filled || row.said,
      ${batchId}::uuid, ${at}::timestamptz, ${actor.id}::uuid, ${at}::timestamptz, ${actor.id}::uuid
    from import_row as row, ${recordOf(table, sql`(row.filled || row.said)`)}
    where ${inStretch(stretch)} and row.match is null and ${isTaken(rule)}
    order by row.position`.execute(trx)
  await sql`
    update import_row as row set written = 'inserted', written_version = 1
    where ${inStretch(stretch)} and row.match is null and ${isTaken(rule)}`.execute(trx)
  return Number(numAffectedRows ?? 0)
}

/** What may be written over what stands: a human correction only where somebody said so. */
function patchOf(rule: BatchRule): RawBuilder<unknown> {
  const isOverruled = sql.lit(rule.conflicts === 'overrule')
  return sql`coalesce((select jsonb_object_agg(difference->>'column', difference->'given')
    from jsonb_array_elements(row.match->'differences') as difference
    where not (difference->>'isCorrected')::boolean or ${isOverruled}
      or coalesce(row.decision->'overrule', '[]') @> to_jsonb(difference->>'column')), '{}')`
}

/** Changes of a stretch; a record that was changed since the preview is not touched, which the count tells. */
export async function updateRecords(
  trx: Trx,
  { kind, rule, actor, at }: Writing,
  stretch: Stretch,
): Promise<number> {
  const table = importTables[kind]
  const taken = sql<boolean>`${inStretch(stretch)} and row.match is not null and ${isTaken(rule)}`
  await sql`
    update import_row as row set written = 'updated', written_version = standing.version + 1,
      before = jsonb_build_object('columns', ${standingColumns(table)}, 'imported', standing.imported)
    from ${sql.table(table.table)} as standing
    where ${taken} and standing.id = row.target_id and standing.version = (row.match->>'version')::int
      and standing.withdrawn_at is null`.execute(trx)
  const columns = columnNames(table)
  const { numAffectedRows } = await sql`
    update ${sql.table(table.table)} as changed set
      ${sql.join(columns.map((name) => sql`${sql.ref(name)} = given.${sql.ref(name)}`))},
      geom = ${geometryOfRecord(table)},
      imported = coalesce(changed.imported, '{}') || row.said, version = changed.version + 1,
      updated_at = ${at}::timestamptz, updated_by = ${actor.id}::uuid
    from import_row as row, ${recordOf(table, sql`((row.before->'columns') || ${patchOf(rule)})`)}
    where ${taken} and row.written = 'updated' and changed.id = row.target_id`.execute(trx)
  return Number(numAffectedRows ?? 0)
}

export interface WrittenChange {
  readonly id: string
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
  readonly version: number
}

/** What this batch made of records that stood. */
export async function listUpdated(trx: Trx, { kind, batchId }: Writing): Promise<WrittenChange[]> {
  const table = importTables[kind]
  const { rows } = await sql<WrittenChange>`
    select standing.id, row.before->'columns' as before, ${standingColumns(table)} as after, standing.version
    from import_row as row join ${sql.table(table.table)} as standing on standing.id = row.target_id
    where row.batch_id = ${batchId}::uuid and row.written = 'updated' order by row.position`.execute(trx)
  return rows
}

export async function setInspectionDue(trx: Trx, id: string, day: string | null): Promise<void> {
  await sql`update facility set inspection_due_on = ${day}::date where id = ${id}::uuid`.execute(trx)
}

/** The history of a ticket begins with where it came from. */
export async function insertImportTransitions(trx: Trx, { batchId, actor, at }: Writing): Promise<void> {
  await sql`
    insert into hazard_transition (id, hazard_id, action, from_status, to_status, note, fields,
      actor_id, actor_name, person_kind, department, at)
    select gen_random_uuid(), hazard.id, 'register', null, hazard.status, '由台账导入',
      jsonb_build_object('import', ${batchId}::text, 'body', row."values"),
      ${actor.id}::uuid, ${actor.displayName}, ${actor.personKind}, ${actor.department}, ${at}::timestamptz
    from import_row as row join hazard on hazard.id = row.target_id
    where row.batch_id = ${batchId}::uuid and row.written = 'inserted'`.execute(trx)
}

/** Numbers for `count` hazards at once; the registrations of that year wait until the import is through. */
export async function takeHazardNumbers(trx: Trx, year: number, count: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into hazard_number (year, last) values (${year}::int, ${count}::int)
    on conflict (year) do update set last = hazard_number.last + excluded.last
    returning last`.execute(trx)
  return rows[0]!.last - count
}
