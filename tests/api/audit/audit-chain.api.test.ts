import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { recordChange } from '../../../api/audit/audit.commands.ts'
import { keepAnchored } from '../../../api/audit/keep-anchored.commands.ts'
import { canonicalJson } from '../../../api/audit/canonical-json.ts'
import { systemActor } from '../../../api/http/actor.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import type { TestDatabase } from '../../harness/test-home.ts'

const run = promisify(execFile)

let service: TestApp
beforeAll(async () => {
  service = await openTestApp()
})
afterAll(() => service.close())

const at = new Date('2026-11-23T02:00:00Z')
const record = (objectId: string, after: unknown) =>
  service.database.db
    .transaction()
    .execute((trx) =>
      recordChange(trx, systemActor, { action: 'test.write', objectType: 'test', objectId, after, at }),
    )

describe('the audit log', () => {
  test('twenty writers at once make one unbroken chain whose hashes can be computed again', async () => {
    const values = Array.from({ length: 20 }, (_, i) => ({ z: i, a: ['中', { y: null, x: 1.5 }] }))
    await Promise.all(values.map((value, i) => record(String(i), value)))
    const entries = await service.database.db
      .selectFrom('audit_entry')
      .selectAll()
      .orderBy('sequence')
      .execute()
    let previous = ''
    for (const { hash, ...entry } of entries) {
      expect(entry.previous_hash).toBe(previous)
      const { address, device, ...covered } = entry
      const stored = {
        ...covered,
        ...(address === null ? {} : { address }),
        ...(device === null ? {} : { device }),
        before: entry.before === null ? null : canonicalJson(entry.before),
        after: entry.after === null ? null : canonicalJson(entry.after),
      }
      expect(createHash('sha256').update(canonicalJson(stored)).digest('hex')).toBe(hash)
      previous = hash
    }
    expect(entries.length).toBeGreaterThanOrEqual(20)
  })

  test('an entry can be neither changed nor deleted', async () => {
    await record('fixed', { kept: true })
    const { db } = service.database
    await expect(db.updateTable('audit_entry').set({ reason: 'other' }).execute()).rejects.toThrow()
    await expect(db.deleteFrom('audit_entry').execute()).rejects.toThrow()
  })
})

describe('npm run audit:verify', () => {
  vi.setConfig({ testTimeout: 60_000 })

  /** As a shell runs it: what it printed, and its exit code. */
  async function verify() {
    const { databaseUrl = '', dataFolder } = service.database as TestDatabase
    const env = { ...process.env, DATABASE_URL: databaseUrl, DATA_FOLDER: dataFolder }
    const file = '.build/service/api/audit/audit-verify.command-line.js'
    return run(process.execPath, [file], { env }).then(
      ({ stdout }) => ({ code: 0, output: stdout }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
        code,
        output: stdout + stderr,
      }),
    )
  }

  test('proves the trail beside the running service, and names the entry that was changed', async () => {
    const { db } = service.database
    await keepAnchored(service.database, {
      file: undefined,
      now: () => at,
      dayOf: () => '2026-11-23',
      onError: (error) => expect.unreachable(String(error)),
    })
    const whole = await verify()
    expect(whole).toMatchObject({ code: 0 })
    expect(whole.output).toContain('审计记录完整')
    expect(whole.output).toContain('The audit trail holds')
    await sql`alter table audit_entry disable trigger user`.execute(db)
    await sql`update audit_entry set reason = '改过' where sequence = 2`.execute(db)
    await sql`alter table audit_entry enable trigger user`.execute(db)
    const changed = await verify()
    expect(changed.code).toBe(1)
    expect(changed.output).toContain('第 2 条被改动')
    expect(changed.output).toContain('Entry 2: changed')
  })

  test('proves it when the service does not run', async () => {
    await (service.database as TestDatabase).closeOnly()
    const stopped = await verify()
    expect(stopped.code).toBe(1)
    expect(stopped.output).toContain('第 2 条被改动')
  })
})
