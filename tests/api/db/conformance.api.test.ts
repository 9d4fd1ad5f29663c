import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DatabaseError, isUniqueViolation } from '../../../api/db/database-error.ts'
import { openTestDatabase } from '../../harness/open-test-database.ts'
import type { TestDatabase } from '../../harness/test-home.ts'

interface Probe {
  probe: { id: number; name: string | null; amount: number; owner: number | null }
}

let opened: TestDatabase
let db: Kysely<Probe>

beforeAll(async () => {
  opened = await openTestDatabase({ template: 'empty' })
  db = opened.db as unknown as Kysely<Probe>
  await sql`
    create table probe (
      id integer primary key,
      name text constraint probe_name_unique unique,
      amount integer not null default 0 constraint probe_amount_positive check (amount >= 0),
      owner integer constraint probe_owner_known references probe (id)
    )`.execute(db)
})

afterAll(() => opened.close())

beforeEach(() => sql`delete from probe`.execute(db))

const one = async (query: ReturnType<typeof sql>) =>
  (await query.execute(db)).rows[0] as Record<string, unknown>
const failure = (query: ReturnType<typeof sql>) =>
  query.execute(db).then(
    () => undefined,
    (error: unknown) => error,
  )

describe('what a column reads as', () => {
  test('whole numbers are numbers, also the long ones', async () => {
    const row = await one(
      sql`select 1::int2 as a, 2::int4 as b, 9007199254740991::int8 as c, count(*) as d from probe`,
    )
    expect(row).toEqual({ a: 1, b: 2, c: 9007199254740991, d: 0 })
  })

  test('numeric keeps its digits as text and float8 is a number', async () => {
    expect(await one(sql`select 1.50::numeric(9,2) as a, 0.1::float8 as b`)).toEqual({ a: '1.50', b: 0.1 })
  })

  test('a date is the text of the day and an instant is a Date', async () => {
    const row = await one(sql`select '2025-12-03'::date as day, '2025-12-03 08:30+08'::timestamptz as at,
      '2025-12-03 08:30'::timestamp as wall`)
    expect(row).toEqual({
      day: '2025-12-03',
      at: new Date('2025-12-03T00:30:00Z'),
      wall: '2025-12-03 08:30:00',
    })
  })

  test('the day of an instant is the day in the banner', async () => {
    expect(await one(sql`select '2025-12-02T16:30:00Z'::timestamptz::date as day`)).toEqual({
      day: '2025-12-03',
    })
  })

  test('json is parsed, in both kinds', async () => {
    const row = await one(sql`select '{"a":[1,null]}'::json as a, '"text"'::jsonb as b, 'null'::jsonb as c`)
    expect(row).toEqual({ a: { a: [1, null] }, b: 'text', c: null })
  })

  test('arrays are arrays of the same values', async () => {
    const row = await one(sql`select array['甲','a,"b\\'] as a, array[1,2]::int8[] as b, array[]::text[] as c,
      array['2025-01-01']::date[] as d, array[true,null] as e`)
    expect(row).toEqual({ a: ['甲', 'a,"b\\'], b: [1, 2], c: [], d: ['2025-01-01'], e: [true, null] })
  })

  test('bytes are a plain Uint8Array', async () => {
    const row = await one(sql`select ${new Uint8Array([0, 255, 92])}::bytea as bytes`)
    expect(row.bytes).toEqual(new Uint8Array([0, 255, 92]))
    expect((row.bytes as object).constructor.name).toBe('Uint8Array')
  })

  test('two megabytes of Chinese text come back whole', async () => {
    const text = '鄂托克旗公路'.repeat(120_000)
    expect((await one(sql`select ${text}::text as text`)).text).toBe(text)
  })
})

