import type { HazardStatus } from './hazard-status.ts'

export type Warning = 'blue' | 'yellow' | 'orange' | 'red'

const dayMs = 24 * 3600 * 1000
/** Calendar days from the first day to the second; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}

/** The responsible unit has done its part once the remedy is accepted; after that the clock stands still. */
const stoppedStatuses: readonly HazardStatus[] = [16, 17, 60, 70]

/** 预警: 蓝 from 15 days before, 黄 7, 橙 3, 红 once the date is past. */
export function warningOf(daysLeft: number): Warning | null {
  if (daysLeft < 0) return 'red'
  return daysLeft <= 3 ? 'orange' : daysLeft <= 7 ? 'yellow' : daysLeft <= 15 ? 'blue' : null
}

export function dueClock(
  status: HazardStatus,
  dueDate: string | null,
  today: string,
): { overdueDays: number; warning: Warning | null } {
  if (dueDate === null || stoppedStatuses.includes(status)) return { overdueDays: 0, warning: null }
  const left = daysBetween(today, dueDate)
  return { overdueDays: Math.max(0, -left), warning: warningOf(left) }
}
