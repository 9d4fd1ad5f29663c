import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { writeBackup } from '../../../api/db/backup.ts'
import { moveDatabase } from '../../../api/db/move.ts'
import { migrateToLatest } from '../../../api/db/migrate.ts'
import { openDatabase } from '../../../api/db/open-database.ts'
import { restoreEmbedded, restoreServer } from '../../../api/db/restore.ts'
import { fingerprint, listDataTables } from '../../../api/db/table-contents.ts'
import type { Database } from '../../../api/db/tables.ts'
import { openTestDatabase } from '../../harness/open-test-database.ts'
import type { TestDatabase } from '../../harness/test-home.ts'

const at = new Date('2026-01-02T03:04:05Z')
/** On the embedded home every restore builds a database afresh, extension and all. */
vi.setConfig({ testTimeout: 120_000 })

let source: TestDatabase
let file: string

const road = (code: string) => sql`
  insert into road (id, code, name, name_en, admin_grade, confidence, quality_note, sort, created_at, created_by, updated_at, updated_by)
  values (gen_random_uuid(), ${code}, ${`道路\t"${code}"\n\\N`}, ${code}, 'county', 'good', '', 1, now(), gen_random_uuid(), now(), gen_random_uuid())`

const section = (code: string, sequence: number) => sql`
  insert into road_section (id, road_code, sequence, from_stake, to_stake, geom, source, quality_note, valid_from, created_at, created_by)
  select gen_random_uuid(), ${code}, ${sequence}, 0, 5000,
    st_setsrid(st_makeline(array_agg(st_makepoint(107 + random(), 39 + random()) order by i)), 4326),
    'survey', '', '2025-01-01', now(), gen_random_uuid()
  from generate_series(1, 200) i`

beforeAll(async () => {
  source = await openTestDatabase()
  for (const code of ['G109', 'S216']) await road(code).execute(source.db)
  for (let sequence = 1; sequence <= 20; sequence++)
    await section(sequence % 2 ? 'G109' : 'S216', sequence).execute(source.db)
  mkdirSync(join(source.dataFolder, 'photos', 'ab'), { recursive: true })
  writeFileSync(join(source.dataFolder, 'photos', 'ab', 'abcd'), randomBytes(100_000))
  file = join(source.dataFolder, 'out', 'backup.tar.gz')
  await writeBackup(source.db, source.dataFolder, file, at)
})

afterAll(() => source.close())

const contents = (db: Database) =>
  db.transaction().execute(async (trx) => {
    const all: Record<string, unknown> = {}
    for (const table of await listDataTables(trx)) all[table.name] = await fingerprint(trx, table)
    return all
  })

const failure = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: Error) => error,
  )

/** Restores into a new place of the home under test and hands over what is there. */
async function restored<T>(from: string, look: (db: Database, dataFolder: string) => Promise<T>): Promise<T> {
  const target = await openTestDatabase({ template: 'empty' })
  try {
    const { databaseUrl, dataFolder } = target
    await target.closeOnly()
    if (databaseUrl) await restoreServer({ file: from, databaseUrl, dataFolder })
    else await restoreEmbedded({ file: from, dataFolder, replaces: true, at })
    const opened = await openDatabase({ databaseUrl, dataFolder })
    return await look(opened.db, dataFolder).finally(() => opened.close())
  } finally {
    await target.close()
  }
}

test('a restored database has the same rows and geometry in every table, its rules and the files beside it', async () => {
  const expected = await contents(source.db)
  expect(expected.road_section).toMatchObject({ rows: 20 })
  const photo = ['photos', 'ab', 'abcd']
  await restored(file, async (db, dataFolder) => {
    expect(await contents(db)).toEqual(expected)
    expect(readFileSync(join(dataFolder, ...photo))).toEqual(readFileSync(join(source.dataFolder, ...photo)))
    expect(await failure(section('G999', 99).execute(db))).toMatchObject({ code: '23503' })
    expect(await failure(sql`delete from audit_entry`.execute(db))).toBeInstanceOf(Error)
  })
})

test('a database that already holds something is refused and stays as it was', async () => {
  const before = await contents(source.db)
  if (source.databaseUrl) {
    const attempt = restoreServer({ file, databaseUrl: source.databaseUrl, dataFolder: source.dataFolder })
    expect(await failure(attempt)).toMatchObject({ name: 'DatabaseRefusal' })
  } else {
    const other = await openTestDatabase({ template: 'empty' })
    await other.closeOnly()
    const attempt = restoreEmbedded({ file, dataFolder: other.dataFolder, replaces: false, at })
    expect((await failure(attempt))?.message).toContain('--replace')
    await other.close()
  }
  expect(await contents(source.db)).toEqual(before)
})

test('a backup with one changed byte is refused before anything is built', async () => {
  const bytes = gunzipSync(readFileSync(file))
  const place = bytes.indexOf('S216')
  bytes[bytes.indexOf('S216', place + 4)] = 'X'.charCodeAt(0)
  const changed = join(source.dataFolder, 'out', 'changed.tar.gz')
  writeFileSync(changed, gzipSync(bytes))
  expect((await failure(restored(changed, () => Promise.resolve())))?.message).toContain('not a whole backup')
})

test('half a backup is refused', async () => {
  const half = join(source.dataFolder, 'out', 'half.tar.gz')
  const bytes = readFileSync(file)
  writeFileSync(half, bytes.subarray(0, bytes.length / 2))
  expect(await failure(restored(half, () => Promise.resolve()))).toMatchObject({ name: 'DatabaseRefusal' })
})

test('moving to another database carries every row, and a target that is not empty is refused', async () => {
  const target = await openTestDatabase({ template: 'empty' })
  try {
    const expected = await contents(source.db)
    await moveDatabase(source, target, 'target')
    expect(await contents(target.db)).toEqual(expected)
    expect(await failure(moveDatabase(source, target, 'target'))).toMatchObject({ name: 'DatabaseRefusal' })
    expect(await contents(target.db)).toEqual(expected)
  } finally {
    await target.close()
  }
})

test('a move that meets a wrong row leaves the target empty, and the move can be tried again', async () => {
  const target = await openTestDatabase({ template: 'empty' })
  try {
    await sql`alter table road_section drop constraint road_section_road_code_fkey`.execute(source.db)
    await section('G404', 404).execute(source.db)
    expect(await failure(moveDatabase(source, target, 'target'))).toMatchObject({ code: '23503' })
    await sql`delete from road_section where sequence = 404`.execute(source.db)
    await moveDatabase(source, target, 'target')
    await migrateToLatest(target.db)
    expect(await contents(target.db)).toEqual(await contents(source.db))
  } finally {
    await target.close()
  }
})
