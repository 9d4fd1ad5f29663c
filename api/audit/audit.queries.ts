import { sql, type Insertable } from 'kysely'
import type { Database, Trx } from '../db/tables.ts'
import type { AuditEntryTable } from './audit.table.ts'
import type { AuditEntry, AuditQuery } from './audit.schema.ts'

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

export async function listAuditEntries(db: Database, query: AuditQuery): Promise<AuditEntry[]> {
  let select = db.selectFrom('audit_entry').select(columns)
  if (query.objectType) select = select.where('object_type', '=', query.objectType)
  if (query.objectId) select = select.where('object_id', '=', query.objectId)
  if (query.before) select = select.where('sequence', '<', query.before)
  const rows = await select.orderBy('sequence', 'desc').limit(query.limit).execute()
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
