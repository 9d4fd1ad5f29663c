import type { HazardActionId } from '../hazards/hazard-actions.ts'
import type { HazardStatus } from '../hazards/hazard-status.ts'
import type { Hazard } from '../hazards/hazard.schema.ts'
import { daysBetween } from '../areas/calendar-days.ts'
import { lifeCycle } from '../hazards/life-cycle.ts'

/** The main line of a ticket's life; every other act is a turn-off or runs beside it. */
const onward: Readonly<Partial<Record<HazardStatus, HazardStatus>>> = {
  10: 20,
  15: 10,
  20: 30,
  30: 40,
  35: 20,
  40: 50,
  50: 60,
  60: 70,
  75: 40,
}

type Asked = Pick<Hazard, 'status' | 'allowedActions'>

/** 拟办: whoever may not review but may prepare it, until somebody did. */
const isToDraft = ({ allowedActions, flags }: Pick<Hazard, 'allowedActions' | 'flags'>) =>
  allowedActions.includes('draftReview') && !flags.includes('reviewDrafted')

/** The act that takes the ticket on, where the asking person may do it. */
export function onwardAct({ status, allowedActions }: Asked): HazardActionId | undefined {
  const to = onward[status as HazardStatus]
  return to === undefined ? undefined : allowedActions.find((action) => lifeCycle[action].to === to)
}

/** By when the act is to be done: the end of the clock that it answers, where that runs. */
export function dueOf({ clocks }: Pick<Hazard, 'clocks'>, act: HazardActionId): string | null {
  const running = (lifeCycle[act].answers ?? []).flatMap((code) =>
    clocks.filter((clock) => clock.code === code),
  )
  return running[0]?.dueOn ?? null
}

const remedying = 40
/** So long before the day for which the end was announced somebody should ask whether it is done. */
const askBeforeDays = 7

/**
 * What waits for this person now. While the unit mends the road nobody of the brigade can take the ticket on: then it
 * is the regular report that is due, and near the end the question whether it is done. A ticket of which nobody ever
 * reported is due for it today.
 */
export function actDue(
  hazard: Asked & Pick<Hazard, 'dueDate' | 'clocks' | 'flags'>,
  plannedOn: string | null,
  today: string,
): { readonly act: HazardActionId; readonly due: string | null } | undefined {
  const act = onwardAct(hazard)
  if (!act && isToDraft(hazard)) return { act: 'draftReview', due: dueOf(hazard, 'approve') }
  if (hazard.status !== remedying) return act && { act, due: dueOf(hazard, act) }
  const end = [plannedOn, hazard.dueDate].filter((day) => day !== null).sort()[0]
  if (act && end && daysBetween(today, end) <= askBeforeDays) return { act, due: end }
  const reportOn = dueOf(hazard, 'progress') ?? today
  const mayReport = hazard.allowedActions.includes('progress')
  return mayReport && reportOn <= today ? { act: 'progress', due: reportOn } : undefined
}

/** What to do about a ticket whose date has passed: press the unit where one may, else take it on. */
export function overdueAct(hazard: Asked): string | undefined {
  const allowed: readonly string[] = hazard.allowedActions
  return allowed.includes('urge') ? 'urge' : onwardAct(hazard)
}
