import type { Facility } from '../facilities/facility.schema.ts'
import { isInspected } from '../facilities/inspection-clock.ts'
import type { HazardStatus } from '../hazards/hazard-status.ts'

/** What to look at when one stands there. */
export const looks = [
  'checkPlace',
  'checkDanger',
  'checkRemedy',
  'checkDone',
  'checkHolds',
  'revisit',
  'inspect',
  'repair',
  'remove',
  'replace',
  'watch',
] as const
export type Look = (typeof looks)[number]

const byStatus: Readonly<Partial<Record<HazardStatus, Look>>> = {
  10: 'checkPlace',
  15: 'checkPlace',
  40: 'checkRemedy',
  50: 'checkDone',
  60: 'checkHolds',
  75: 'checkRemedy',
}

export const lookOfHazard = (status: HazardStatus): Look => byStatus[status] ?? 'checkDanger'

/** Undefined for a facility that gives no reason to stop. Due on the day itself is due. */
export function lookOfFacility(
  { state, inspectionDueOn }: Pick<Facility, 'state' | 'inspectionDueOn'>,
  day: string,
): Look | undefined {
  if (state === 'fault') return 'repair'
  if (state === 'missing') return 'replace'
  if (state === 'toRemove') return 'remove'
  return isInspected(state) && inspectionDueOn !== null && inspectionDueOn <= day ? 'inspect' : undefined
}
