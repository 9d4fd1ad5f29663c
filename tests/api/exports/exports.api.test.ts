import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  dropExport,
  fetchExport,
  orderExport,
  requireOwnJob,
} from '../../../api/exports/export-job.commands.ts'
import type { ExportJob, ExportJobList } from '../../../api/exports/export-job.schema.ts'
import '../../../api/exports/export-job.table.ts'
import type { ExportKind } from '../../../api/exports/export-kind.ts'
import { newExportServices, type ExportServices } from '../../../api/exports/export-services.ts'
import { tidyExports } from '../../../api/exports/tidy-exports.commands.ts'
import type { Actor } from '../../../api/http/actor.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { registered } from '../hazards/new-hazard.ts'

const start = new Date('2026-11-23T02:00:00Z')
const minutes = (count: number) => new Date(start.getTime() + count * 60_000)

let app: TestApp
let leader: Actor
beforeAll(async () => {
  app = await openTestApp({ template: 'gis', now: start })
  await registered(app)
  await registered(app, { road: 'S216', fromStake: 'K38+000' })
  const { id } = await app.database.db
    .selectFrom('user_account')
    .select('id')
    .where('username', '=', 'leader')
    .executeTakeFirstOrThrow()
  leader = { id, username: 'leader', displayName: 'leader', personKind: 'sworn', department: 'D00' }
})
afterAll(() => app.close())

const order = (who: string, body: unknown) => app.as(who)('/api/exports', { body })
const ledger = (changes: Record<string, unknown> = {}) => ({
  kind: 'hazardLedger',
  format: 'docx',
  ...changes,
})
const look = async (who: string, id: string) =>
  (await (await app.as(who)(`/api/exports/${id}`)).json()) as ExportJob
const auditOf = async (id: string) => {
  const entries = app.database.db.selectFrom('audit_entry').select(['action', 'actor_name', 'after'])
  return entries.where('object_id', '=', id).orderBy('sequence').execute()
}
const folder = () => join(app.database.dataFolder, 'exports')

/** The last event of its progress: the stream ends where the export rests. */
async function finished(who: string, id: string): Promise<ExportJob> {
  const events = await (await app.as(who)(`/api/exports/${id}/events`)).text()
  const last = events.trim().split('\n\n').at(-1)!
  return JSON.parse(/^data: (.*)$/m.exec(last)![1]!) as ExportJob
}

async function ordered(who: string, body: unknown): Promise<ExportJob> {
  const answer = await order(who, body)
  expect(answer.status).toBe(202)
  return (await answer.json()) as ExportJob
}

