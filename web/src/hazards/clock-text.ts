import { clockRule } from '../../../api/hazards/clocks/clock-times.ts'
import { urgingLadder } from '../../../api/hazards/clocks/urging.ts'
import { daysBetween } from '../../../api/areas/calendar-days.ts'
import type { UrgingStep } from '../../../api/hazards/life/life-codes.ts'
import type { Hazard } from '../api/api-types.ts'
import type { Words } from '../text/words.ts'

type Clock = Hazard['clocks'][number]

/** How much time there was: working days where the rule counts them, else the days that it came to. */
export function limitText({ code, since, dueOn }: Clock, { clocks }: Pick<Words, 'clocks'>): string {
  const { allowed } = clockRule(code)
  if ('until' in allowed) return ''
  const days = daysBetween(since, dueOn)
  // A rule in working days may give way to plain hours where the danger is great.
  return 'workingDays' in allowed && days >= allowed.workingDays
    ? clocks.allowed.workingDays(allowed.workingDays)
    : clocks.allowed.days(days)
}

/** The next rung of the ladder, once the present one has not helped. */
export function nextUrging(
  dueDate: string,
  today: string,
): { readonly step: UrgingStep; readonly from: string } | undefined {
  return urgingLadder(dueDate).find(({ from }) => from > today)
}
