import type { HazardPatch } from './hazard.schema.ts'
import type { HazardTable } from './hazard.table.ts'

/** Fields of a hazard that stand in one column each; a place is written as a whole. */
export const plainColumns = {
  title: 'title',
  description: 'description',
  direction: 'direction',
  side: 'side',
  placeText: 'place_text',
  gacha: 'gacha',
  squad: 'squad_code',
  source: 'source',
  analysis: 'analysis',
  advice: 'advice',
  emergencyAdvice: 'emergency_advice',
  responsibleUnit: 'responsible_unit_code',
  remark: 'remark',
  sensitivity: 'sensitivity',
  level: 'level',
  types: 'types',
} as const satisfies Partial<Record<keyof HazardPatch, keyof HazardTable>>