describe('what a parameter may be', () => {
  test('null, booleans, numbers and instants go in as they come out', async () => {
    const at = new Date('2025-12-03T00:30:00.123Z')
    const row = await one(
      sql`select ${null}::int4 as a, ${true}::bool as b, ${1.5}::float8 as c, ${at}::timestamptz as d`,
    )
    expect(row).toEqual({ a: null, b: true, c: 1.5, d: at })
  })

  test.each([
    ['text', ['甲', 'a,"b\\', '']],
    ['int4', [1, 2]],
    ['float8', [0.1, null]],
    ['bool', [true, false]],
    ['date', ['2025-01-01']],
    ['timestamptz', [new Date('2025-12-03T00:30:00Z')]],
    ['uuid', ['0194c5f0-0000-7000-8000-000000000000']],
    ['text', []],
  ])('an array of %s', async (type, values) => {
    expect(await one(sql`select ${values}::${sql.raw(type)}[] as a`)).toEqual({ a: values })
  })

  test('json text is stored as that json, not as a string of it', async () => {
    const row = await one(
      sql`select ${JSON.stringify({ a: 1 })}::jsonb as a, ${JSON.stringify([1, 2])}::json as b`,
    )
    expect(row).toEqual({ a: { a: 1 }, b: [1, 2] })
  })

  test('an object or an array goes into json as it is', async () => {
    expect(await one(sql`select ${{ a: 1 }}::jsonb as a, ${[1, '二']}::jsonb as b`)).toEqual({
      a: { a: 1 },
      b: [1, '二'],
    })
  })

  test('a number or a boolean may be compared with text', async () => {
    expect(await one(sql`select ${5}::text as a, ${true}::text as b`)).toEqual({ a: '5', b: 'true' })
  })

  test('a Date is refused by a date column, since its day depends on the zone', async () => {
    expect(String(await failure(sql`select ${new Date()}::date as day`))).toContain("takes 'YYYY-MM-DD'")
  })

  test('an undefined parameter is refused', async () => {
    expect(String(await failure(sql`select ${undefined}::int4 as a`))).toContain('undefined')
  })
})

describe('how a refusal reads', () => {
  test('a second row of the same name names the constraint', async () => {
    await sql`insert into probe (id, name) values (1, 'a')`.execute(db)
    const error = await failure(sql`insert into probe (id, name) values (2, 'a')`)
    expect(error).toBeInstanceOf(DatabaseError)
    expect(error).toMatchObject({ code: '23505', constraint: 'probe_name_unique', table: 'probe' })
    expect(isUniqueViolation(error, 'probe_name_unique')).toBe(true)
    expect(isUniqueViolation(error, 'probe_pkey')).toBe(false)
    expect((error as DatabaseError).detail).toContain('(name)=(a)')
  })

  test('an unknown owner, a negative amount and a missing value are told apart', async () => {
    expect(await failure(sql`insert into probe (id, owner) values (1, 9)`)).toMatchObject({
      code: '23503',
      constraint: 'probe_owner_known',
    })
    expect(await failure(sql`insert into probe (id, amount) values (1, -1)`)).toMatchObject({
      code: '23514',
      constraint: 'probe_amount_positive',
    })
    expect(await failure(sql`insert into probe (id, amount) values (1, null)`)).toMatchObject({
      code: '23502',
      column: 'amount',
    })
  })

  test.each([
    ['42601', sql`selec 1`],
    ['42P01', sql`select 1 from nowhere`],
    ['22P02', sql`select ${'x'}::int4`],
    ['22012', sql`select 1 / 0`],
  ])('%s', async (code, query) => {
    expect(await failure(query)).toMatchObject({ name: 'DatabaseError', code })
  })

  test('one statement at a time, so that text can never smuggle in a second', async () => {
    expect(await failure(sql`select 1; select 2`)).toMatchObject({ code: '42601' })
  })
})

test('the number of changed rows is told', async () => {
  await db
    .insertInto('probe')
    .values([
      { id: 1, amount: 1 },
      { id: 2, amount: 1 },
    ])
    .execute()
  const changed = await db.updateTable('probe').set({ amount: 2 }).executeTakeFirst()
  const removed = await db.deleteFrom('probe').where('id', '=', 1).executeTakeFirst()
  expect([changed.numUpdatedRows, removed.numDeletedRows]).toEqual([2n, 1n])
})

// Creating it takes the embedded engine some ten seconds, and three times that beside other work.
test('the extension answers with its version', { timeout: 120_000 }, async () => {
  await sql`create extension if not exists postgis`.execute(db)
  expect(await opened.postgisVersion()).toMatch(/^3\.\d+\.\d+$/)
})
