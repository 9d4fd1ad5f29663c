import { expect, test } from 'vitest'
import { addDays, bannerDay, daysBetween, daysOfPeriod } from '../../../api/areas/calendar-days.ts'

test('a day of the banner begins at midnight there, not in Greenwich', () => {
  expect(bannerDay(new Date('2026-11-22T15:59:59Z'))).toBe('2026-11-22')
  expect(bannerDay(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23')
})

test('days are counted over the ends of months and leap years, backwards too', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2026-03-01', '2026-02-01')).toBe(-28)
})

test('both ends of a period count', () => {
  expect(daysOfPeriod({ from: '2026-11-28', to: '2026-11-28' })).toBe(1)
  expect(daysOfPeriod({ from: '2025-01-01', to: '2025-12-31' })).toBe(365)
})
