import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyOut } from '../../../api/db/copy.ts'
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
