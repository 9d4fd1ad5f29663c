import { describe, expect, test } from 'vitest'
import { facilityNews, hazardNews, isOtherRecord } from '../../../../api/imports/matching/ledger-news.ts'
import type { StandingRecord } from '../../../../api/imports/matching/standing-match.ts'

const place = { road_code: 'G109', road_name: '国道109线', from_stake: 1_046_200, to_stake: 1_047_900 }
const open = {
  status: 40,
  supervision_level: 0,
  level: 'major',
  due_date: '2026-06-30',
  title: '平交路口',
  ...place,
}

const standing = (
  columns: Record<string, unknown> = {},
  more: Partial<StandingRecord> = {},
): StandingRecord => ({
  id: '0190a000-0000-7000-8000-000000000001',
  version: 3,
  columns: { ...open, ...columns },
  imported: null,
  isWithdrawn: false,
  ...more,
})

const finding = (code: string) =>
  ({ field: 'status', code, severity: 'note', message: { zh: '', en: '' } }) as const

function news(said: Record<string, unknown>, record = standing(), codes: readonly string[] = []) {
  const { match, findings } = hazardNews(said, record, codes.map(finding))
  return [match.differences.map(({ column }) => column), findings.map(({ field }) => field)]
}

describe('a hazard ledger that comes back', () => {
  test('says nothing new where it repeats what it was printed from', () => {
    const record = standing({
      found_at: '2026-03-05T14:30:29+08:00',
      analysis: '驾驶人王五未让行',
      lon: 107.123456789,
    })
    const printed = {
      found_at: '2026-03-05T14:30:00+08:00',
      analysis: '驾驶人王某未让行',
      title: '平交路口',
      ...place,
    }
    expect(news(printed, record)).toEqual([[], []])
  })

  test('changes the words of a ticket and leaves to the acts what belongs to them', () => {
    expect(news({ title: '急弯', due_date: '2026-09-30' })).toEqual([['title'], ['due_date']])
    expect(news({ supervision_level: 2 })).toEqual([[], ['supervision_level']])
  })

  test('sets level and time limit itself as long as nobody has taken the ticket on', () => {
    expect(news({ due_date: '2026-09-30' }, standing({ status: 10 }))).toEqual([['due_date'], []])
  })

  test('never moves the status, and says so only where the ledger had a word for it', () => {
    expect(news({ status: 50 })).toEqual([[], []])
    expect(news({ status: 50 }, standing(), ['status_from_words'])).toEqual([[], ['status']])
    expect(news({ status: 50 }, standing({ status: 70 }), ['status_never_closed'])).toEqual([[], []])
    expect(news({ status: 40 }, standing({ status: 75 }), ['status_from_words'])).toEqual([[], []])
  })

  test('leaves a listed or a closed ticket alone and names the way to correct it', () => {
    expect(news({ title: '急弯' }, standing({}, { isListed: true }))).toEqual([[], ['']])
    expect(news({ title: '急弯' }, standing({ status: 70 }))).toEqual([[], ['']])
    expect(news({ title: '平交路口' }, standing({}, { isListed: true }))).toEqual([[], []])
  })
})

describe('a number that two systems gave out', () => {
  const other = (said: Record<string, unknown>) => isOtherRecord({ ...open, ...said }, standing())

  test('is another record only where neither the thing nor the place agrees', () => {
    expect(other({ title: '临水路段' })).toBe(false)
    expect(other({ title: '临水路段', road_code: 'S216' })).toBe(true)
    expect(other({ title: '临水路段', from_stake: 1_051_300 })).toBe(true)
    expect(other({ title: '临水路段', from_stake: 1_051_100 })).toBe(false)
    expect(other({ road_code: 'S216' })).toBe(false)
  })
})

test('a facility ledger brings its state; a point that only follows from the stake is none of its news', () => {
  const lamp = { kind: 'W01', state: 'working', road_code: 'G109', stake: 1_046_200, lon: 107.1, lat: 39.4 }
  const record = standing(lamp)
  const derived = { ...lamp, state: 'fault', lon: 107.2, lat: 39.5, crs_source: 'unknown' }
  const { match, findings } = facilityNews(derived, record)
  expect([match.differences.map(({ column }) => column), findings]).toEqual([['state'], []])
  const measured = facilityNews({ ...derived, crs_source: 'wgs84' }, record)
  expect(measured.match.differences.map(({ column }) => column)).toContain('state')
  expect(measured.match.differences.length).toBeGreaterThan(1)
})
