import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anchorChain } from '../../../api/audit/anchor-chain.commands.ts'
import { recordChange } from '../../../api/audit/audit.commands.ts'
import { verifyChain } from '../../../api/audit/verify-chain.commands.ts'
import { systemActor } from '../../../api/http/actor.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'

const at = new Date('2026-11-23T02:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'otog-anchor-'))
const anchorFile = join(folder, 'anchors.jsonl')
let service: TestApp
const db = () => service.database.db

beforeAll(async () => {
  service = await openTestApp({ template: 'demo' })
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

const record = (objectId: string, after: unknown, action = 'test.write', actor = systemActor) =>
  db()
    .transaction()
    .execute((trx) => recordChange(trx, actor, { action, objectType: 'test', objectId, after, at }))

const audit = async (query: string, user = 'audit') => {
  const answer = await service.as(user)(`/api/audit?${query}`)
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { items: Record<string, unknown>[]; nextCursor?: string }) ?? {}
}
const headOf = async () =>
  (await sql<{ head: number }>`select max(sequence)::int as head from audit_entry`.execute(db())).rows[0]!
    .head

class Mended extends Error {}

/** What somebody with all rights could do, looked at, and undone. */
async function findingsAfter(...tampering: ReturnType<typeof sql>[]) {
  let findings: unknown[] = []
  await db()
    .transaction()
    .execute(async (trx) => {
      await sql`alter table audit_entry disable trigger user`.execute(trx)
      await sql`alter table audit_anchor disable trigger user`.execute(trx)
      for (const statement of tampering) await statement.execute(trx)
      const verification = await verifyChain(trx, { at, anchorFile })
      expect(verification.holds).toBe(verification.findings.length === 0)
      findings = verification.findings.map(({ text: _text, ...finding }) => finding)
      throw new Mended()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Mended)) throw error
    })
  return findings
}

describe('the trail', () => {
  test('refuses to be changed, deleted from or emptied, and so do its anchors', async () => {
    await record('fixed', { kept: true })
    await anchorChain(db(), { day: '2026-11-21', file: anchorFile })
    for (const statement of [
      sql`update audit_entry set reason = 'other'`,
      sql`delete from audit_entry`,
      sql`truncate audit_entry`,
      sql`update audit_anchor set sequence = 1`,
      sql`delete from audit_anchor`,
      sql`truncate audit_anchor`,
    ])
      await expect(statement.execute(db())).rejects.toMatchObject({ code: '42501' })
  })

  test('holds, and says up to where it is anchored', async () => {
    const before = await headOf()
    expect(await anchorChain(db(), { day: '2026-11-22', file: anchorFile })).toMatchObject({
      sequence: before,
    })
    expect(await anchorChain(db(), { day: '2026-11-22', file: anchorFile })).toBeUndefined()
    for (const value of [1, 2, 3, 4, 5, 6]) await record(`row ${value}`, { value, 中: [null, 1.5] })
    await anchorChain(db(), { day: '2026-11-23', file: anchorFile })
    const answer = await service.as('audit')('/api/audit/verify')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      holds: true,
      anchors: 3,
      anchoredUpTo: before + 6,
      anchoredOn: '2026-11-23',
      findings: [],
    })
    for (const username of ['admin', 'accident', 'squad'])
      expect((await service.as(username)('/api/audit/verify')).status).toBe(403)
    expect(await findingsAfter()).toEqual([])
  })

  test('names what was done to it', async () => {
    const head = (
      await db()
        .selectFrom('audit_anchor')
        .select('sequence')
        .orderBy('day', 'desc')
        .executeTakeFirstOrThrow()
    ).sequence
    const row = head - 3
    const changed = [{ kind: 'changed', from: row, to: row }]
    for (const statement of [
      sql`update audit_entry set after = '{"value": 99}' where sequence = ${row}`,
      sql`update audit_entry set actor_name = '别人' where sequence = ${row}`,
      sql`update audit_entry set at = at - interval '1 day' where sequence = ${row}`,
      sql`update audit_entry set address = '10.0.0.1' where sequence = ${row}`,
    ])
      expect(await findingsAfter(statement)).toEqual(changed)
    expect(await findingsAfter(sql`delete from audit_entry where sequence = ${row}`)).toEqual([
      { kind: 'missing', from: row, to: row },
    ])
    const latest = await headOf()
    expect(await findingsAfter(sql`delete from audit_entry where sequence > ${row}`)).toEqual([
      { kind: 'cut', from: row + 1, to: head, day: '2026-11-23' },
    ])
    const swapped = await findingsAfter(
      sql`update audit_entry set sequence = -1 where sequence = ${row}`,
      sql`update audit_entry set sequence = ${row} where sequence = ${row + 1}`,
      sql`update audit_entry set sequence = ${row + 1} where sequence = -1`,
    )
    expect(swapped).toEqual([
      { kind: 'moved', from: row, to: row, was: row + 1 },
      { kind: 'moved', from: row + 1, to: row + 1, was: row },
    ])
    const inserted = await findingsAfter(
      sql`update audit_entry set sequence = -sequence where sequence >= ${row}`,
      sql`update audit_entry set sequence = 1 - sequence where sequence < 0`,
      sql`insert into audit_entry (sequence, at, actor_id, actor_name, person_kind, department, action, object_type, object_id, previous_hash, hash)
        select ${row}, at, actor_id, actor_name, person_kind, department, 'test.forged', object_type, object_id, hash, md5('x')
        from audit_entry where sequence = ${row - 1}`,
    )
    expect(inserted).toContainEqual({ kind: 'inserted', from: row, to: row })
    expect(inserted).toContainEqual({ kind: 'moved', from: row + 1, to: latest + 1, was: row })
  })

  test('is held against its anchors, and these against the file outside the database', async () => {
    const cutWithAnchors = await findingsAfter(
      sql`delete from audit_entry where sequence > (select sequence from audit_anchor where day = '2026-11-22')`,
      sql`delete from audit_anchor where day = '2026-11-23'`,
    )
    expect(cutWithAnchors).toContainEqual(expect.objectContaining({ kind: 'cut', day: '2026-11-23' }))
    expect(cutWithAnchors).toContainEqual({ kind: 'anchorDiffers', day: '2026-11-23' })
    expect(
      await findingsAfter(sql`update audit_anchor set sequence = sequence - 1 where day = '2026-11-22'`),
    ).toContainEqual({ kind: 'anchorChanged', day: '2026-11-22' })
    const half = join(folder, 'half.jsonl')
    writeFileSync(half, '{"day":"2026-11-')
    expect((await verifyChain(db(), { at, anchorFile: half })).holds).toBe(true)
  })
})

