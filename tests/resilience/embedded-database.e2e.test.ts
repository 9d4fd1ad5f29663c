import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../api/db/open-database.ts'
import { embeddedHome } from '../harness/embedded-home.ts'
import { newRunFolder, removeRunFolder } from '../harness/run-folder.ts'
import type { TestDatabase } from '../harness/test-home.ts'
import { startChild, type Child } from './child.ts'

const runFolder = newRunFolder({ onDisk: true })
let home: TestDatabase

beforeAll(async () => {
  home = await embeddedHome(runFolder).openCopy('migrated')
  await home.closeOnly()
})

afterAll(() => removeRunFolder(runFolder))

const kept = (child: Child) =>
  child.lines.filter((line) => line.startsWith('kept ')).map((line) => Number(line.slice('kept '.length)))

const found = async (child: Child) =>
  JSON.parse((await child.untilLine('found ')).slice('found '.length)) as { ids: number[]; torn: number }

async function kill(child: Child) {
  child.process.kill('SIGKILL')
  await child.exited
}

test('a second process on the same folder is refused in both languages and the first goes on', async () => {
  const first = startChild('./writer.ts', [home.dataFolder])
  await first.untilLine('kept ')
  const second = startChild('./writer.ts', [home.dataFolder])
  expect(await second.exited).toBe(1)
  expect(second.errors()).toContain(`正由进程 ${first.process.pid} 使用`)
  expect(second.errors()).toContain(`is in use by process ${first.process.pid}`)
  expect(second.errors()).toContain(home.dataFolder)
  const before = kept(first).length
  await pause(500)
  expect(kept(first).length).toBeGreaterThan(before)
  await kill(first)
})

test('on SIGTERM it finishes the write, closes and lets the folder go', async () => {
  const first = startChild('./writer.ts', [home.dataFolder])
  await first.untilLine('kept ')
  first.process.kill('SIGTERM')
  expect(await first.exited).toBe(0)
  expect(first.lines.at(-1)).toBe('closed')
  const next = startChild('./writer.ts', [home.dataFolder])
  expect((await found(next)).ids).toEqual(expect.arrayContaining(kept(first)))
  await kill(next)
})

test('killed during its first start, the next start begins afresh and succeeds', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'otog-first-start-'))
  const child = startChild('./first-start.ts', [dataFolder])
  await child.untilLine('progress')
  await pause(1_500)
  await kill(child)
  const opened = await openDatabase({ dataFolder })
  expect(await opened.postgisVersion().catch((error: { code: string }) => error.code)).toBe('42883')
  await opened.close()
  rmSync(dataFolder, { recursive: true })
})

test('of eight processes that find a dead owner at the same instant exactly one gets the folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'otog-lock-'))
  for (let round = 0; round < 3; round++) {
    const signal = join(folder, `go-${round}`)
    const children = Array.from({ length: 8 }, () => startChild('./locker.ts', [folder, signal]))
    // The instant is named once all of them wait for it, however slowly a busy machine starts them.
    await Promise.all(children.map((child) => child.untilLine('ready')))
    writeFileSync(`${signal}.draft`, String(Date.now() + 500))
    renameSync(`${signal}.draft`, signal)
    const results = await Promise.all(children.map((child) => child.untilLine('result ')))
    expect(results.filter((line) => line === 'result won')).toHaveLength(1)
    // Killed, not stopped: the next round finds the lock of a dead process.
    await Promise.all(children.map(kill))
  }
  rmSync(folder, { recursive: true })
})
