import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isConnectionLost, isPastDeadline } from '../../../api/db/database-error.ts'
import { openDatabase, type OpenedDatabase } from '../../../api/db/open-database.ts'
import { openTestDatabase } from '../../harness/open-test-database.ts'
import type { TestDatabase } from '../../harness/test-home.ts'

let home: TestDatabase
let impatient: OpenedDatabase

/** The same database, reopened with a short deadline. */
beforeAll(async () => {
  home = await openTestDatabase({ template: 'migrated' })
  await sql`create table probe (id integer primary key, name text unique)`.execute(home.db)
  await sql`insert into probe values (1, 'a')`.execute(home.db)
  if (home.engine === 'embedded') await home.closeOnly()
  impatient = await openDatabase({
    databaseUrl: home.databaseUrl,
    dataFolder: home.dataFolder,
    deadlineMs: 1_500,
  })
})

afterAll(async () => {
  await impatient.close()
  await home.close()
})

const failure = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: unknown) => error,
  )
const answers = async () =>
  (await sql<{ two: number }>`select 1 + 1 as two`.execute(impatient.db)).rows[0]!.two

test('five thousand failed statements of five kinds leave it answering', { timeout: 120_000 }, async () => {
  const kinds = [
    sql`selec 1`,
    sql`select nothing from probe`,
    sql`select 1 / 0`,
    sql`insert into probe values (1, 'b')`,
    sql`do $$ begin raise exception 'no'; end $$`,
  ]
  const codes = new Set<unknown>()
  for (let index = 0; index < 5_000; index++) {
    const error = await failure(kinds[index % kinds.length]!.execute(impatient.db))
    codes.add((error as { code?: string } | undefined)?.code)
  }
  expect([...codes].sort()).toEqual(['22012', '23505', '42601', '42703', 'P0001'])
  expect(await answers()).toBe(2)
})

const endless = sql`select count(*) from generate_series(1, 100000000000) as a`

test('a statement past the deadline is ended and the next one is answered', async () => {
  expect(isPastDeadline(await failure(endless.execute(impatient.db)))).toBe(true)
  expect(await answers()).toBe(2)
})

test('statements that wait behind a late one are answered after it', async () => {
  const late = failure(endless.execute(impatient.db))
  const waiting = Promise.all([answers(), answers(), answers()])
  expect(isPastDeadline(await late)).toBe(true)
  expect(await waiting).toEqual([2, 2, 2])
})

test('a late statement takes its transaction with it', async () => {
  const attempt = impatient.db.transaction().execute(async (trx) => {
    await sql`insert into probe values (2, 'late')`.execute(trx)
    const late = await failure(endless.execute(trx))
    const after = await failure(sql`select 1`.execute(trx))
    expect(isConnectionLost(after) || (after as { code: string }).code === '25P02').toBe(true)
    throw late
  })
  expect(isPastDeadline(await failure(attempt))).toBe(true)
  const { rows } = await sql`select from probe where id = 2`.execute(impatient.db)
  expect(rows).toEqual([])
})
