import { addDays } from '../../areas/calendar-days.ts'
import { announcedHolidays, type Holiday } from './announced-holidays.ts'

/** Day → whether it is worked, where that is not what the weekday says. */
export type Calendar = ReadonlyMap<string, Holiday['kind']>

/** What was entered goes before what was announced. */
export const calendarOf = (entered: readonly Holiday[]): Calendar =>
  new Map([...announcedHolidays, ...entered].map(({ day, kind }) => [day, kind]))

export function isWorkingDay(day: string, calendar: Calendar): boolean {
  const said = calendar.get(day)
  if (said) return said === 'workday'
  const weekday = new Date(day).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The day of the start does not count: three working days from Friday end on Wednesday. */
export function addWorkingDays(day: string, count: number, calendar: Calendar): string {
  let end = day
  for (let left = count; left > 0;) {
    end = addDays(end, 1)
    if (isWorkingDay(end, calendar)) left--
  }
  return end
}

/** Working days after the first day up to and with the second; 0 when it is not later. */
export function workingDaysBetween(from: string, to: string, calendar: Calendar): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count++
  return count
}
