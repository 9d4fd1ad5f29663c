import { daysBetween } from '../areas/calendar-days.ts'
import { dueClock } from '../hazards/overdue.ts'
import { isEnded, type HazardStatus } from '../hazards/hazard-status.ts'
import { controlWording, type FacilityCount } from '../facilities/facility-wording.ts'
import { bannerDay } from '../areas/calendar-days.ts'

/** A facility of the ticket and the days on which it stood. */
export interface Stand extends FacilityCount {
  readonly from: string
  /** The day on which it was taken away or found missing; null while it stands. */
  readonly until: string | null
}

/** What is kept of a ticket's life, as far as its clocks need it. */
export interface HazardStory {
  readonly foundAt: Date
  readonly steps: readonly { readonly at: Date; readonly toStatus: number }[]
  /** Due dates in the order in which they were set. */
  readonly dues: readonly { readonly at: Date; readonly due: string }[]
  readonly originalDueDate: string | null
  readonly stands: readonly Stand[]
}

export type Phase = 'beforeFound' | 'open' | 'afterClosed'

export interface ClocksThen {
  readonly phase: Phase
  /** Null: found, but not yet registered. */
  readonly status: HazardStatus | null
  readonly daysSinceFound: number | null
  readonly due: string | null
  readonly overdueDays: number
  readonly hadControl: boolean
  readonly controlText: string | null
}

const lastUntil = <E extends { readonly at: Date }>(entries: readonly E[], at: Date): E | undefined =>
  entries.filter((entry) => entry.at <= at).at(-1)

const stoodOn = ({ from, until }: Stand, day: string) => from <= day && (until === null || until > day)

function dueAt(
  { dues, steps, originalDueDate }: HazardStory,
  status: HazardStatus | null,
  at: Date,
): string | null {
  const set = lastUntil(dues, at)
  const reopened = lastUntil(
    steps.filter(({ toStatus }) => toStatus === 75),
    at,
  )
  // A reopened ticket has no date until a new one is set.
  if (reopened && !(set && set.at > reopened.at)) return null
  // Where no date was written down with the act, the first one holds from when the ticket was taken on.
  const isTakenOn = status !== null && ![10, 15, 16, 17].includes(status)
  return set?.due ?? (isTakenOn ? originalDueDate : null)
}

/** Where the clocks of a ticket stood at a moment. Facts only: what follows from them others decide. */
export function clocksThen(story: HazardStory, at: Date): ClocksThen {
  const day = bannerDay(at)
  const standing = story.stands.filter((stand) => stoodOn(stand, day))
  const control = {
    hadControl: standing.length > 0,
    controlText: standing.length > 0 ? controlWording(standing) : null,
  }
  if (at < story.foundAt)
    return { phase: 'beforeFound', status: null, daysSinceFound: null, due: null, overdueDays: 0, ...control }
  const status = (lastUntil(story.steps, at)?.toStatus ?? null) as HazardStatus | null
  const due = dueAt(story, status, at)
  return {
    phase: status !== null && isEnded(status) ? 'afterClosed' : 'open',
    status,
    daysSinceFound: daysBetween(bannerDay(story.foundAt), day),
    due,
    overdueDays: status === null ? 0 : dueClock(status, due, day).overdueDays,
    ...control,
  }
}
