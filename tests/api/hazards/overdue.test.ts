import { expect, test } from 'vitest'
import { bannerDay, daysBetween } from '../../../api/areas/calendar-days.ts'
import { dueClock } from '../../../api/hazards/overdue.ts'

test.each([
  ['2026-12-09', 0, null],
  ['2026-12-08', 0, 'blue'],
  ['2026-12-01', 0, 'blue'],
  ['2026-11-30', 0, 'yellow'],
  ['2026-11-27', 0, 'yellow'],
  ['2026-11-26', 0, 'orange'],
  ['2026-11-23', 0, 'orange'],
  ['2026-11-22', 1, 'red'],
  ['2026-11-11', 12, 'red'],
] as const)('on 23 November a remedy due on %s is %i days late and shows %s', (due, overdueDays, warning) => {
  expect(dueClock(40, due, '2026-11-23')).toEqual({ overdueDays, warning })
})

test('the clock stands still once the remedy is accepted, and without a date', () => {
  for (const status of [16, 17, 60, 70] as const)
    expect(dueClock(status, '2026-01-01', '2026-11-23')).toEqual({ overdueDays: 0, warning: null })
  expect(dueClock(10, null, '2026-11-23')).toEqual({ overdueDays: 0, warning: null })
  expect(dueClock(50, '2026-11-22', '2026-11-23').overdueDays).toBe(1)
})

test('a day begins at midnight in the banner, not in Greenwich', () => {
  expect(bannerDay(new Date('2026-11-22T15:59:59Z'))).toBe('2026-11-22')
  expect(bannerDay(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23')
})

test('days are counted across months and leap days', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1)
})
