import type { HazardActionId } from '../hazards/hazard-actions.ts'
import type { HazardStatus } from '../hazards/hazard-status.ts'
import type { Hazard } from '../hazards/hazard.schema.ts'
import { daysBetween } from '../hazards/due-clock.ts'
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

/** The act that takes the ticket on, where the asking person may do it. */
export function onwardAct({ status, allowedActions }: Asked): HazardActionId | undefined {
  const to = onward[status as HazardStatus]
  return to === undefined ? undefined : allowedActions.find((action) => lifeCycle[action].to === to)
}

/** What is known of a ticket in the hands of the responsible unit. */
export interface RemedyClock {
  /** Days of the banner. */
  readonly lastReportOn: string | null
  readonly plannedOn: string | null
}

const remedying = 40
/** 挂牌: 半月一报; all others once a month. */
const reportEveryDays = { listed: 15, plain: 30 } as const
/** So long before the day for which the end was announced somebody should ask whether it is done. */
const askBeforeDays = 7

export function nextReportOn(hazard: Pick<Hazard, 'supervisionLevel'>, lastReportOn: string): string {
  const period = hazard.supervisionLevel >= 2 ? reportEveryDays.listed : reportEveryDays.plain
  return new Date(Date.parse(lastReportOn) + period * 24 * 3600 * 1000).toISOString().slice(0, 10)
}

/**
 * What waits for this person now. While the unit mends the road nobody of the brigade can take the ticket on: then it
 * is the regular report that is due, and near the end the question whether it is done.
 */
export function actDue(
  hazard: Asked & Pick<Hazard, 'dueDate' | 'supervisionLevel'>,
  { lastReportOn, plannedOn }: RemedyClock,
  today: string,
): { readonly act: HazardActionId; readonly due: string | null } | undefined {
  const act = onwardAct(hazard)
  if (hazard.status !== remedying) return act && { act, due: null }
  const end = [plannedOn, hazard.dueDate].filter((day) => day !== null).sort()[0]
  if (act && end && daysBetween(today, end) <= askBeforeDays) return { act, due: end }
  const reportOn = lastReportOn === null ? today : nextReportOn(hazard, lastReportOn)
  const mayReport = hazard.allowedActions.includes('progress')
  return mayReport && reportOn <= today ? { act: 'progress', due: reportOn } : undefined
}

/** What to do about a ticket whose date has passed: press the unit where one may, else take it on. */
export function overdueAct(hazard: Asked): string | undefined {
  const allowed: readonly string[] = hazard.allowedActions
  return allowed.includes('urge') ? 'urge' : onwardAct(hazard)
}
