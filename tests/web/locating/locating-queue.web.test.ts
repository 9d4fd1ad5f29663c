import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiProblem } from '../../../api/client.ts'
import type { LocatingItem, LocatingList } from '../../../web/src/api/api-types.ts'
import { pinsOf, type Answer } from '../../../web/src/locating/answers.ts'
import { LocatingQueue } from '../../../web/src/locating/locating-queue.svelte.ts'
import type { AppState } from '../../../web/src/state/app-state.svelte.ts'
import { KnownRoads } from '../../../web/src/state/known-roads.svelte.ts'
import { wordsIn } from '../../../web/src/text/words.ts'

const candidate = (stake: number): LocatingItem['candidates'][number] => ({
  ...{ how: 'stake', road: 'G109', stake, stakeText: '', point: [107.4, 39.2], grade: 'fair' },
  ...{ why: '登记的桩号', assumed: [], place: { road: 'G109', stake } },
})
const record = (id: string): LocatingItem => ({
  ...{
    kind: 'accident',
    id,
    number: `N${id}`,
    title: id,
    severity: 'injury',
    road: 'G109',
    roadName: '国道109线',
  },
  ...{ stake: 1_046_200, toStake: null, stakeText: 'K1046+200', placeText: '', rawCoordinate: null },
  ...{
    crsSource: 'unknown',
    point: null,
    reasons: ['unlocated'],
    distanceToRoad: null,
    confirmedReason: null,
  },
  ...{ version: 3, candidates: [candidate(1_046_200), candidate(1_046_300)] },
})
const counts = (toDo: number) => ({
  ...{ total: 10, located: 8, unlocated: toDo, ambiguous: 0, outside: 0, far: 0, toDo, confirmed: 0 },
})
const listOf = (...ids: string[]): LocatingList => ({
  calibre: 'all',
  items: ids.map(record),
  counts: { accidents: counts(ids.length), hazards: counts(0) },
})

function queueOver(list: LocatingList, calls: Record<string, unknown>, mayWrite = true) {
  const app = {
    calls: { locating: vi.fn(async () => list), ...calls },
    data: { forget: vi.fn(), accidents: {}, hazards: {} },
    roads: new KnownRoads(() => undefined),
    ...{ refresh: vi.fn(), session: { may: () => mayWrite }, words: wordsIn('zh'), language: 'zh' },
  }
  return { app, queue: new LocatingQueue(app as unknown as AppState) }
}
const done = async (item: LocatingItem) => ({ ...item, done: true })

describe('the work list of unclear places', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('one key takes the answer of that number with the version that was seen, and the next record comes up', async () => {
    const placeRecord = vi.fn(done)
    const { queue } = queueOver(listOf('a', 'b', 'c'), { placeRecord })
    await queue.load()
    await queue.step(1)
    await queue.take(2)
    expect(placeRecord).toHaveBeenCalledWith(expect.objectContaining({ id: 'b', version: 3 }), {
      road: 'G109',
      stake: 1_046_300,
    })
    expect([queue.current?.id, queue.toDo, queue.message]).toEqual(['c', 2, 'Nb 已定位，还有 2 条。'])
  })

  test('what waits is counted in full, and the list goes on behind its first page', async () => {
    const ids = Array.from({ length: 130 }, (_, nth) => String(nth))
    const paged = vi.fn(async ({ cursor }: { cursor?: string }) => {
      const from = Number(cursor ?? 0)
      const nextCursor = from + 100 < ids.length ? String(from + 100) : undefined
      return { ...listOf(...ids), items: ids.slice(from, from + 100).map(record), nextCursor }
    })
    const { queue } = queueOver(listOf(), { locating: paged, placeRecord: done })
    await queue.load()
    expect([queue.items.length, queue.waiting, queue.hasNext]).toEqual([100, 130, true])
    queue.choose('99')
    await queue.step(1)
    expect([queue.current?.id, queue.position, queue.items.length]).toEqual(['100', 100, 130])
    await queue.take(1)
    expect([queue.current?.id, queue.waiting]).toEqual(['101', 129])
    await queue.load()
    expect(queue.current?.id).toBe('101')
    queue.choose('129')
    expect(queue.hasNext).toBe(false)
    queue.show('hazard')
    expect(queue.waiting).toBe(0)
  })

  test('after the last one the list is empty and says so', async () => {
    const { queue } = queueOver(listOf('a'), { placeRecord: done })
    await queue.load()
    await queue.take(1)
    expect([queue.items.length, queue.toDo, queue.current]).toEqual([0, 0, undefined])
  })

  test('a record that is still doubtful stays in hand', async () => {
    const placeRecord = async (item: LocatingItem) => ({ ...item, version: 4, done: false })
    const { queue } = queueOver(listOf('a', 'b'), { placeRecord })
    await queue.load()
    await queue.take(1)
    expect([queue.current?.id, queue.current?.version, queue.toDo]).toEqual(['a', 4, 2])
  })

  test('a mark on the map replaces the answers: each road beside it, or the point alone', async () => {
    const { queue } = queueOver(listOf('a'), { placeRecord: done })
    await queue.load()
    queue.toggleMarking()
    queue.markAt({ lon: 107.46478, lat: 39.24794 })
    expect(queue.answers[0]).toMatchObject({ number: 1, place: { road: 'G109', crs: 'wgs84' } })
    queue.markAt({ lon: 107.46478, lat: 39.35 })
    expect(queue.answers.map(({ place }) => place)).toEqual([{ lon: 107.46478, lat: 39.35, crs: 'wgs84' }])
    queue.toggleMarking()
    expect(queue.answers).toHaveLength(2)
  })

  test('a colleague was faster: the record is read again and nothing is overwritten', async () => {
    const stale = new ApiProblem({
      type: 'about:blank',
      title: '',
      status: 409,
      detail: '已被修改',
      requestId: '',
    })
    const { queue } = queueOver(listOf('a'), {
      placeRecord: () => Promise.reject(stale),
      locatingItem: async () => ({ ...record('a'), version: 9, done: false }),
    })
    await queue.load()
    await queue.take(1)
    expect([queue.failure, queue.current?.version, queue.toDo]).toEqual([stale, 9, 1])
  })

  test('who may not correct it sends nothing', async () => {
    const placeRecord = vi.fn(done)
    const { queue } = queueOver(listOf('a'), { placeRecord }, false)
    await queue.load()
    await queue.take(1)
    expect(placeRecord).not.toHaveBeenCalled()
  })

  test('map and totals follow once, when the hand rests', async () => {
    const { app, queue } = queueOver(listOf('a', 'b', 'c'), { placeRecord: done })
    await queue.load()
    await queue.take(1)
    await queue.take(1)
    expect(app.refresh).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(2000)
    expect(app.refresh).toHaveBeenCalledTimes(1)
  })
})

test('answers at one spot share a pin, which bears the first number', () => {
  const answer = (number: number, lon: number) => ({ number, point: [lon, 39] }) as unknown as Answer
  expect(pinsOf([answer(1, 107), answer(2, 107), answer(3, 108)]).map(({ number }) => number)).toEqual([1, 3])
})
