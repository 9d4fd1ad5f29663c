import { CompiledQuery, type Kysely, type Transaction } from 'kysely'

/** `copy … to stdout` and `copy … from stdin` work as ordinary statements of a transaction, on both homes. */
export const copyStatement = /^\s*copy\b.*\b(to stdout|from stdin)\b/is

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const target = (table: string, columns: readonly string[]) =>
  `${quoted(table)} (${columns.map(quoted).join(', ')})`

export async function copyOut(
  trx: Transaction<never> | Kysely<never>,
  table: string,
  columns: readonly string[],
): Promise<Uint8Array> {
  const statement = CompiledQuery.raw(`copy ${target(table, columns)} to stdout`)
  const { rows } = await trx.executeQuery<{ data: Uint8Array }>(statement)
  return rows[0]!.data
}

export async function copyIn(
  trx: Transaction<never> | Kysely<never>,
  table: string,
  columns: readonly string[],
  data: Uint8Array,
): Promise<void> {
  await trx.executeQuery(CompiledQuery.raw(`copy ${target(table, columns)} from stdin`, [data]))
}
