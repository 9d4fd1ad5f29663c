import { expect, test, vi } from 'vitest'
import type { RoundStop } from '../../../web/src/api/facility-calls.ts'
import { RoundDesk } from '../../../web/src/facilities/rounds/round-desk.svelte.ts'
import type { AppState } from '../../../web/src/state/app-state.svelte.ts'

function stop(facilityId: string, stake: number): RoundStop {
  const known: Partial<RoundStop> = {
    ...{ facilityId, stake, number: facilityId, road: 'G109', roadName: '京拉线', kind: 'solar_strobe' },
    ...{ daysOverdue: 0, repair: null, stakeText: `K${stake}`, placeText: '' },
  }
  return known as RoundStop
}

test('a row stays under the finger when the list comes without it before its own answer has come', async () => {
  let due = [stop('a', 1), stop('b', 2), stop('c', 3)]
  let answer = () => {}
  const app = {
    language: 'zh',
    calls: { round: vi.fn(() => Promise.resolve({ items: due, inspectedToday: 0, until: '2026-12-01' })) },
    inspections: {
      of: () => undefined,
      send: () => new Promise((resolve) => (answer = () => resolve({}))),
    },
  }
  const desk = new RoundDesk(app as unknown as AppState)
  await desk.load()
  const sending = desk.allGood(due[1]!)
  // The service has it; the answer is still on its way when an older question for the list is answered.
  due = due.filter(({ facilityId }) => facilityId !== 'b')
  await desk.load()
  expect(desk.items.map(({ facilityId }) => facilityId)).toEqual(['a', 'b', 'c'])
  answer()
  await sending
  await desk.load()
  expect(desk.items.map(({ facilityId }) => [facilityId, desk.isDone(facilityId)])).toEqual([
    ['a', false],
    ['b', true],
    ['c', false],
  ])
})
