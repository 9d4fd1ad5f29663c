import { expect, test } from 'vitest'
import type { RoundStop } from '../../../web/src/api/facility-calls.ts'
import { byRoad, stopsOf, withDone } from '../../../web/src/facilities/rounds/round-stops.ts'

const stop = (facilityId: string, road: string | null, stake: number, facts: Partial<RoundStop> = {}) =>
  ({
    ...{ facilityId, road, stake, number: facilityId, roadName: road ?? '通村油路' },
    ...{ daysOverdue: 0, repair: null, ...facts },
  }) as RoundStop
const idsOf = (stops: readonly RoundStop[]) => stops.map(({ facilityId }) => facilityId)
const repair = (daysOverdue: number) => ({ dueOn: '2026-11-20', fault: '不亮', daysOverdue })

test('overdue are late inspections and late repairs alike', () => {
  const stops = [
    stop('a', 'G109', 1, { daysOverdue: 3 }),
    stop('b', 'G109', 2, { repair: repair(0) }),
    stop('c', 'G109', 3, { repair: repair(2) }),
    stop('d', 'G109', 4),
  ]
  expect(idsOf(stopsOf(stops, 'overdue'))).toEqual(['a', 'c'])
  expect(idsOf(stopsOf(stops, 'repairs'))).toEqual(['b', 'c'])
  expect(idsOf(stopsOf(stops, 'all'))).toEqual(['a', 'b', 'c', 'd'])
})

test('what was done here stays in its place until the list is asked for anew', () => {
  const before = [stop('a', 'G109', 1), stop('b', 'G109', 2), stop('c', 'S216', 1), stop('d', null, 1)]
  const fresh = before.filter(({ facilityId }) => facilityId === 'a' || facilityId === 'd')
  expect(idsOf(withDone(fresh, before, ['b', 'c']))).toEqual(['a', 'b', 'c', 'd'])
  // Somebody else's is simply gone.
  expect(idsOf(withDone(fresh, before, ['b']))).toEqual(['a', 'b', 'd'])
  expect(withDone(before, before, ['b'])).toEqual(before)
})

test('roads follow each other as the service orders them, those without a code by their names', () => {
  const groups = byRoad([stop('a', 'G109', 1), stop('b', 'S216', 1), stop('c', null, 1)])
  expect(groups.map(({ key, stops }) => `${key} ${stops.length}`)).toEqual(['G109 1', 'S216 1', '通村油路 1'])
})
