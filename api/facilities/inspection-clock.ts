import { addDays } from '../areas/calendar-days.ts'
import type { FacilityState } from './facility-states.ts'

/** Batteries fail in the cold, so from November to March the round is twice as frequent. */
const winterMonths = [11, 12, 1, 2, 3]
const winterDays = 15
const usualDays = 30

export function nextInspection(day: string): string {
  const period = winterMonths.includes(Number(day.slice(5, 7))) ? winterDays : usualDays
  return addDays(day, period)
}

/** Nobody inspects what is not there. */
export const inspectedStates: readonly FacilityState[] = ['working', 'fault', 'toRemove']
export const isInspected = (state: FacilityState): boolean => inspectedStates.includes(state)
