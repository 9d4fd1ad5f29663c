import { readdir } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { join } from 'node:path'
import {
  Migrator,
  sql,
  type Migration,
  type MigrationProvider,
  type MigrationResult,
  type MigrationResultSet,
} from 'kysely'
import type { Text } from '../http/text.ts'
import { migrating, migrationFailed } from './database-messages.ts'
import { DatabaseRefusal } from './database-refusal.ts'
import { ensurePostgis } from './postgis-version.ts'
import type { Database } from './tables.ts'

export const migrationFolder = fileURLToPath(new URL('../../migrations', import.meta.url))

/** As they lie beside this module: in TypeScript, or compiled. */
async function migrationFiles(folder: string): Promise<string[]> {
  const files = await readdir(folder)
  return files.filter((file) => /^\d{4}_\d{2}_\d{2}_\d{4}_\w+\.[jt]s$/.test(file)).sort()
}

const nameOf = (file: string) => file.replace(/\.[jt]s$/, '')

export async function listMigrations(folder = migrationFolder): Promise<string[]> {
  return (await migrationFiles(folder)).map(nameOf)
}

function provider(folder: string): MigrationProvider {
  return {
    async getMigrations() {
      const files = await migrationFiles(folder)
      const load = async (file: string) => [
        nameOf(file),
        (await import(/* @vite-ignore */ pathToFileURL(join(folder, file)).href)) as Migration,
      ]
      return Object.fromEntries(await Promise.all(files.map(load))) as Record<string, Migration>
    },
  }
}

const migratorOf = (db: Database, folder: string) => new Migrator({ db, provider: provider(folder) })

async function migrate(
  db: Database,
  folder: string,
  run: (migrator: Migrator) => Promise<MigrationResultSet>,
): Promise<MigrationResult[]> {
  const { error, results = [] } = await run(migratorOf(db, folder))
  if (!error) return results
  const failed = results.find(({ status }) => status === 'Error')?.migrationName ?? ''
  throw new DatabaseRefusal(migrationFailed(failed, (error as Error).message), error)
}

/** All or nothing, in one transaction under Kysely's lock: two services may start on one server at once. */
export async function migrateToLatest(
  db: Database,
  onProgress?: (text: Text) => void,
  folder = migrationFolder,
): Promise<void> {
  await ensurePostgis(db, onProgress)
  const results = await migrate(db, folder, (migrator) => migrator.migrateToLatest())
  for (const { migrationName } of results) onProgress?.(migrating(migrationName))
}

/** To the schema that a backup was taken with; the rest of the way is `migrateToLatest`. */
export async function migrateTo(db: Database, name: string, folder = migrationFolder): Promise<void> {
  await ensurePostgis(db)
  await migrate(db, folder, (migrator) => migrator.migrateTo(name))
}

/** The newest migration that this database has, or undefined for an empty one. */
export async function currentMigration(db: Database): Promise<string | undefined> {
  // Asked by each look at the service's health; the migrator would look through the whole catalogue for it.
  const { rows } = await sql<{ isThere: boolean }>`
    select to_regclass('kysely_migration') is not null as "isThere"`.execute(db)
  if (!rows[0]!.isThere) return undefined
  const { rows: done } = await sql<{ name: string }>`
    select name from kysely_migration order by name collate "C" desc limit 1`.execute(db)
  return done[0]?.name
}
