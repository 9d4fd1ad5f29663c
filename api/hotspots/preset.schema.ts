import { z } from 'zod'
import { calibres } from '../accidents/calibre.ts'
import { methods, presetIds } from './rules/preset.ts'
import { qualificationIds } from './rules/qualification.ts'
import { weightIds } from './rules/severity-weights.ts'

const Text = z.object({ zh: z.string(), en: z.string() })

/** P0: what the brigade enters from a document of its own. */
export const OwnDefinition = z
  .object({
    name: z.string().trim().min(2).max(60),
    source: z.string().trim().min(2).max(200).describe('Number and title of the document'),
    windowLength: z.number().int().min(50).max(50_000).describe('metres'),
    longestPeriodDays: z.number().int().min(1).max(3660),
    minimum: z.number().int().min(1).max(1000),
    qualification: z.enum(qualificationIds),
    calibre: z.enum(calibres),
  })
  .strict()
export type OwnDefinition = z.infer<typeof OwnDefinition>

export const PresetView = z.object({
  id: z.enum(presetIds),
  version: z.number().int().describe('0: not filled in yet'),
  isFilled: z.boolean(),
  method: z.enum(methods),
  name: Text,
  criterion: Text,
  source: Text,
  longestPeriodDays: z.number().int(),
  weights: z.enum(weightIds),
  calibre: z.enum(calibres).nullable(),
  parameters: z.record(z.string(), z.unknown()).describe('all numbers of the rule'),
  own: OwnDefinition.nullable().describe('P0 as it was entered'),
})
export type PresetView = z.infer<typeof PresetView>

export const WeightSetView = z.object({
  id: z.enum(weightIds),
  version: z.number().int(),
  name: Text,
  formula: Text,
  source: Text,
})

export const PresetList = z.object({
  items: z.array(PresetView),
  weights: z.array(WeightSetView),
  qualifications: z.array(z.object({ id: z.enum(qualificationIds), text: Text })),
})
export type PresetList = z.infer<typeof PresetList>
