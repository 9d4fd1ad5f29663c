import { workingDaysBetween, type Calendar } from '../hazards/clocks/working-days.ts'
import type { TicketFacts } from '../hazards/figures/ticket-facts.ts'
import { medianIn, timelyMedians, type TimelyMedian } from '../hazards/figures/timely-medians.ts'
import { bannerDay } from '../areas/calendar-days.ts'

export interface SquadTimes {
  readonly squadName: string | null
  readonly tickets: number
  readonly registeredHours: number | null
  readonly reportedWorkingDays: number | null
  readonly remediedDays: number | null
}

const dayOf = (at: string) => bannerDay(new Date(at))
const valueOf = ({ median }: TimelyMedian) => (median === null ? null : Number(median))

function timesOf(tickets: readonly TicketFacts[], calendar: Calendar): SquadTimes {
  const { registerHours, remedyDays } = timelyMedians(tickets)
  const workingDays = tickets.flatMap(({ registeredAt, reportedAt }) =>
    reportedAt === null ? [] : [workingDaysBetween(dayOf(registeredAt), dayOf(reportedAt), calendar)],
  )
  return {
    squadName: tickets[0]?.squadName ?? null,
    tickets: tickets.length,
    registeredHours: valueOf(registerHours),
    reportedWorkingDays: valueOf(medianIn(workingDays, 1)),
    remediedDays: valueOf(remedyDays),
  }
}

/** Medians by squad, tickets without one last. To tell the unit is a matter of working days, all else runs through. */
export function squadTimes(tickets: readonly TicketFacts[], calendar: Calendar): SquadTimes[] {
  const last = '\uffff'
  const codes = [...new Set(tickets.map(({ squad }) => squad ?? last))].sort()
  return codes.map((code) =>
    timesOf(
      tickets.filter(({ squad }) => (squad ?? last) === code),
      calendar,
    ),
  )
}
