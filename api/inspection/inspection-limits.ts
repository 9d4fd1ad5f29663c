import { clockTimes, type ClockId } from '../hazards/clocks/clock-times.ts'

/** What is still in time, where the table of clocks does not say it. */
export const inspectionLimits = {
  accidentMetres: 500,
  foundToRegisteredHours: clockTimes.register.allowed.hours,
  /** To review, and then to notify. */
  registeredToReportedWorkingDays:
    clockTimes.review.allowed.workingDays + clockTimes.notify.allowed.workingDays,
  reportedToRemediedDays: 90,
  listingAnswerDays: 30,
  readsInMonth: 50,
  exportsInMonth: 30,
  trailDays: 30,
} as const

/** Findings that are faults only once a clock has run out; their `since` is the day it started. */
export const clockOfFinding: Readonly<Record<string, ClockId>> = {
  noReceipt: 'sign',
  extensionWaits: 'decideExtension',
}

/** Shares that are well, and those that are bad. */
export const goodShare = 0.95
export const badShare = 0.8
export const relapseShare = 0.1
