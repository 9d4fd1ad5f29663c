import { z } from 'zod'
import { annualCountIds, annualSectionIds } from './annual-fields.ts'

/** Whole: what is left out is taken away. */
export const AnnualMaterialInput = z
  .object({
    counts: z.partialRecord(z.enum(annualCountIds), z.number().int().min(0).max(99_999_999)),
    texts: z.partialRecord(z.enum(annualSectionIds), z.string().trim().max(2000)),
  })
  .strict()
export type AnnualMaterialInput = z.infer<typeof AnnualMaterialInput>

export const AnnualMaterial = z.object({
  year: z.number().int(),
  counts: z.record(z.string(), z.number().int()),
  texts: z.record(z.string(), z.string()),
  updatedAt: z.iso.datetime().nullable(),
  updatedBy: z.string().nullable(),
})
export type AnnualMaterial = z.infer<typeof AnnualMaterial>
