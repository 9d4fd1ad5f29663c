/** A month of the calendar as a number, so that months can be counted. */
export type Month = number

export const monthOf = (day: string): Month => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
export const monthText = (month: Month): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
export const firstDay = (month: Month): string => `${monthText(month)}-01`
export const lastDay = (month: Month): string =>
  new Date(Date.UTC(Math.floor((month + 1) / 12), (month + 1) % 12, 0)).toISOString().slice(0, 10)

/** Whole months, both ends included; empty where `to` lies before `from`. */
export interface Months {
  readonly from: Month
  readonly to: Month
}
export const countMonths = ({ from, to }: Months): number => Math.max(0, to - from + 1)
export const isWithin = (month: Month, { from, to }: Months): boolean => month >= from && month <= to

/** Longer back the road, the traffic and the way of recording are no longer the same. */
const mostYears = 5
/** A record that begins in the first days of a month holds that month. */
const firstDaysOfMonth = 7

/** The whole months that the records hold; the month of the last record may still be incomplete. */
export function recordedMonths(firstRecord: string, lastRecord: string): Months {
  const startsEarly = Number(firstRecord.slice(8, 10)) <= firstDaysOfMonth
  return { from: monthOf(firstRecord) + (startsEarly ? 0 : 1), to: monthOf(lastRecord) - 1 }
}

export interface Periods {
  readonly before: Months
  readonly after: Months
  /** Neither before nor after: the treatment was being made. */
  readonly excluded: Month
  readonly isBeforeLongEnough: boolean
  readonly isAfterLongEnough: boolean
  /** From this day on the time after is long enough, once its accidents are recorded. */
  readonly tellableFrom: string
}

/**
 * Whole years on both sides of the month of the treatment, so that every season weighs the same before and after.
 * A side with less than a year keeps what it has, to be shown but not judged.
 */
export function periodsAround(treatedOn: string, recorded: Months): Periods {
  const excluded = monthOf(treatedOn)
  const allBefore = { from: recorded.from, to: Math.min(excluded - 1, recorded.to) }
  const allAfter = { from: Math.max(excluded + 1, recorded.from), to: recorded.to }
  const wholeYears = (months: number) => Math.min(mostYears, Math.floor(months / 12))
  // Records that start or stop short of the treatment leave no whole year next to it.
  const yearsBefore = allBefore.to === excluded - 1 ? wholeYears(countMonths(allBefore)) : 0
  const yearsAfter = allAfter.from === excluded + 1 ? wholeYears(countMonths(allAfter)) : 0
  return {
    before: yearsBefore > 0 ? { from: excluded - 12 * yearsBefore, to: excluded - 1 } : allBefore,
    after: yearsAfter > 0 ? { from: excluded + 1, to: excluded + 12 * yearsAfter } : allAfter,
    excluded,
    isBeforeLongEnough: excluded - recorded.from >= 12,
    isAfterLongEnough: yearsAfter > 0,
    tellableFrom: firstDay(excluded + 13),
  }
}