describe('reading the trail', () => {
  test('by day, person, department, kind of act and object, in pages', async () => {
    const officer = {
      ...systemActor,
      id: '019a0000-0000-7000-8000-0000000000aa',
      displayName: '白音',
      department: 'N04',
    }
    await record('found', { a: 1 }, 'hazard.close', {
      ...officer,
      address: '192.168.1.20',
      device: 'Chrome 128',
    })
    await record('found', { a: 2 }, 'hazard.reopen', officer)
    const sequences = async (query: string) => (await audit(query)).items.map(({ action }) => action)
    expect(await sequences('actor=白音')).toEqual(['hazard.reopen', 'hazard.close'])
    expect(await sequences('actor=白音&action=hazard.close')).toEqual(['hazard.close'])
    expect(await sequences('actor=白音&action=*.reopen')).toEqual(['hazard.reopen'])
    expect(await sequences('actor=白音&department=N05')).toEqual([])
    expect(await sequences('objectType=test&objectId=found')).toHaveLength(2)
    expect(await sequences('actor=白音&from=2026-11-23&to=2026-11-23')).toHaveLength(2)
    expect(await sequences('actor=白音&from=2026-11-24')).toEqual([])
    const first = await audit('actor=白音&limit=1')
    expect(first.items[0]).toMatchObject({ action: 'hazard.reopen', address: null })
    const second = await audit(`actor=白音&limit=1&cursor=${first.nextCursor}`)
    expect(second.items[0]).toMatchObject({ address: '192.168.1.20', device: 'Chrome 128' })
    expect(second.nextCursor).toBeUndefined()
  })

  test('without a right to business data: who, when and what kind of act, not what was written', async () => {
    const [{ id }] = (
      (await (await service.as('leader')('/api/hazards?limit=1&status=40')).json()) as {
        items: [{ id: string }]
      }
    ).items
    const body = { action: 'progress', progressText: '护栏基础已浇筑' }
    expect((await service.as('accident')(`/api/hazards/${id}/transitions`, { body })).status).toBe(200)
    const query = `objectId=${id}&action=hazard.progress`
    const [whole] = (await audit(query)).items
    expect(whole).toMatchObject({ isMasked: false, after: { progressText: '护栏基础已浇筑' } })
    const [seen] = (await audit(query, 'admin')).items
    expect(seen).toEqual({
      ...whole,
      isMasked: true,
      before: { version: expect.any(Number), status: '***', dueDate: '***' },
      after: { version: expect.any(Number), status: '***', progressText: '***' },
    })
    const everything = await service.as('admin')('/api/audit?limit=500')
    const text = await everything.text()
    for (const said of ['护栏基础', '征地', '鄂公交']) expect(text).not.toContain(said)
    // Its own affairs it sees whole.
    const account = { username: 'newcomer', displayName: '新某', personKind: 'civilian', department: 'N01' }
    const made = await service.as('admin')('/api/users', { body: account })
    expect(made.status, await made.clone().text()).toBe(201)
    const [own] = (await audit('objectType=user_account', 'admin')).items
    expect(own).toMatchObject({ isMasked: false, after: { username: 'newcomer' } })
  })

  test('as a file, which no spreadsheet computes and which is in the trail itself', async () => {
    await record('formula', { text: '=1+1' }, 'test.write', { ...systemActor, displayName: '=cmd()' })
    for (const username of ['admin', 'squad'])
      expect((await service.as(username)('/api/audit?format=csv')).status).toBe(403)
    const answer = await service.as('audit')('/api/audit?format=csv&objectId=formula')
    expect(answer.headers.get('content-disposition')).toContain('audit.csv')
    const csv = await answer.text()
    expect(csv).toContain("'=cmd()")
    expect(csv).not.toMatch(/(^|,)=/m)
    expect((await audit('action=audit.export')).items[0]).toMatchObject({
      department: 'N03',
      after: { format: 'csv', rows: 1, filter: { objectId: 'formula' } },
    })
  })
})

