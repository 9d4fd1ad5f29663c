import { sql, type Selectable } from 'kysely'
import type { Database, Trx } from '../db/tables.ts'
import type { AuditAnchorTable, AuditEntryTable } from './audit.table.ts'

const entryColumns = [
  'sequence',
  'at',
  'actor_id',
  'actor_name',
  'person_kind',
  'department',
  'action',
  'object_type',
  'object_id',
  'before',
  'after',
  'reason',
  'address',
  'device',
  'previous_hash',
  'hash',
] as const

/** A page of the chain in its own order. */
export function listChain(
  db: Database,
  { after, upTo, limit }: { readonly after: number | null; readonly upTo: number; readonly limit: number },
): Promise<Selectable<AuditEntryTable>[]> {
  let select = db.selectFrom('audit_entry').select(entryColumns).where('sequence', '<=', upTo)
  if (after !== null) select = select.where('sequence', '>', after)
  return select.orderBy('sequence').limit(limit).execute()
}

export async function findHead(
  db: Database,
): Promise<{ readonly sequence: number; readonly hash: string } | undefined> {
  return db
    .selectFrom('audit_entry')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function hasEntry(db: Database, sequence: number, hash: string): Promise<boolean> {
  const entry = await db
    .selectFrom('audit_entry')
    .select('hash')
    .where('sequence', '=', sequence)
    .executeTakeFirst()
  return entry?.hash === hash
}

export function listAnchors(db: Database): Promise<AuditAnchorTable[]> {
  return db
    .selectFrom('audit_anchor')
    .select(['day', 'sequence', 'entry_hash', 'previous_hash', 'hash'])
    .orderBy('day')
    .execute()
}

export function findLastAnchor(db: Database): Promise<AuditAnchorTable | undefined> {
  return db
    .selectFrom('audit_anchor')
    .select(['day', 'sequence', 'entry_hash', 'previous_hash', 'hash'])
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertAnchor(trx: Trx, anchor: AuditAnchorTable): Promise<void> {
  await trx.insertInto('audit_anchor').values(anchor).execute()
}

/** Whether the migrations that the check needs have run. */
export async function hasAnchors(db: Database): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('audit_anchor') is not null as there`.execute(db)
  return rows[0]?.there ?? false
}