describe('an export of the ledger', () => {
  test('is made in the background, fetched by name, and told in the trail', async () => {
    const job = await ordered('leader', ledger())
    expect(job).toMatchObject({
      title: '隐患治理台账（全部）',
      total: 2,
      madeBy: 'leader',
      edition: 'internal',
    })
    const done = await finished('leader', job.id)
    expect(done).toMatchObject({ state: 'done', done: 2, fileName: '隐患治理台账（2026-11-23）.docx' })
    expect(done.expiresAt).toBe('2026-11-30T02:00:00.000Z')

    const answer = await app.as('leader')(`/api/exports/${job.id}/file`)
    expect(answer.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('隐患治理台账（2026-11-23）.docx')}`,
    )
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(bytes.length).toBe(done.bytes)
    const text = new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])
    expect(text).toContain('G109 K1046+200 平交路口')
    expect(text).toContain('筛选条件：全部')
    expect((await auditOf(job.id)).map(({ action }) => action)).toEqual([
      'exportJob.order',
      'exportJob.make',
      'exportJob.download',
    ])
    expect((await auditOf(job.id))[1]!.after).toMatchObject({ hash: done.hash, bytes: done.bytes })
  })

  test('holds what the filter shows, and an external copy less', async () => {
    const job = await ordered('leader', ledger({ request: { road: 'S216' }, edition: 'external' }))
    expect(job).toMatchObject({ title: '隐患治理台账（道路：S216）', total: 1 })
    await finished('leader', job.id)
    const answer = await app.as('leader')(`/api/exports/${job.id}/file`)
    const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    const text = new TextDecoder().decode(parts['word/document.xml'])
    expect(text).not.toContain('K1046+200')
    expect(text).not.toContain('YH-150624')
    expect(text).toContain('对外版')
  })

  test('is refused where nothing matches, and for a kind, a format or a filter that there is not', async () => {
    const refused = [
      ledger({ request: { road: 'G65' } }),
      ledger({ request: { from: 'yesterday' } }),
      ledger({ format: 'xls' }),
      { kind: 'everything', format: 'pdf' },
    ]
    for (const body of refused) expect((await order('leader', body)).status).toBe(422)
    const problem = (await (await order('leader', refused[3])).json()) as { detail: string }
    expect(problem.detail).toContain('hazardLedger')
    const named = (await (await order('leader', refused[1])).json()) as { errors: { message: string }[] }
    expect(named.errors).toMatchObject([{ path: 'request.from' }])
    expect(named.errors[0]!.message).not.toContain('\u001f')
    expect((await order('admin', ledger())).status).toBe(403)
  })

  test('is nobody else’s: not to see, not to fetch, not to cancel', async () => {
    const { id } = await ordered('leader', ledger({ format: 'pdf' }))
    await finished('leader', id)
    for (const path of [`/api/exports/${id}`, `/api/exports/${id}/file`, `/api/exports/${id}/events`])
      expect((await app.as('clerk')(path)).status).toBe(403)
    expect((await app.as('clerk')(`/api/exports/${id}`, { method: 'DELETE' })).status).toBe(403)
    const theirs = (await (await app.as('clerk')('/api/exports')).json()) as ExportJobList
    expect(theirs.items).toEqual([])
    const own = (await (await app.as('leader')('/api/exports')).json()) as ExportJobList
    expect(own.items[0]).toMatchObject({ id, state: 'done' })
  })

  test('is taken off the list and off the disk', async () => {
    const { id } = await ordered('leader', ledger())
    await finished('leader', id)
    expect(existsSync(join(folder(), id))).toBe(true)
    expect((await app.as('leader')(`/api/exports/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect(existsSync(join(folder(), id))).toBe(false)
    expect((await app.as('leader')(`/api/exports/${id}`)).status).toBe(404)
  })

  test('is kept for seven days', async () => {
    const { id } = await ordered('leader', ledger())
    await finished('leader', id)
    app.setNow(minutes(7 * 24 * 60 + 1))
    try {
      expect(await look('leader', id)).toMatchObject({ state: 'expired' })
      const answer = await app.as('leader')(`/api/exports/${id}/file`)
      expect(answer.status).toBe(404)
      expect(existsSync(join(folder(), id))).toBe(false)
    } finally {
      app.setNow(start)
    }
  })
})

/** Writes a piece each time the test lets it. */
function slowKind() {
  let release = () => {}
  const given: string[] = []
  const kind: ExportKind = {
    kind: 'slow',
    permission: 'business:read',
    formats: ['pdf'],
    plan: () => Promise.resolve({ total: 3, title: { zh: '慢', en: 'slow' } }),
    write: (_exporting, _order, { signal, onDone }) => {
      async function* bytes() {
        for (let piece = 1; piece <= 3; piece += 1) {
          signal.throwIfAborted()
          onDone(piece)
          given.push(`piece ${piece}`)
          yield new Uint8Array(200_000).fill(piece)
          await new Promise<void>((resolve) => (release = resolve))
        }
      }
      return Promise.resolve({ fileName: '慢.pdf', contentType: 'application/pdf', bytes: bytes() })
    },
  }
  return { kind, given, letOn: () => release() }
}

const brokenKind = (error: Error): ExportKind => ({
  ...slowKind().kind,
  kind: 'broken',
  write: () => Promise.reject(error),
})

function services(kinds: readonly ExportKind[], now = () => start): ExportServices {
  const { db, dataFolder } = app.database
  const place = join(dataFolder, 'slow-exports')
  return newExportServices({ db, now, folder: place, kinds, isAlone: false, onError: () => undefined })
}
const until = async (isSo: () => boolean | Promise<boolean>) =>
  expect.poll(isSo, { interval: 20, timeout: 5_000 }).toBe(true)
