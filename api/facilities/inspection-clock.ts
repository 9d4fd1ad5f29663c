import type { FacilityState } from './facility-states.ts'

const dayMs = 24 * 3600 * 1000
/** Batteries fail in the cold, so from November to March the round is twice as frequent. */
const winterMonths = [11, 12, 1, 2, 3]
const winterDays = 15
const usualDays = 30

export function nextInspection(day: string): string {
  const period = winterMonths.includes(Number(day.slice(5, 7))) ? winterDays : usualDays
  return new Date(Date.parse(day) + period * dayMs).toISOString().slice(0, 10)
}

/** Nobody inspects what is not there. */
export const isInspected = (state: FacilityState): boolean =>
  state === 'working' || state === 'fault' || state === 'toRemove'
