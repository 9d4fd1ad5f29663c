import type { Text } from '../http/text.ts'

export const facilityStates = {
  planned: { zh: '规划', en: 'Planned' },
  working: { zh: '在用', en: 'Working' },
  fault: { zh: '故障', en: 'Faulty' },
  missing: { zh: '缺失/被盗', en: 'Missing or stolen' },
  toRemove: { zh: '待拆除', en: 'To be removed' },
  removed: { zh: '已拆除', en: 'Removed' },
  permanent: { zh: '转永久', en: 'Made permanent' },
} as const satisfies Record<string, Text>

export type FacilityState = keyof typeof facilityStates
export const facilityStateIds = Object.keys(facilityStates) as [FacilityState, ...FacilityState[]]

/** Stands at the road, whether it works or not. */
export const standingStates: readonly FacilityState[] = ['working', 'fault', 'toRemove', 'permanent']

/** Is taken down or waits for it: why, is to be said. */
export const isGoing = (state: FacilityState): boolean => state === 'toRemove' || state === 'removed'

/** Stands and does what it is for. */
export const isInUse = (state: FacilityState): boolean => standingStates.includes(state) && state !== 'fault'