const slow = { kind: 'slow', format: 'pdf', request: {}, edition: 'internal' } as const
const stateOf = async (at: ExportServices, id: string) => (await requireOwnJob(at, id, leader)).state

describe('exports under way', () => {
  test('one is made at a time; the next waits and says behind how many', async () => {
    const { kind, given, letOn } = slowKind()
    const at = services([kind])
    const first = await orderExport(at, slow, leader)
    const second = await orderExport(at, slow, leader)
    await until(() => given.length === 1)
    expect(await stateOf(at, first)).toBe('running')
    expect(await requireOwnJob(at, second, leader)).toMatchObject({ state: 'waiting', ahead: 1 })
    await expect(fetchExport(at, first, leader)).rejects.toThrow('not ready')
    await dropExport(at, second, leader)
    await until(() => (letOn(), !at.live.has(first)))
    expect(await stateOf(at, first)).toBe('done')
    expect(await stateOf(at, second)).toBe('cancelled')
    expect(given).toEqual(['piece 1', 'piece 2', 'piece 3'])
  })

  test('one that is cancelled in the middle writes no further piece and leaves nothing on the disk', async () => {
    const { kind, given, letOn } = slowKind()
    const at = services([kind])
    const id = await orderExport(at, slow, leader)
    await until(() => existsSync(join(at.folder, `${id}.part`)))
    expect(existsSync(join(at.folder, id))).toBe(false)
    await dropExport(at, id, leader)
    letOn()
    await until(() => !at.live.has(id))
    expect(given).toEqual(['piece 1'])
    expect(await stateOf(at, id)).toBe('cancelled')
    expect(readdirSync(at.folder).filter((name) => name.startsWith(id))).toEqual([])
    await expect(fetchExport(at, id, leader)).rejects.toThrow('did not finish')
    expect((await auditOf(id)).map(({ action }) => action)).toEqual(['exportJob.order', 'exportJob.cancel'])
  })

  test('one that breaks says what to do, and the next is made all the same', async () => {
    const at = services([brokenKind(Object.assign(new Error('full'), { code: 'ENOSPC' })), slowKind().kind])
    const id = await orderExport(at, { ...slow, kind: 'broken' }, leader)
    await until(() => !at.live.has(id))
    const job = await requireOwnJob(at, id, leader)
    expect(job.state).toBe('failed')
    expect(job.reason?.zh).toContain('磁盘空间不足')
    expect((await auditOf(id)).at(-1)).toMatchObject({ action: 'exportJob.fail' })
  })

  test('what was under way when its service stopped is marked, its rest removed, and a living one left alone', async () => {
    const { kind, given, letOn } = slowKind()
    const living = services([kind])
    const id = await orderExport(living, slow, leader)
    await until(() => given.length === 1)
    await tidyExports(services([kind], () => minutes(0.5)))
    expect(await stateOf(living, id)).toBe('running')

    living.live.delete(id)
    const restarted = services([kind], () => minutes(2))
    await tidyExports(restarted)
    const job = await requireOwnJob(restarted, id, leader)
    expect(job.state).toBe('failed')
    expect(job.reason?.zh).toContain('服务停止过')
    expect(existsSync(join(restarted.folder, `${id}.part`))).toBe(false)
    letOn()
  })

  test('tidying up while one is being finished takes nothing away that may be fetched', async () => {
    const { kind, letOn } = slowKind()
    const at = services([kind])
    const ids: string[] = []
    for (let count = 0; count < 5; count += 1) ids.push(await orderExport(at, slow, leader))
    while (at.live.size > 0) {
      letOn()
      await tidyExports(at)
    }
    await tidyExports(at)
    for (const id of ids) {
      const { stream } = await fetchExport(at, id, leader)
      stream.destroy()
    }
  })

  test('five of one person are enough at a time', async () => {
    const { kind, letOn } = slowKind()
    const at = services([kind])
    const ids: string[] = []
    for (let count = 0; count < 5; count += 1) ids.push(await orderExport(at, slow, leader))
    await expect(orderExport(at, slow, leader)).rejects.toThrow('under way')
    for (const id of ids) await dropExport(at, id, leader)
    await until(() => (letOn(), at.live.size === 0))
  })
})