describe('what leaves the system', () => {
  test.each([
    ['accident', '/api/accidents?format=csv&from=2025-01-01&to=2025-12-03&road=G109', 58],
    ['accident', '/api/accidents?format=xlsx&from=2025-01-01&to=2025-12-03&road=G109', 58],
    ['accident', '/api/accidents?format=geojson&from=2025-01-01&to=2025-12-03&road=G109', 58],
    ['hazard', '/api/hazards?format=csv', 26],
    ['hazard', '/api/hazards?format=geojson', 26],
    ['facility', '/api/facilities?format=xlsx', undefined],
  ])('%s by %s is in the trail, with its filter and its rows', async (kind, path, rows) => {
    const before = await headOf()
    expect((await service.as('accident')(path)).status).toBe(200)
    const { items } = await audit(`objectType=${kind}&action=${kind}.export&limit=1`)
    expect(items[0]!.sequence).toBe(before + 1)
    const format = new URL(path, 'http://x').searchParams.get('format')
    expect(items[0]).toMatchObject({ department: 'N04', after: { format, filter: {} } })
    if (rows) expect(items[0]!.after).toMatchObject({ rows })
  })

  test('is told apart from what our own page draws and lists', async () => {
    const before = await headOf()
    const headers = { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty' }
    for (const path of ['/api/accidents?format=geojson', '/api/hazards?format=geojson'])
      expect((await service.as('squad')(path, { headers })).status).toBe(200)
    for (const path of ['/api/accidents', '/api/hazards', '/api/facilities'])
      expect((await service.as('squad')(path)).status).toBe(200)
    expect(await headOf()).toBe(before)
  })

  test('includes supervision lists, drafts too', async () => {
    const [hazard] = (
      (await (await service.as('leader')('/api/hazards?limit=1')).json()) as { items: { id: string }[] }
    ).items
    const body = { title: '清单', hazardIds: [hazard!.id], calibre: 'general', cutoffOn: '2025-12-03' }
    const made = await service.as('leader')('/api/supervision-lists', { method: 'POST', body })
    const { id } = (await made.json()) as { id: string }
    expect((await service.as('clerk')(`/api/supervision-lists/${id}?format=csv`)).status).toBe(200)
    expect((await audit(`objectId=${id}&action=*.export`)).items).toMatchObject([
      { action: 'supervisionList.export', department: 'N01', after: { format: 'csv', rows: 1 } },
    ])
  })
})
