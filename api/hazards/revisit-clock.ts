import { clockTimes } from './clocks/clock-times.ts'
import { addDays } from '../areas/calendar-days.ts'

export interface Closing {
  readonly closedOn: string
  readonly revisitedOn: string | null
}

/** The day on which a closed ticket is due for a second look; null once somebody was there after it was closed. */
export function revisitDue({ closedOn, revisitedOn }: Closing): string | null {
  if (revisitedOn !== null && revisitedOn >= closedOn) return null
  return addDays(closedOn, clockTimes.revisit.allowed.days)
}
