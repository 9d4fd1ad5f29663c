import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiProblem } from '../../../api/client.ts'
import type { ImportBatch, ImportRow } from '../../../web/src/api/import-types.ts'
import { ImportBatchState } from '../../../web/src/imports/import-batch.svelte.ts'
import type { AppState } from '../../../web/src/state/app-state.svelte.ts'

const rowAt = (row: number): ImportRow =>
  ({ row, rows: [row], outcome: 'new', findings: [], cells: [] }) as unknown as ImportRow
const counts = { new: 3, changed: 0, duplicate: 0, check: 2, refused: 0 }
const batchIn = (status: ImportBatch['status'], part: Partial<ImportBatch> = {}): ImportBatch =>
  ({
    id: 'b',
    version: 4,
    status,
    counts,
    rows: [rowAt(0), rowAt(1)],
    nextCursor: 'c1',
    ...part,
  }) as ImportBatch

/** As the browser's, driven by the test. */
class Stream extends EventTarget {
  static last: Stream | undefined
  static readonly CLOSED = 2
  readyState = 1
  isClosed = false
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
    Stream.last = this
  }
  close() {
    this.isClosed = true
  }
  say(data: unknown) {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(data) }))
  }
}

function stateOver(calls: Record<string, unknown>) {
  const app = { calls, data: { forget: vi.fn() }, refresh: vi.fn() }
  return { app, open: new ImportBatchState(app as unknown as AppState, 'b') }
}

describe('one file in the hand', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('EventSource', Stream)
    Stream.last = undefined
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  test('further rows are asked for with the cursor and follow those that are there', async () => {
    const importRows = vi.fn(async () => ({ items: [rowAt(2)], nextCursor: null }))
    const { open } = stateOver({ importBatch: async () => batchIn('preview'), importRows })
    await open.load()
    await open.more()
    await open.more()
    expect(importRows).toHaveBeenCalledExactlyOnceWith('b', { outcome: undefined, cursor: 'c1' })
    expect(open.rows.map(({ row }) => row)).toEqual([0, 1, 2])
  })

  test('a sort that is asked for replaces the rows, and its own count is the total', async () => {
    const importRows = vi.fn(async () => ({ items: [rowAt(7)], nextCursor: null }))
    const { open } = stateOver({ importBatch: async () => batchIn('preview'), importRows })
    await open.load()
    await open.show('check')
    expect(importRows).toHaveBeenCalledWith('b', { outcome: 'check', cursor: undefined })
    expect(open.rows.map(({ row }) => row)).toEqual([7])
    expect(open.total).toBe(2)
  })

  test('a reload in the middle of a commit follows it to its end and then refreshes the map', async () => {
    const answers = [batchIn('committing'), batchIn('committed')]
    const { app, open } = stateOver({ importBatch: vi.fn(async () => answers.shift()) })
    await open.load()
    expect(Stream.last?.url).toBe('/api/imports/b/events')
    Stream.last?.say({
      phase: 'committing',
      done: 50,
      total: 100,
      share: 0.5,
      rowsPerSecond: 10,
      secondsLeft: 5,
    })
    expect(open.progress?.done).toBe(50)
    Stream.last?.say({
      phase: 'committed',
      done: 100,
      total: 100,
      share: 1,
      rowsPerSecond: 10,
      secondsLeft: 0,
    })
    await vi.advanceTimersByTimeAsync(0)
    expect(open.batch?.status).toBe('committed')
    expect(Stream.last?.isClosed).toBe(true)
    expect(app.refresh).toHaveBeenCalledOnce()
  })

  test('where the stream does not get through, the state is asked for by an ordinary call', async () => {
    const answers = [batchIn('reading'), batchIn('preview')]
    const { open } = stateOver({ importBatch: vi.fn(async () => answers.shift()) })
    await open.load()
    Stream.last!.readyState = Stream.CLOSED
    Stream.last!.dispatchEvent(new Event('error'))
    await vi.advanceTimersByTimeAsync(2000)
    expect(open.batch?.status).toBe('preview')
  })

  test('a decision goes to the row by the number in his sheet, and the counts follow', async () => {
    const decided = { ...rowAt(1), decision: { action: 'skip' } }
    const decideImportRow = vi.fn(async () => decided)
    const after = batchIn('preview', { counts: { ...counts, check: 1 } })
    const answers = [batchIn('preview'), after]
    const { open } = stateOver({ importBatch: vi.fn(async () => answers.shift()), decideImportRow })
    await open.load()
    await open.decide(rowAt(1), { action: 'skip' })
    expect(decideImportRow).toHaveBeenCalledWith(open, 1, { action: 'skip' })
    expect(open.rows[1]).toBe(decided)
    expect(open.batch?.counts.check).toBe(1)
  })

  test('an undo that is refused shows what depends on the batch', async () => {
    const dependences = [{ row: 4, id: 'a', number: '1', message: '已校正' }]
    const body = { status: 409, detail: '不能撤销', dependences }
    const undoImport = async () => {
      throw new ApiProblem(body as never)
    }
    const { open } = stateOver({ importBatch: async () => batchIn('committed'), undoImport })
    await open.load()
    await open.undo()
    expect(open.dependents).toEqual(dependences)
    expect(open.batch?.status).toBe('committed')
  })
})
