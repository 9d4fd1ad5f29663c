import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../api/db/open-database.ts'
import { embeddedHome } from '../harness/embedded-home.ts'
import { newRunFolder, removeRunFolder } from '../harness/run-folder.ts'
import { startTestCluster, type TestCluster } from '../harness/test-cluster.ts'
import type { TestDatabase } from '../harness/test-home.ts'
import { startChild } from './child.ts'

const runFolder = newRunFolder()
let cluster: TestCluster
let home: TestDatabase

beforeAll(async () => {
  cluster = await startTestCluster(runFolder)
  home = await embeddedHome(runFolder).openCopy('migrated')
  await home.closeOnly()
})

afterAll(async () => {
  await cluster.stop()
  removeRunFolder(runFolder)
})

async function run(command: string, args: readonly string[], dataFolder: string) {
  const environment = { DATA_FOLDER: dataFolder, DATABASE_URL: '' }
  const child = startChild(`../../.build/service/api/db/${command}.command-line.js`, args, environment)
  return { code: await child.exited, said: [...child.lines, child.errors()].join('\n') }
}

interface Kept {
  readonly rows: number
  readonly last: number
  readonly geometry: string
}

async function look(config: { dataFolder: string; databaseUrl?: string }): Promise<Kept> {
  const opened = await openDatabase(config)
  const { rows } = await sql<Kept>`
    select count(*) as rows, max(sequence) as last,
      md5(string_agg(encode(st_asbinary(geom), 'hex'), '' order by sequence)) as geometry
    from road_section where road_code = 'W1'`.execute(opened.db)
  await opened.close()
  return rows[0]!
}

test('a backup is taken while the service writes, and restores to one moment of it', async () => {
  const service = startChild('./writer.ts', [home.dataFolder])
  await service.untilLine('kept 20')
  const file = join(runFolder, 'running.tar.gz')
  const backup = await run('backup', ['--to', file], home.dataFolder)
  expect(backup).toMatchObject({ code: 0 })
  service.process.kill('SIGTERM')
  expect(await service.exited).toBe(0)

  const elsewhere = mkdtempSync(join(runFolder, 'elsewhere-'))
  expect(await run('restore', ['--from', file], elsewhere)).toMatchObject({ code: 0 })
  const kept = await look({ dataFolder: elsewhere })
  expect(kept.last).toBeGreaterThanOrEqual(20)
  expect(kept.rows).toBe(kept.last)

  const again = await run('restore', ['--from', file], elsewhere)
  expect(again.code).toBe(1)
  expect(again.said).toContain('--replace')
  rmSync(elsewhere, { recursive: true })
})

test('moving to a server carries every row and geometry, and a second move is refused', async () => {
  const admin = postgres(cluster.url, { max: 1 })
  await admin`create database moved`
  await admin.end()
  const databaseUrl = cluster.url.replace(/postgres$/, 'moved')
  const moved = await run('move', ['--to', databaseUrl], home.dataFolder)
  expect(moved).toMatchObject({ code: 0 })
  expect(await look({ dataFolder: home.dataFolder, databaseUrl })).toEqual(
    await look({ dataFolder: home.dataFolder }),
  )

  const again = await run('move', ['--to', databaseUrl], home.dataFolder)
  expect(again.code).toBe(1)
  expect(again.said).toContain('is not empty')
})
