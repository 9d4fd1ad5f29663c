import { sql, type Insertable, type RawBuilder } from 'kysely'
import type { Database, Trx } from '../db/tables.ts'
import type { AuditEntryTable } from './audit.table.ts'
import type { AuditFilter } from './audit.schema.ts'
import type { WholeEntry } from './masked-entry.ts'

const chainLock = 0x0a0d17

/** Holds the chain until the transaction ends: two writers cannot follow the same entry. */
export async function lockChainHead(trx: Trx): Promise<{ sequence: number; hash: string }> {
  await sql`select pg_advisory_xact_lock(${sql.lit(chainLock)})`.execute(trx)
  const head = await trx
    .selectFrom('audit_entry')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return head ?? { sequence: 0, hash: '' }
}

export type NewAuditEntry = Insertable<AuditEntryTable>

export async function insertAuditEntry(trx: Trx, entry: NewAuditEntry): Promise<void> {
  await trx.insertInto('audit_entry').values(entry).execute()
}

const columns = [
  'sequence',
  'at',
  'actor_name as actorName',
  'person_kind as personKind',
  'department',
  'action',
  'object_type as objectType',
  'object_id as objectId',
  'before',
  'after',
  'reason',
  'address',
  'device',
  'hash',
] as const

/** `*` stands for anything; nothing else does. */
const pattern = (action: string) => action.replace(/[\\%_]/g, '\\$&').replaceAll('*', '%')

function matches(filter: AuditFilter): RawBuilder<boolean> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (filter.from) conditions.push(sql`at >= (${filter.from}::date)::timestamp at time zone 'Asia/Shanghai'`)
  if (filter.to) conditions.push(sql`at < (${filter.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`)
  if (filter.actor)
    conditions.push(
      sql`(actor_id::text = ${filter.actor} or strpos(lower(actor_name), lower(${filter.actor})) > 0)`,
    )
  if (filter.department) conditions.push(sql`department in (${sql.join(filter.department)})`)
  if (filter.action)
    conditions.push(
      sql`(${sql.join(
        filter.action.map((action) => sql`action like ${pattern(action)}`),
        sql` or `,
      )})`,
    )
  if (filter.objectType) conditions.push(sql`object_type in (${sql.join(filter.objectType)})`)
  if (filter.objectId) conditions.push(sql`object_id = ${filter.objectId}`)
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

/** Newest first. */
export async function listAuditEntries(
  db: Database,
  filter: AuditFilter,
  page: { readonly limit: number; readonly cursor?: number | undefined },
): Promise<WholeEntry[]> {
  let select = db.selectFrom('audit_entry').select(columns).where(matches(filter))
  if (page.cursor !== undefined) select = select.where('sequence', '<', page.cursor)
  const rows = await select.orderBy('sequence', 'desc').limit(page.limit).execute()
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
