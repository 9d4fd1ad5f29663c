import { backupIsNewer, targetNotEmpty } from './backup-messages.ts'
import { DatabaseRefusal } from './database-refusal.ts'
import { emptyDatabase, isEmptyDatabase } from './empty-schema.ts'
import { loadTables, type StoredData } from './load-tables.ts'
import { listMigrations, migrateTo, migrateToLatest } from './migrate.ts'
import type { Database } from './tables.ts'

/**
 * Schema by our migrations as far as the data's own, then the data, then the rest of the migrations. When anything
 * fails the database is as empty as it was.
 */
export async function fillEmptyDatabase(
  db: Database,
  where: string,
  migration: string,
  data: StoredData,
): Promise<void> {
  if (!(await listMigrations()).includes(migration)) throw new DatabaseRefusal(backupIsNewer(migration))
  if (!(await isEmptyDatabase(db))) throw new DatabaseRefusal(targetNotEmpty(where))
  try {
    await migrateTo(db, migration)
    await db.transaction().execute((trx) => loadTables(trx, data))
    await migrateToLatest(db)
  } catch (error) {
    await emptyDatabase(db)
    throw error
  }
}
