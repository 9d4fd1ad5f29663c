import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ExportJob } from '../../../web/src/api/export-calls.ts'
import { ExportDesk } from '../../../web/src/exports/export-desk.svelte.ts'
import { fileSize } from '../../../web/src/exports/file-size.ts'

const job = (changes: Partial<ExportJob> = {}): ExportJob => ({
  ...{ id: 'a', kind: 'hazardLedger', format: 'pdf', edition: 'external', request: { road: 'G109' } },
  ...{ title: '隐患治理台账', state: 'running', done: 1, total: 4, ahead: 0, fileName: null, bytes: null },
  ...{ hash: null, reason: null, madeBy: 'leader', madeAt: '2026-11-23T02:00:00Z' },
  ...{ startedAt: null, finishedAt: null, expiresAt: null },
  ...changes,
})

function deskOver(answers: ExportJob[][]) {
  const calls = {
    exports: vi.fn(() => Promise.resolve({ items: answers.length > 1 ? answers.shift()! : answers[0]! })),
    orderExport: vi.fn(() => Promise.resolve(job())),
    dropExport: vi.fn(() => Promise.resolve(undefined)),
    exportAddress: (id: string) => `/api/exports/${id}/file`,
  }
  return { calls, desk: new ExportDesk(calls, 1_000) }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the exports of a person', () => {
  test('are looked at again as long as one is under way, and no longer', async () => {
    const { calls, desk } = deskOver([[job()], [job({ done: 3 })], [job({ state: 'done', done: 4 })]])
    desk.watch()
    await vi.advanceTimersByTimeAsync(0)
    expect(desk.jobs[0]).toMatchObject({ done: 1 })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(desk.jobs[0]).toMatchObject({ done: 3 })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(desk.jobs[0]).toMatchObject({ state: 'done' })
    expect(calls.exports).toHaveBeenCalledTimes(3)
  })

  test('are left alone when the panel is closed', async () => {
    const { calls, desk } = deskOver([[job()]])
    const stop = desk.watch()
    await vi.advanceTimersByTimeAsync(1_000)
    stop()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(calls.exports).toHaveBeenCalledTimes(2)
  })

  test('one that failed is ordered again as it was asked for', async () => {
    const { calls, desk } = deskOver([[job({ state: 'failed' })]])
    await desk.orderAgain(job({ state: 'failed' }))
    expect(calls.orderExport).toHaveBeenCalledWith({
      kind: 'hazardLedger',
      format: 'pdf',
      edition: 'external',
      request: { road: 'G109' },
    })
    expect(calls.exports).toHaveBeenCalledTimes(1)
  })

  test('what could not be cancelled is said, and the list shows how things stand', async () => {
    const { calls, desk } = deskOver([[job()]])
    const refusal = new Error('not yours')
    calls.dropExport.mockRejectedValueOnce(refusal)
    await desk.drop(job())
    expect(desk.failure).toBe(refusal)
    expect(desk.busyId).toBeNull()
    expect(desk.jobs).toHaveLength(1)
  })

  test('are opened where they are ready', async () => {
    const { desk } = deskOver([[job({ state: 'done' })]])
    const open = vi.fn()
    await desk.fetch(job({ state: 'done' }), open)
    expect(open).toHaveBeenCalledExactlyOnceWith('/api/exports/a/file')
  })

  test('are not opened when the session is over or the file is gone: the page says so instead', async () => {
    const { calls, desk } = deskOver([[job({ state: 'expired' })]])
    const open = vi.fn()
    await desk.fetch(job({ state: 'done' }), open)
    expect(desk.jobs[0]).toMatchObject({ state: 'expired' })
    const refusal = new Error('signed out')
    calls.exports.mockRejectedValueOnce(refusal)
    await desk.fetch(job({ state: 'done' }), open)
    expect(desk.list.error).toBe(refusal)
    expect(open).not.toHaveBeenCalled()
  })

  test('have their size in the units of a file manager', () => {
    expect([512, 1536, 1024 ** 2 * 12.4, 1024 ** 3 * 2].map(fileSize)).toEqual([
      '512 B',
      '1.5 KB',
      '12 MB',
      '2.0 GB',
    ])
  })
})
