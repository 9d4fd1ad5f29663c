import { clockEnd } from '../hazards/clocks/hazard-clocks.ts'
import type { Calendar } from '../hazards/clocks/working-days.ts'
import { daysOverdue } from '../hazards/overdue.ts'
import type { Detail } from './finding-words.ts'
import { clockOfFinding } from './inspection-limits.ts'

interface Found {
  readonly code: string
  readonly detail: Detail
}

/** Leaves out what may still be done in time; of the rest it says by when it was due and how many days ago that was. */
export function pastClock<Row extends Found>(rows: readonly Row[], today: string, calendar: Calendar): Row[] {
  return rows.flatMap((row) => {
    const clock = clockOfFinding[row.code]
    if (clock === undefined) return [row]
    const dueOn = clockEnd(clock, String(row.detail['since']), calendar)
    if (dueOn === undefined || dueOn >= today) return []
    return [{ ...row, detail: { ...row.detail, dueOn, days: daysOverdue(dueOn, today) } }]
  })
}
