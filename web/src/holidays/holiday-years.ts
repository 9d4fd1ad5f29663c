import type { Holiday } from '../api/record-calls.ts'

/** Years that have a day, this one and the next: the next is announced before it begins. */
export function yearsOf(holidays: readonly Pick<Holiday, 'day'>[], thisYear: number): number[] {
  const known = holidays.map(({ day }) => Number(day.slice(0, 4)))
  return [...new Set([...known, thisYear, thisYear + 1])].sort((a, b) => a - b)
}
