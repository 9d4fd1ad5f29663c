import { sql, type RawBuilder } from 'kysely'
import type { Database, Trx } from '../db/tables.ts'
import type { Actor } from '../http/actor.ts'
import { importTables } from './import-tables.ts'
import type { ImportKind } from './import-types.ts'
import type { DependenceFacts } from './undo-words.ts'
import { columnNames, geometryOfRecord, recordOf } from './standing-columns.queries.ts'

export interface Undoing {
  readonly kind: ImportKind
  readonly batchId: string
  readonly actor: Actor
  readonly at: Date
  readonly reason: string
}

/** What keeps one record from going back: `why` is a code with its words in the messages. */
export interface Dependence extends DependenceFacts {
  readonly id: string
}

const written = (batchId: string) => sql`import_row as row where row.batch_id = ${batchId}::uuid
  and row.written is not null`

const numberColumns: Readonly<Record<ImportKind, string>> = {
  accidents: 'accident_no',
  hazards: 'number',
  facilities: 'number',
}

const found = (
  { kind, batchId }: Undoing,
  why: Dependence['why'],
  by: RawBuilder<unknown>,
  holds: RawBuilder<unknown>,
) => sql<Dependence>`
  select row.row_numbers[1] as row, standing.id, ${sql.ref(`standing.${numberColumns[kind]}`)} as number,
    ${why}::text as why, (${by})::text as by
  from import_row as row join ${sql.table(importTables[kind].table)} as standing on standing.id = row.target_id
  where row.batch_id = ${batchId}::uuid and row.written is not null and ${holds}`

const changed = (undoing: Undoing) =>
  found(
    undoing,
    'changed',
    sql`select display_name from user_account where id = standing.updated_by`,
    sql`standing.version <> row.written_version`,
  )

/** A hazard that was opened on the evidence of a screening which counted the accident. */
const evidence = sql`from hazard join screening_site as site on site.id = hazard.screening_site_id
  join screening_run as run on run.id = site.run_id
  where hazard.withdrawn_at is null and site.road_code = standing.road_code
    and standing.stake between site.from_stake and site.to_stake
    and standing.occurred_on between run.from_date and run.to_date
    and run.created_at >= (select committed_at from import_batch where id = row.batch_id)`

/** Papers that were put to a ticket since; each with what tells it apart. */
const recordTables = {
  extension: { table: 'extension', by: sql`min(null::text)` },
  acceptance: { table: 'acceptance', by: sql`min(null::text)` },
  document: { table: 'hazard_document', by: sql`min(number)` },
  revisit: { table: 'revisit', by: sql`min(null::text)` },
  correction: { table: 'correction', by: sql`min(null::text)` },
} as const

/** Only a ticket that would go leaves others hanging; one that was changed stays. */
const ofHazard = (undoing: Undoing) => [
  found(
    undoing,
    'listing',
    sql`select min(document_number) from listing where hazard_id = standing.id`,
    sql`row.written = 'inserted' and exists (select from listing where hazard_id = standing.id)`,
  ),
  found(
    undoing,
    'supervision',
    sql`select min(list.title) from supervision_item as item join supervision_list as list on list.id = item.list_id
      where item.hazard_id = standing.id`,
    sql`row.written = 'inserted' and exists (select from supervision_item where hazard_id = standing.id)`,
  ),
  found(
    undoing,
    'facility',
    sql`select min(number) from facility where hazard_id = standing.id and withdrawn_at is null`,
    sql`row.written = 'inserted' and exists (select from facility where hazard_id = standing.id and withdrawn_at is null
      and import_batch_id is distinct from row.batch_id)`,
  ),
  found(
    undoing,
    'merged',
    sql`select min(number) from hazard as other where other.merged_into = standing.id`,
    sql`row.written = 'inserted' and exists (select from hazard as other where other.merged_into = standing.id)`,
  ),
  found(
    undoing,
    'split',
    sql`select min(number) from hazard as part where part.parent_id = standing.id`,
    sql`row.written = 'inserted' and exists (select from hazard as part where part.parent_id = standing.id)`,
  ),
  found(
    undoing,
    'photo',
    sql`select count(*) from hazard_photo where hazard_id = standing.id and withdrawn_at is null`,
    sql`row.written = 'inserted' and exists (
      select from hazard_photo where hazard_id = standing.id and withdrawn_at is null)`,
  ),
  ...Object.entries(recordTables).map(([why, { table, by }]) =>
    found(
      undoing,
      why as DependenceFacts['why'],
      sql`select ${by} from ${sql.table(table)} where hazard_id = standing.id`,
      sql`row.written = 'inserted' and exists (select from ${sql.table(table)} where hazard_id = standing.id)`,
    ),
  ),
]

/** Whoever puts a photo or an act to one of the records meanwhile waits, and then finds it gone. */
export async function lockWritten(trx: Trx, { kind, batchId }: Undoing): Promise<void> {
  await sql`select count(*) from (
    select standing.id from ${sql.table(importTables[kind].table)} as standing
    where standing.id in (select row.target_id from ${written(batchId)})
    order by standing.id for no key update) as locked`.execute(trx)
}

/** All that would be left hanging; as many as anyone reads. */
export async function listDependences(db: Database, undoing: Undoing): Promise<Dependence[]> {
  const others = {
    accidents: () => [
      found(
        undoing,
        'screening',
        sql`select min(hazard.number) ${evidence}`,
        sql`exists (select 1 ${evidence})`,
      ),
    ],
    hazards: () => ofHazard(undoing),
    facilities: () => [
      found(
        undoing,
        'photo',
        sql`select count(*) from facility_photo where facility_id = standing.id and withdrawn_at is null`,
        sql`row.written = 'inserted' and exists (
          select from facility_photo where facility_id = standing.id and withdrawn_at is null)`,
      ),
    ],
  }
  const questions = [changed(undoing), ...others[undoing.kind]()]
  const { rows } = await sql<Dependence>`
    select * from (${sql.join(questions, sql` union all `)}) as dependence order by row, why limit 500`.execute(
    db,
  )
  return rows
}

/** Withdrawn like any other record, and its number is free: the trail and the letters that name it still find it. */
export async function withdrawInserted(trx: Trx, { kind, batchId, actor, at, reason }: Undoing) {
  const { numAffectedRows } = await sql`
    update ${sql.table(importTables[kind].table)} as standing set import_undone = true,
      withdrawn_at = ${at}::timestamptz, withdrawn_by = ${actor.id}::uuid, withdrawn_reason = ${reason}::text,
      version = version + 1, updated_at = ${at}::timestamptz, updated_by = ${actor.id}::uuid
    from ${written(batchId)} and row.written = 'inserted' and standing.id = row.target_id`.execute(trx)
  return Number(numAffectedRows ?? 0)
}

export async function restoreUpdated(trx: Trx, { kind, batchId, actor, at }: Undoing): Promise<number> {
  const table = importTables[kind]
  const { numAffectedRows } = await sql`
    update ${sql.table(table.table)} as standing set
      ${sql.join(columnNames(table).map((name) => sql`${sql.ref(name)} = given.${sql.ref(name)}`))},
      geom = ${geometryOfRecord(table)}, imported = nullif(row.before->'imported', 'null'),
      version = standing.version + 1, updated_at = ${at}::timestamptz, updated_by = ${actor.id}::uuid
    from import_row as row, ${recordOf(table, sql`(row.before->'columns')`)}
    where row.batch_id = ${batchId}::uuid and row.written = 'updated' and standing.id = row.target_id`.execute(
    trx,
  )
  return Number(numAffectedRows ?? 0)
}
