import { writeFile } from 'node:fs/promises'
import { packArchive, sha256, tableFile, type Manifest } from './backup-archive.ts'
import { copyOut } from './copy.ts'
import { currentMigration } from './migrate.ts'
import { fingerprint, listDataTables, listSequences } from './table-contents.ts'
import type { Database, Trx } from './tables.ts'

async function writeTables(trx: Trx, folder: string): Promise<Manifest['tables']> {
  const written: Manifest['tables'] = []
  for (const table of await listDataTables(trx)) {
    const bytes = await copyOut(trx as never, table.name, table.columns)
    await writeFile(tableFile(folder, table.name), bytes)
    const facts = await fingerprint(trx, table)
    written.push({ ...table, columns: [...table.columns], ...facts, sha256: sha256(bytes) })
  }
  return written
}

/** One moment of the whole database, while others go on writing; files beside it are never changed, only added. */
export function writeBackup(db: Database, dataFolder: string, file: string, at: Date): Promise<Manifest> {
  return packArchive(file, dataFolder, async (folder) => {
    const migration = (await currentMigration(db))!
    return db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (trx): Promise<Manifest> => {
        const tables = await writeTables(trx, folder)
        const sequences = [...(await listSequences(trx))]
        return {
          format: 'otog-backup',
          version: 1,
          createdAt: at.toISOString(),
          migration,
          tables,
          sequences,
        }
      })
  })
}
