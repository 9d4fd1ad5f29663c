import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../../api/db/open-database.ts'
import { openTestDatabase } from '../../harness/open-test-database.ts'
import type { TestDatabase } from '../../harness/test-home.ts'
import { startChild } from '../../resilience/child.ts'

const inChild = { timeout: 120_000 }
let home: TestDatabase
let file: string

const titles = '事故编号,事故发生时间,路号,桩号,事故地点,7日内死亡人数,受伤人数,直接财产损失,事故形态'
const rows = [
  '150624201901010001,2019-01-03 08:10,G109,K1046+200,棋盘井收费站附近,0,1,5000,31',
  '150624201901010002,2019-01-05 17:40,G109,K1051+000,棋盘井收费站附近,0,2,5000,31',
  '150624201901010003,2019-01-09 17:40,G109,K1052+000,棋盘井收费站附近,若干,2,5000,31',
]

/** The database belongs to the command alone while it runs: an embedded home is open in one process. */
beforeAll(async () => {
  home = await openTestDatabase({ template: 'gis' })
  await home.closeOnly()
  file = join(home.dataFolder, '一月.csv')
  writeFileSync(file, [titles, ...rows].join('\r\n'))
})
afterAll(() => home.close())

async function run(...more: string[]) {
  const environment = { DATA_FOLDER: home.dataFolder, DATABASE_URL: home.databaseUrl ?? '' }
  const child = startChild(
    '../../.build/service/api/imports/import.command-line.js',
    [file, ...more],
    environment,
  )
  const code = await child.exited
  return { code, said: [...child.lines, child.errors()].join('\n') }
}

async function look() {
  const { dataFolder, databaseUrl } = home
  const opened = await openDatabase({ dataFolder, ...(databaseUrl ? { databaseUrl } : {}) })
  const { rows } = await sql<{ numbers: string[] | null; batches: number; recorded: number }>`
    select (select array_agg(accident_no order by accident_no) from accident) as numbers,
      (select count(*)::int from import_batch) as batches,
      (select count(*)::int from audit_entry where action = 'import.commit') as recorded`.execute(opened.db)
  await opened.close()
  return rows[0]!
}

test('a file is tried first, and committed when that is asked for', inChild, async () => {
  const dry = await run('--kind', 'accidents', '--procedure', 'general', '--report')
  expect(dry.code, dry.said).toBe(0)
  expect(dry.said).toMatch(/新增 2，变更 0，重复 0，待核 1，拒绝 0。/)
  expect(dry.said).toMatch(/1 行：.*若干/)
  expect(dry.said).toContain('一行也没有写入')
  expect((await readFile(`${file}.report.xlsx`)).subarray(0, 2).toString()).toBe('PK')

  const done = await run('--kind', 'accidents', '--procedure', 'general', '--commit')
  expect(done.code, done.said).toBe(0)
  expect(done.said).toMatch(/新增 2，/)
  expect(done.said).toContain('已提交')
  const numbers = ['150624201901010001', '150624201901010002']
  expect(await look()).toEqual({ numbers, batches: 1, recorded: 1 })
})

test.each([['--kind', 'elephants'], ['--knid', 'accidents'], []])(
  '%s %s ends with the usage',
  async (...more) => {
    const wrong = await run(...more)
    expect([wrong.code, wrong.said]).toEqual([1, expect.stringContaining('用法')])
  },
)
