import { daysBetween } from '../../areas/calendar-days.ts'
import type { UrgingStep } from '../life/life-codes.ts'
import { addDays } from '../../areas/calendar-days.ts'

/** 催办 ladder, in calendar days past the due date; before it a reminder within the blue warning. */
const ladder: readonly { readonly fromDay: number; readonly step: UrgingStep }[] = [
  { fromDay: 30, step: 'safetyCommittee' },
  { fromDay: 15, step: 'headOfUnit' },
  { fromDay: 1, step: 'letter' },
  { fromDay: -15, step: 'beforeDue' },
]

/** Each step with the day from which it is due, the mildest first. */
export const urgingLadder = (dueDate: string): { readonly step: UrgingStep; readonly from: string }[] =>
  ladder.map(({ fromDay, step }) => ({ step, from: addDays(dueDate, fromDay) })).reverse()

/** The step that is due today; null while there is nothing to urge, or when it was already taken. */
export function urgingDue(
  dueDate: string | null,
  lastUrgedOn: string | null,
  today: string,
): UrgingStep | null {
  if (dueDate === null) return null
  const past = daysBetween(dueDate, today)
  const rung = ladder.find(({ fromDay }) => past >= fromDay)
  if (!rung) return null
  const urgedAt = lastUrgedOn === null ? -Infinity : daysBetween(dueDate, lastUrgedOn)
  return urgedAt >= rung.fromDay ? null : rung.step
}
