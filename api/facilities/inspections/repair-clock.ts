import { addWorkingDays, type Calendar } from '../../hazards/clocks/working-days.ts'
import type { FacilityState } from '../facility-states.ts'

/** A fault is made good by 设施保障 within three working days; the day it is found does not count. */
export const repairWorkingDays = 3

export const repairDueOn = (foundOn: string, calendar: Calendar): string =>
  addWorkingDays(foundOn, repairWorkingDays, calendar)

export const needsRepair = (state: FacilityState): boolean => state === 'fault' || state === 'missing'
