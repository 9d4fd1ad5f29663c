import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyIn, copyOut } from '../../../api/db/copy.ts'
import { openTestDatabase } from '../../harness/open-test-database.ts'
import type { TestDatabase } from '../../harness/test-home.ts'

let opened: TestDatabase
beforeAll(async () => {
  opened = await openTestDatabase({ template: 'empty' })
  await sql`create table wide (id integer, text text)`.execute(opened.db)
  await sql`insert into wide select i, repeat('桩', 2000) from generate_series(1, 40) i`.execute(opened.db)
})
afterAll(() => opened.close())

test('a table larger than one network read is copied out whole, a hundred times in a row', async () => {
  const lengths = new Set<number>()
  for (let time = 0; time < 100; time++) {
    lengths.add((await copyOut(opened.db as never, 'wide', ['id', 'text'])).length)
  }
  const text = Buffer.byteLength('桩'.repeat(2000))
  expect([...lengths]).toEqual([40 * (text + 2) + 9 + 31 * 2])
})

/** Around the sizes at which a driver's stream and a packet are full: there a connection once stayed paused for good. */
const sizes = Array.from({ length: 40 }, (_, index) => 1 + index * 2_500)

test('copies of every size come out whole, one after the other on one connection, and go in again', async () => {
  await opened.db.transaction().execute(async (trx) => {
    await sql`create temporary table piece (size int, text text)`.execute(trx)
    await sql`create temporary table again (size int, text text)`.execute(trx)
    for (const size of sizes) {
      await sql`truncate piece, again`.execute(trx)
      await sql`insert into piece select ${size}, repeat('路', 40) from generate_series(1, ${size}::int / 120 + 1)`.execute(
        trx,
      )
      const out = await copyOut(trx as never, 'piece', ['size', 'text'])
      await copyIn(trx as never, 'again', ['size', 'text'], out)
      const { rows } = await sql<{ same: boolean }>`
        select (select array_agg(piece) from piece)::text = (select array_agg(again) from again)::text as same`.execute(
        trx,
      )
      expect(rows).toEqual([{ same: true }])
    }
  })
})
