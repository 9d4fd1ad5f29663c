import { sql, type Kysely, type Transaction } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { OuterHandleInTransaction } from '../../../api/db/transaction-guard.ts'
import { openTestDatabase } from '../../harness/open-test-database.ts'
import type { TestDatabase } from '../../harness/test-home.ts'

interface Ledger {
  ledger: { id: number; total: number }
}

let opened: TestDatabase
let db: Kysely<Ledger>

beforeAll(async () => {
  opened = await openTestDatabase({ template: 'empty' })
  db = opened.db as unknown as Kysely<Ledger>
  await sql`create table ledger (id integer primary key, total integer not null)`.execute(db)
})

afterAll(() => opened.close())

beforeEach(async () => {
  await sql`delete from ledger`.execute(db)
  await sql`insert into ledger values (1, 0)`.execute(db)
})

const total = async (handle: Kysely<Ledger>) =>
  (await handle.selectFrom('ledger').select('total').where('id', '=', 1).executeTakeFirstOrThrow()).total

async function addOne(trx: Transaction<Ledger>) {
  const { rows } = await sql<{ total: number }>`select total from ledger where id = 1 for update`.execute(trx)
  await trx
    .updateTable('ledger')
    .set({ total: rows[0]!.total + 1 })
    .where('id', '=', 1)
    .execute()
}

test('a transaction that throws leaves nothing behind and passes the error on', async () => {
  const attempt = db.transaction().execute(async (trx) => {
    await addOne(trx)
    throw new Error('changed my mind')
  })
  await expect(attempt).rejects.toThrow('changed my mind')
  expect(await total(db)).toBe(0)
})

test('a refused statement rolls its whole transaction back', async () => {
  const attempt = db.transaction().execute(async (trx) => {
    await addOne(trx)
    await sql`select 1 / 0`.execute(trx)
  })
  await expect(attempt).rejects.toMatchObject({ code: '22012' })
  expect(await total(db)).toBe(0)
})

test('fifty transactions at once on one counter all count', async () => {
  await Promise.all(Array.from({ length: 50 }, () => db.transaction().execute(addOne)))
  expect(await total(db)).toBe(50)
})

test('the outer handle inside a transaction is an error at once, not a wait', async () => {
  const attempt = db.transaction().execute(async (trx) => {
    await addOne(trx)
    await total(db)
  })
  await expect(attempt).rejects.toBeInstanceOf(OuterHandleInTransaction)
  expect(await total(db)).toBe(0)
})

test('so is the reading handle, and a transaction inside a transaction', async () => {
  const readDb = opened.readDb as unknown as Kysely<Ledger>
  await expect(db.transaction().execute(() => total(readDb))).rejects.toBeInstanceOf(OuterHandleInTransaction)
  const nested = db.transaction().execute(() => db.transaction().execute(addOne))
  await expect(nested).rejects.toBeInstanceOf(OuterHandleInTransaction)
})

test('work that a transaction only started may use the outer handle once the transaction is over', async () => {
  let finish = () => {}
  const over = new Promise<void>((resolve) => (finish = resolve))
  let later: Promise<number> = Promise.resolve(-1)
  await db.transaction().execute(async (trx) => {
    await addOne(trx)
    later = over.then(() => total(db))
  })
  finish()
  expect(await later).toBe(1)
})

test('reads and writes beside a transaction wait for their turn and see the whole of it', async () => {
  const seen = await Promise.all([
    db.transaction().execute(async (trx) => {
      await addOne(trx)
      await addOne(trx)
      return total(trx)
    }),
    ...Array.from({ length: 20 }, () => total(db)),
  ])
  expect(seen[0]).toBe(2)
  expect(seen.slice(1).filter((value) => value !== 0 && value !== 2)).toEqual([])
})

test('a savepoint gives up only what came after it', async () => {
  await db.transaction().execute(async (trx) => {
    await addOne(trx)
    await sql`savepoint before_mistake`.execute(trx)
    await sql`insert into ledger values (1, 9)`
      .execute(trx)
      .catch(() => sql`rollback to savepoint before_mistake`.execute(trx))
    await addOne(trx)
  })
  expect(await total(db)).toBe(2)
})

test('a transaction may be asked to be serializable and read only', async () => {
  const attempt = db
    .transaction()
    .setIsolationLevel('serializable')
    .setAccessMode('read only')
    .execute(addOne)
  await expect(attempt).rejects.toMatchObject({ code: '25006' })
})
