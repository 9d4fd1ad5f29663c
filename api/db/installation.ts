import type { Database } from './tables.ts'
import './installation.table.ts'

/** Facts about this installation that live in its database. */
export interface InstallationFacts {
  /** The calendar year that the demo data tells of; absent once it was removed. */
  readonly demoYear: number
  /** Set when it was removed: the next start must not load it again. */
  readonly demoRemoved: boolean
  /** Hash of the gis-data that was loaded last. */
  readonly gisDataHash: string
}

export async function findInstallationFact<Key extends keyof InstallationFacts>(
  db: Database,
  key: Key,
): Promise<InstallationFacts[Key] | undefined> {
  const row = await db.selectFrom('installation').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value as InstallationFacts[Key] | undefined
}

export async function writeInstallationFact<Key extends keyof InstallationFacts>(
  db: Database,
  key: Key,
  value: InstallationFacts[Key],
  at: Date,
): Promise<void> {
  const row = { value: JSON.stringify(value), updated_at: at }
  await db
    .insertInto('installation')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
}

export async function deleteInstallationFact(db: Database, key: keyof InstallationFacts): Promise<void> {
  await db.deleteFrom('installation').where('key', '=', key).execute()
}
