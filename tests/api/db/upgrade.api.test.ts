import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { copyOut } from '../../../api/db/copy.ts'
import { loadTables, type StoredTable } from '../../../api/db/load-tables.ts'
import { listMigrations, migrateTo, migrateToLatest } from '../../../api/db/migrate.ts'
import { fingerprint, listDataTables, type DataTable } from '../../../api/db/table-contents.ts'
import type { Database } from '../../../api/db/tables.ts'
import { openTestDatabase } from '../../harness/open-test-database.ts'
import type { TestDatabase } from '../../harness/test-home.ts'

/** A folder of the past is built from the demonstration, as far as its tables of that day could hold it. */
vi.setConfig({ testTimeout: 120_000 })

/** States of the schema that data folders have been made and kept with. */
const releases = ['2026_11_23_1200_create_imports', '2026_11_28_1310_create_audit_anchor']

let today: TestDatabase
beforeAll(async () => {
  today = await openTestDatabase({ template: 'demo' })
})
afterAll(() => today.close())

const tablesOf = (db: Database) => db.transaction().execute((trx) => listDataTables(trx))

async function commonTables(old: Database): Promise<DataTable[]> {
  const known = new Map((await tablesOf(today.db)).map(({ name, columns }) => [name, columns]))
  return (await tablesOf(old)).map(({ name, columns }) => ({
    name,
    columns: columns.filter((column) => known.get(name)?.includes(column)),
  }))
}

const fingerprints = (db: Database, tables: readonly DataTable[]): Promise<StoredTable[]> =>
  db.transaction().execute(async (trx) => {
    const all: StoredTable[] = []
    for (const table of tables) all.push({ ...table, ...(await fingerprint(trx, table)) })
    return all
  })

async function fillOld(old: Database, tables: readonly StoredTable[]): Promise<void> {
  await today.db.transaction().execute(async (source) => {
    const read = (table: StoredTable) => copyOut(source as never, table.name, table.columns)
    await old.transaction().execute((trx) => loadTables(trx, { tables, sequences: [], read }))
  })
}

describe.each(releases)('data of %s', (release) => {
  let old: TestDatabase
  beforeAll(async () => {
    expect(await listMigrations()).toContain(release)
    old = await openTestDatabase({ template: 'empty' })
    await migrateTo(old.db, release)
  })
  afterAll(() => old.close())

  test('come through every later migration with each row and value they had', async () => {
    const before = await fingerprints(today.db, await commonTables(old.db))
    await fillOld(old.db, before)
    await migrateToLatest(old.db)
    expect(await fingerprints(old.db, before)).toEqual(before)
  })
})
