import { daysBetween } from '../areas/calendar-days.ts'
import type { HazardStatus } from './hazard-status.ts'

export type Warning = 'blue' | 'yellow' | 'orange' | 'red'

/** The responsible unit has done its part once the remedy is accepted; after that its clock stands still. */
export const stoppedStatuses: readonly HazardStatus[] = [16, 17, 60, 70]

/** 逾期: full days past the date; 0 on the day itself and before. Whatever has a date is late by this. */
export const daysOverdue = (dueOn: string, today: string): number => Math.max(0, daysBetween(dueOn, today))

/** 预警: 蓝 from 15 days before, 黄 7, 橙 3, 红 once the date is past. */
export function warningOf(daysLeft: number): Warning | null {
  if (daysLeft < 0) return 'red'
  return daysLeft <= 3 ? 'orange' : daysLeft <= 7 ? 'yellow' : daysLeft <= 15 ? 'blue' : null
}

/** The date of the remedy, while it runs. */
export function dueClock(
  status: HazardStatus,
  dueDate: string | null,
  today: string,
): { overdueDays: number; warning: Warning | null } {
  if (dueDate === null || stoppedStatuses.includes(status)) return { overdueDays: 0, warning: null }
  return { overdueDays: daysOverdue(dueDate, today), warning: warningOf(daysBetween(today, dueDate)) }
}
