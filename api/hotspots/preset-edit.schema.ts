import { z } from 'zod'
import { numberBounds, type NumberKey } from './rules/number-bounds.ts'
import { qualificationIds } from './rules/qualification.ts'

const numberOf = (key: NumberKey) => {
  const { least, most, isWhole } = numberBounds[key]
  const number = z.number().min(least).max(most)
  return (isWhole ? number.int() : number).optional()
}

const shared = {
  windowLength: numberOf('windowLength').describe('metres'),
  minimum: numberOf('minimum'),
  qualification: z.enum(qualificationIds).optional(),
  alpha: numberOf('alpha'),
  by: z.enum(['sigma', 'topShare']).optional(),
}

/** Of one sentence of the rule, by its id; each must be a number that the sentence has. */
const ClauseEdit = z
  .object({
    ...{ id: z.string().min(1).max(40), ...shared },
    regularityShare: numberOf('regularityShare'),
    hazardReach: numberOf('hazardReach').describe('metres'),
    sigmas: numberOf('sigmas'),
    topShare: numberOf('topShare'),
  })
  .strict()

const WeightEdit = z
  .object({
    perAccident: numberOf('perAccident'),
    perKilled: numberOf('perKilled'),
    perInjured: numberOf('perInjured'),
    perFatalAccident: numberOf('perFatalAccident').describe('on top of perAccident'),
    perInjuryAccident: numberOf('perInjuryAccident').describe('on top of perAccident'),
  })
  .strict()

/** Numbers of the rule, changed for this run only; each must be one that the rule has. */
export const PresetEdit = z
  .object({
    ...shared,
    longestPeriodDays: numberOf('longestPeriodDays'),
    top: numberOf('top'),
    lengthShare: numberOf('lengthShare'),
    junctionRadius: numberOf('junctionRadius').describe('metres'),
    clauses: z.array(ClauseEdit).max(20).optional(),
    thresholds: z
      .array(
        z.object({
          colour: z.enum(['red', 'yellow', 'blue']),
          minimum: z.number().int().min(1).max(numberBounds.minimum.most),
        }),
      )
      .max(3)
      .optional(),
    weights: WeightEdit.optional().describe('of ETAN or EPDO, where the list is ranked by them'),
    clusterRadius: numberOf('clusterRadius').describe('metres; accidents off the network'),
    clusterMinimum: numberOf('clusterMinimum'),
  })
  .strict()
