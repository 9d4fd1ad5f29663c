import { expect, test } from 'vitest'
import { revisitDue } from '../../../api/hazards/revisit-clock.ts'
import { isOnOwnSide } from '../../../api/roads/network/own-side.ts'
import { lookOfFacility } from '../../../api/patrol/patrol-look.ts'

const today = '2026-11-23'

test('a closed ticket is due for a second look after 90 days, once', () => {
  expect(revisitDue({ closedOn: '2026-08-25', revisitedOn: null })).toBe('2026-11-23')
  expect(revisitDue({ closedOn: '2026-08-25', revisitedOn: '2026-10-01' })).toBeNull()
  // Closed again after a relapse: the look at the first closing does not count.
  expect(revisitDue({ closedOn: '2026-08-25', revisitedOn: '2026-03-01' })).toBe('2026-11-23')
})

test('on a divided road the other carriageway is for the way back', () => {
  const of = (direction: 'increasing' | 'decreasing' | 'both', side: 'left' | 'right' | 'centre' | null) =>
    isOnOwnSide({ direction, side }, 'increasing')
  expect([of('increasing', 'left'), of('both', 'right'), of('both', null), of('both', 'centre')]).toEqual(
    Array(4).fill(true),
  )
  expect([of('decreasing', null), of('both', 'left')]).toEqual([false, false])
})

test('a facility gives a reason to stop when it is due or at fault, not when it is gone', () => {
  const look = (state: 'working' | 'fault' | 'missing' | 'removed', inspectionDueOn: string | null) =>
    lookOfFacility({ state, inspectionDueOn }, today)
  expect(look('working', today)).toBe('inspect')
  expect(look('working', '2026-11-24')).toBeUndefined()
  expect(look('working', null)).toBeUndefined()
  expect(look('fault', null)).toBe('repair')
  expect(look('missing', null)).toBe('replace')
  expect(look('removed', '2026-01-01')).toBeUndefined()
})
