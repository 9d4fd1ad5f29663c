import { sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** A table with the columns that hold data; generated ones follow from them. */
export interface DataTable {
  readonly name: string
  readonly columns: readonly string[]
}

/** Equal on both sides when count and sum are: the sum does not depend on the order of rows. */
export interface Fingerprint {
  readonly rows: number
  readonly hash: string
}

type AnyTrx = Transaction<Tables>

/** All tables of ours: not those an extension brought, nor the list of migrations. */
export async function listDataTables(trx: AnyTrx): Promise<DataTable[]> {
  const { rows } = await sql<DataTable>`
    select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and c.relname not in ('kysely_migration', 'kysely_migration_lock')
      and not exists (
        select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    group by c.relname
    order by c.relname`.execute(trx)
  return rows
}

/** Sixty bits of each row's md5, added up as numeric. Geometry is in it as the hex of its bytes. */
export async function fingerprint(trx: AnyTrx, { name, columns }: DataTable): Promise<Fingerprint> {
  const row = sql.join(columns.map((column) => sql.ref(column)))
  const { rows } = await sql<Fingerprint>`
    select count(*) as rows,
      coalesce(sum(('x' || left(md5(row(${row})::text), 15))::bit(60)::bigint), 0)::text as hash
    from ${sql.table(name)}`.execute(trx)
  return rows[0]!
}

export interface SequenceState {
  readonly name: string
  readonly value: number
}

/** A sequence that was never used has no value and needs none. */
export async function listSequences(trx: AnyTrx): Promise<SequenceState[]> {
  const { rows } = await sql<SequenceState>`
    select sequencename::text as name, last_value as value from pg_sequences
    where schemaname = 'public' and last_value is not null order by sequencename`.execute(trx)
  return rows
}
