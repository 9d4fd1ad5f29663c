import { median, threeTimely } from '../hazards/clocks/three-timely.ts'
import { workingDaysBetween, type Calendar } from '../hazards/clocks/working-days.ts'
import { bannerDay } from '../roads/validity.ts'

interface Moments {
  readonly foundAt: string
  readonly registeredAt: string
  readonly reportedAt: string | null
  readonly remediedAt: string | null
}

export interface SquadTimes {
  readonly squadName: string | null
  readonly tickets: number
  readonly registeredHours: number | null
  readonly reportedWorkingDays: number | null
  readonly remediedDays: number | null
}

const dayOf = (at: string) => bannerDay(new Date(at))

/** Medians, which one old ticket does not move. To tell the unit is a matter of working days, all else runs through. */
export function squadTimes(
  { squadName, tickets }: { readonly squadName: string | null; readonly tickets: readonly Moments[] },
  calendar: Calendar,
): SquadTimes {
  const timely = tickets.map(threeTimely)
  return {
    squadName,
    tickets: tickets.length,
    registeredHours: median(timely.map(({ registerHours }) => registerHours)),
    reportedWorkingDays: median(
      tickets.map(({ registeredAt, reportedAt }) =>
        reportedAt === null ? null : workingDaysBetween(dayOf(registeredAt), dayOf(reportedAt), calendar),
      ),
    ),
    remediedDays: median(timely.map(({ remedyDays }) => remedyDays)),
  }
}
