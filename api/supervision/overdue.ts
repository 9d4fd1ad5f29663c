import type { SupervisionRow } from './list-content.schema.ts'

/** Merged, not taken on, accepted or closed: the date no longer runs. Rows of old lists do not say, and run. */
const endedCodes = [16, 17, 60, 70]
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** Days by which a row is past its date on the day of the list; 0 while the date holds. */
export function overdueDays({ dueDate, facts }: SupervisionRow, filledOn: string): number {
  if (dueDate === null || dueDate >= filledOn || endedCodes.includes(facts?.status ?? 40)) return 0
  return dayNumber(filledOn) - dayNumber(dueDate)
}
