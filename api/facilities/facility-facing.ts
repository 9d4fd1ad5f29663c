import type { Text } from '../http/text.ts'

/** Whose oncoming traffic a facility looks at: what an officer sees at a glance, where nobody carries a compass. */
export const facilityFacings = {
  increasing: { zh: '面向桩号增大方向来车', en: 'To traffic with growing stakes' },
  decreasing: { zh: '面向桩号减小方向来车', en: 'To traffic with falling stakes' },
  both: { zh: '面向两个方向来车', en: 'To traffic of both directions' },
  sideRoad: { zh: '面向支路来车', en: 'To traffic from a side road' },
} as const satisfies Record<string, Text>

export const facilityFaces = {
  single: { zh: '单面', en: 'One side' },
  double: { zh: '双面', en: 'Two sides' },
} as const satisfies Record<string, Text>

export type FacilityFacing = keyof typeof facilityFacings
export type FacilityFaces = keyof typeof facilityFaces
export const facilityFacingIds = Object.keys(facilityFacings) as [FacilityFacing, ...FacilityFacing[]]
export const facilityFacesIds = Object.keys(facilityFaces) as [FacilityFaces, ...FacilityFaces[]]
