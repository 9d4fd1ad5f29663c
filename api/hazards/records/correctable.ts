import { z } from 'zod'
import type { FieldError } from '../../http/problem.ts'
import { HazardPatch, LocationInput } from '../hazard.schema.ts'
import { plainColumns } from '../plain-columns.ts'
import { TransitionFields } from '../life/transition.schema.ts'
import { CorrectablePapers, isPaperField, type PaperField } from './correctable-papers.ts'
import { recordMessages } from './record-messages.ts'

const { title, description, direction, side, placeText, gacha, squad, source, analysis, advice } =
  HazardPatch.shape
const { emergencyAdvice, responsibleUnit, remark, sensitivity, level, types } = HazardPatch.shape
const { responsiblePerson, remedyPlan, fundsWan, regulatorUnit, dueDate } = TransitionFields.shape

/** Where it lies is corrected as a whole: the stakes of a moved point are found anew, and a moved stake moves the point. */
export const placeKeys = Object.keys(LocationInput.shape) as (keyof LocationInput)[]

/**
 * What a correction may change. Not the status, which moves by acts only. A due date that was written down wrong may
 * be put right by a leader; more time is given by an extension. The original date stays beside it either way.
 */
export const Correctable = LocationInput.omit({ accuracy: true })
  .extend({ title, description, direction, side, placeText, gacha, squad, source, analysis, advice })
  .extend({ emergencyAdvice, responsibleUnit, remark, sensitivity, level, types })
  .extend({ responsiblePerson, remedyPlan, fundsWan, regulatorUnit, dueDate })
  .extend(CorrectablePapers.shape)
  .strict()
export type Correctable = z.infer<typeof Correctable>

export const correctableColumns = {
  ...plainColumns,
  responsiblePerson: 'responsible_person',
  remedyPlan: 'remedy_plan',
  fundsWan: 'funds_wan',
  regulatorUnit: 'regulator_unit_code',
  dueDate: 'due_date',
} as const satisfies Record<Exclude<keyof Correctable, keyof LocationInput | PaperField>, string>

const isCorrectable = (field: string) =>
  field in correctableColumns || isPaperField(field) || (placeKeys as string[]).includes(field)

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
    if (!isCorrectable(field))
      return [{ path: `changes.${index}.field`, message: recordMessages.notCorrectable(field) }]
    const isWrong = parsed.error.issues.some(({ path }) => path[0] === field)
    return isWrong ? [{ path: `changes.${index}.after`, message: recordMessages.wrongValue(field) }] : []
  })
  return { values: {}, errors }
}
