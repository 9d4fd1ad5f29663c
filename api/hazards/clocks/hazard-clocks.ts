import { addDays, daysBetween } from '../../areas/calendar-days.ts'
import { daysOverdue, dueClock, stoppedStatuses, warningOf, type Warning } from '../overdue.ts'
import { isEnded, type HazardStatus } from '../hazard-status.ts'
import { hasPhoto, type HazardFacts } from '../life/hazard-facts.ts'
import { clockRule, type AllowedTime, type ClockId } from './clock-times.ts'
import { addWorkingDays, type Calendar } from './working-days.ts'

export interface RunningClock {
  readonly code: ClockId
  readonly since: string
  readonly dueOn: string
  readonly overdueDays: number
  readonly warning: Warning | null
}

export interface Clocked {
  readonly status: HazardStatus
  readonly level: number | null
  readonly isBlackSpot: boolean
  readonly dueDate: string | null
  readonly temporaryControl: string
  readonly remedyPlan: string | null
  /** Day of the registration in the banner. */
  readonly registeredOn: string
  readonly facts: HazardFacts
}

/** Day in the banner of a moment; there is no daylight saving. */
const dayOf = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)

function endOf(allowed: AllowedTime, since: string, dueDate: string | null, calendar: Calendar) {
  if ('until' in allowed) return dueDate
  if ('workingDays' in allowed) return addWorkingDays(since, allowed.workingDays, calendar)
  return addDays(since, 'days' in allowed ? allowed.days : Math.ceil(allowed.hours / 24))
}

/** The day on which a clock ends that started on `since`; undefined for the remedy, whose date the ticket has. */
export const clockEnd = (code: ClockId, since: string, calendar: Calendar): string | undefined =>
  endOf(clockRule(code).allowed, since, null, calendar) ?? undefined

interface Start {
  readonly code: ClockId
  readonly since: string | undefined
  readonly isUrgent?: boolean
}

const isOpen = (status: HazardStatus) => !isEnded(status)

/** Which clocks run: each from the act that started it until the act that answers it. */
function startsOf(hazard: Clocked): Start[] {
  const { status, facts, registeredOn } = hazard
  const acted = (...acts: string[]) =>
    acts
      .flatMap((act) => (facts.actedAt[act] === undefined ? [] : [dayOf(facts.actedAt[act])]))
      .sort()
      .at(-1)
  const isMajor = hazard.level === 3
  // One of before it was reopened and closed again does not count.
  const isRevisited = facts.lastRevisit !== null && (acted('revisit') ?? '9') >= (acted('close') ?? '')
  const when = (holds: boolean, start: Start) => (holds ? [start] : [])
  return [
    ...when(isOpen(status) && !hasPhoto(facts, 'found'), { code: 'photo', since: registeredOn }),
    ...when(status === 10, { code: 'review', since: acted('resubmit') ?? registeredOn }),
    ...when(status === 15, { code: 'correct', since: acted('return') }),
    ...when(status === 20, { code: 'notify', since: acted('approve', 'takeBack') }),
    ...when([20, 30, 40, 50].includes(status) && needsGovernmentReport(hazard), {
      code: 'reportToGovernment',
      since: acted('approve'),
      isUrgent: isMajor,
    }),
    ...when(status === 30, { code: 'sign', since: acted('notify') }),
    ...when(status === 40 && hazard.remedyPlan === null, { code: 'plan', since: acted('sign') }),
    ...when(isOpen(status) && ['none', 'planned'].includes(hazard.temporaryControl), {
      code: 'control',
      since: registeredOn,
      isUrgent: isMajor || hazard.isBlackSpot,
    }),
    ...when(status === 40, {
      code: 'progress',
      since: acted('progress', 'sign', 'resumeRemedy', 'returnForRemedy'),
      isUrgent: facts.listing === 'listed',
    }),
    ...when(facts.isExtensionPending, { code: 'decideExtension', since: acted('requestExtension') }),
    ...when(status === 50, { code: 'accept', since: acted('requestAcceptance') }),
    ...when(status === 60, { code: 'close', since: acted('accept') }),
    ...when(status === 70 && !isRevisited, { code: 'revisit', since: acted('close') }),
  ]
}

/** 重大 or an accident-prone place, taken on and not yet reported to the banner. */
export const needsGovernmentReport = ({
  level,
  isBlackSpot,
  facts,
}: Omit<Clocked, 'status' | 'registeredOn'>) => (level === 3 || isBlackSpot) && !facts.hasGovernmentReport

function running({ code, since, isUrgent }: Start, hazard: Clocked, today: string, calendar: Calendar) {
  if (since === undefined) return []
  const rule = clockRule(code)
  const allowed = (isUrgent ? rule.allowedWhenUrgent : undefined) ?? rule.allowed
  const dueOn = endOf(allowed, since, hazard.dueDate, calendar)
  if (dueOn === null) return []
  const warning = warningOf(daysBetween(today, dueOn))
  return [{ code, since, dueOn, overdueDays: daysOverdue(dueOn, today), warning }]
}

/** The clock of the remedy first, the others by the day they end on. */
export function hazardClocks(hazard: Clocked, today: string, calendar: Calendar): RunningClock[] {
  const { status, dueDate, facts, registeredOn } = hazard
  const started = facts.actedAt['sign'] ?? facts.actedAt['approve']
  const since = started === undefined ? registeredOn : dayOf(started)
  const isRemedyDue = dueDate !== null && !stoppedStatuses.includes(status)
  const remedy: RunningClock[] = isRemedyDue
    ? [{ code: 'remedy', since, dueOn: dueDate, ...dueClock(status, dueDate, today) }]
    : []
  const others = startsOf(hazard).flatMap((start) => running(start, hazard, today, calendar))
  return [...remedy, ...others.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))]
}
