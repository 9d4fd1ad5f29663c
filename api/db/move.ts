import { copyOut } from './copy.ts'
import { fillEmptyDatabase } from './fill-empty-database.ts'
import type { StoredTable } from './load-tables.ts'
import { currentMigration } from './migrate.ts'
import type { OpenedDatabase } from './open-database.ts'
import { fingerprint, listDataTables, listSequences } from './table-contents.ts'
import type { Trx } from './tables.ts'

async function describeTables(trx: Trx): Promise<StoredTable[]> {
  const described: StoredTable[] = []
  for (const table of await listDataTables(trx))
    described.push({ ...table, ...(await fingerprint(trx, table)) })
  return described
}

/** From one open database to another that is empty; the source is only read. */
export async function moveDatabase(
  source: OpenedDatabase,
  target: OpenedDatabase,
  targetName: string,
): Promise<readonly StoredTable[]> {
  const migration = (await currentMigration(source.db))!
  return source.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const tables = await describeTables(trx)
      const sequences = await listSequences(trx)
      const read = (table: StoredTable) => copyOut(trx as never, table.name, table.columns)
      await fillEmptyDatabase(target.db, targetName, migration, { tables, sequences, read })
      return tables
    })
}
