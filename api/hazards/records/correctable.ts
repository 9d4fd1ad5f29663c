import { z } from 'zod'
import type { FieldError } from '../../http/problem.ts'
import { HazardPatch } from '../hazard.schema.ts'
import { TransitionFields } from '../life/transition.schema.ts'
import { recordMessages } from './record-messages.ts'

const { title, description, direction, side, placeText, gacha, squad, source, analysis, advice } =
  HazardPatch.shape
const { emergencyAdvice, responsibleUnit, remark, sensitivity, level, types } = HazardPatch.shape
const { responsiblePerson, remedyPlan, fundsWan, regulatorUnit } = TransitionFields.shape

/** What a correction may change. Not the status and not the due date: those move by acts and extensions only. */
export const Correctable = z
  .object({ title, description, direction, side, placeText, gacha, squad, source, analysis, advice })
  .extend({ emergencyAdvice, responsibleUnit, remark, sensitivity, level, types })
  .extend({ responsiblePerson, remedyPlan, fundsWan, regulatorUnit })
  .strict()
export type Correctable = z.infer<typeof Correctable>

export const correctableColumns = {
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
  responsiblePerson: 'responsible_person',
  remedyPlan: 'remedy_plan',
  fundsWan: 'funds_wan',
  regulatorUnit: 'regulator_unit_code',
} as const satisfies Record<keyof Correctable, string>

interface Asked {
  readonly field: string
  readonly after?: unknown
}

/** The values that were asked for, or what is wrong with them. */
export function readCorrection(changes: readonly Asked[]): { values: Correctable; errors: FieldError[] } {
  const given = Object.fromEntries(changes.map(({ field, after }) => [field, after]))
  const parsed = Correctable.safeParse(given)
  if (parsed.success) return { values: parsed.data, errors: [] }
  const errors = changes.flatMap(({ field }, index) => {
    if (!(field in correctableColumns))
      return [{ path: `changes.${index}.field`, message: recordMessages.notCorrectable(field) }]
    const isWrong = parsed.error.issues.some(({ path }) => path[0] === field)
    return isWrong ? [{ path: `changes.${index}.after`, message: recordMessages.wrongValue(field) }] : []
  })
  return { values: {}, errors }
}
