import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stepTo } from '../../../web/src/search/go-to.ts'
import { Search } from '../../../web/src/search/search.svelte.ts'
import type { FoundItem } from '../../../web/src/state/found-item.ts'

const item = (label: string): FoundItem => ({ kind: 'place', label, detail: '' })
const nothingHere = () => ({ items: [] })

describe('the search box', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('asks once when the typing pauses, and for the last text only', async () => {
    const ask = vi.fn(async (text: string) => [item(text)])
    const search = new Search(nothingHere, ask)
    search.type('棋')
    await vi.advanceTimersByTimeAsync(100)
    search.type('棋盘井')
    await vi.advanceTimersByTimeAsync(200)
    expect(ask.mock.calls.map(([text]) => text)).toEqual(['棋盘井'])
    expect(search.items.map(({ label }) => label)).toEqual(['棋盘井'])
  })

  test('an answer that comes late does not stand under another text', async () => {
    const signals: AbortSignal[] = []
    const ask = (text: string, signal: AbortSignal) =>
      new Promise<FoundItem[]>((resolve) => {
        signals.push(signal)
        setTimeout(() => resolve([item(text)]), text === 'slow' ? 1000 : 10)
      })
    const search = new Search(nothingHere, ask)
    search.type('slow')
    await vi.advanceTimersByTimeAsync(160)
    search.type('fast')
    expect(signals[0]!.aborted).toBe(true)
    await vi.advanceTimersByTimeAsync(2000)
    expect(search.items.map(({ label }) => label)).toEqual(['fast'])
  })

  test('without a signal what was read here stays, and it says so', async () => {
    const search = new Search(
      () => ({ items: [{ ...item('K1'), kind: 'stake' }] }),
      () => Promise.reject(new Error('gone')),
    )
    search.type('K1')
    expect(search.items).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(200)
    expect([search.isOffline, search.items.length]).toEqual([true, 1])
  })

  test('the keys go around the list', async () => {
    const search = new Search(nothingHere, async () => [item('a'), item('b')])
    search.type('x')
    await vi.advanceTimersByTimeAsync(200)
    search.move(-1)
    expect(search.active).toBe(1)
    search.move(1)
    expect(search.active).toBe(0)
  })
})

describe('where a found thing leads', () => {
  const now = { lon: 107, lat: 39, zoom: 8 }

  test('a stake comes near, but a map that is nearer already stays as near', () => {
    const found: FoundItem = {
      kind: 'stake',
      label: '',
      detail: '',
      road: 'G109',
      stake: 5,
      point: [107, 39],
    }
    expect(stepTo(found, now)).toMatchObject({
      selection: { kind: 'stake', id: 'G109:5' },
      camera: { lon: 107, lat: 39, zoom: 14 },
    })
    expect(stepTo(found, { ...now, zoom: 16 }).camera?.zoom).toBe(16)
  })

  test('a stretch and a road are left to the map, which shows them whole', () => {
    const stretch: FoundItem = {
      kind: 'stake',
      label: '',
      detail: '',
      road: 'G109',
      stake: 5,
      toStake: 900,
      point: [107, 39],
    }
    expect(stepTo(stretch, now)).toEqual({ selection: { kind: 'stake', id: 'G109:5-900' }, task: null })
    expect(stepTo({ kind: 'road', label: '', detail: '', road: 'CAYJ' }, now).camera).toBeUndefined()
  })

  test('a place moves the map and chooses nothing', () => {
    const place: FoundItem = { kind: 'place', label: '', detail: '', point: [107.1, 39.1] }
    expect(stepTo(place, now)).toMatchObject({ selection: null, camera: { lon: 107.1, lat: 39.1 } })
  })
})
