import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordChange } from '../../../api/audit/audit.commands.ts'
import { canonicalJson } from '../../../api/audit/canonical-json.ts'
import { systemActor } from '../../../api/http/actor.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'

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
