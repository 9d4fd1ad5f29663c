import { sql, type Transaction } from 'kysely'
import { copyIn } from './copy.ts'
import { tableDiffers } from './backup-messages.ts'
import { DatabaseRefusal } from './database-refusal.ts'
import {
  fingerprint,
  listDataTables,
  type DataTable,
  type Fingerprint,
  type SequenceState,
} from './table-contents.ts'
import type { Tables } from './tables.ts'

export type StoredTable = DataTable & Fingerprint

/** The data of one database, wherever it is read from. */
export interface StoredData {
  readonly tables: readonly StoredTable[]
  readonly sequences: readonly SequenceState[]
  read(table: StoredTable): Promise<Uint8Array>
}

type Trx = Transaction<Tables>

interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

async function takeForeignKeys(trx: Trx): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select conrelid::regclass::text as "table", conname::text as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
    order by 1, 2`.execute(trx)
  for (const key of rows)
    await sql`alter table ${sql.table(key.table)} drop constraint ${sql.ref(key.name)}`.execute(trx)
  return rows
}

async function putForeignKeys(trx: Trx, keys: readonly ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of keys)
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(
      trx,
    )
}

const switchTriggers = (trx: Trx, table: string, to: 'enable' | 'disable') =>
  sql`alter table ${sql.table(table)} ${sql.raw(to)} trigger user`.execute(trx)

async function loadTable(trx: Trx, table: StoredTable, data: StoredData): Promise<void> {
  await copyIn(trx as never, table.name, table.columns, await data.read(table))
  const loaded = await fingerprint(trx, table)
  if (loaded.rows !== table.rows || loaded.hash !== table.hash)
    throw new DatabaseRefusal(tableDiffers(table.name))
}

/**
 * Into tables as their migrations left them: what these put there themselves is in the stored data too, so it goes
 * first. Foreign keys are taken off and put back, which checks every row, and needs neither an order of the tables nor
 * a superuser.
 */
export async function loadTables(trx: Trx, data: StoredData): Promise<void> {
  const known = await listDataTables(trx)
  const keys = await takeForeignKeys(trx)
  for (const { name } of known) await switchTriggers(trx, name, 'disable')
  for (const { name } of known) await sql`delete from ${sql.table(name)}`.execute(trx)
  for (const table of data.tables) await loadTable(trx, table, data)
  for (const { name } of known) await switchTriggers(trx, name, 'enable')
  await putForeignKeys(trx, keys)
  for (const { name, value } of data.sequences)
    await sql`select setval(${`public.${name}`}::text::regclass, ${value}::bigint)`.execute(trx)
}
