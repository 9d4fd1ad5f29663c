import { z } from 'zod'
import { hazardTypeIds } from './hazard-codes.ts'

/** Several values come by repeating the key. */
const several = <Schema extends z.ZodType<unknown, string>>(schema: Schema) =>
  z
    .union([schema, z.array(schema)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<Schema>[])

const Code = z.string().trim().min(1).max(40)
const Digits = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
const Bbox = z
  .string()
  .regex(/^(-?\d+(\.\d+)?)(,-?\d+(\.\d+)?){3}$/)
  .transform((value) => value.split(',').map(Number) as [number, number, number, number])
const Flag = z.enum(['true', 'false']).transform((value) => value === 'true')

export const HazardFilter = z.object({
  road: several(Code).optional().describe('Road code; `other` for roads without a code'),
  status: several(Digits).optional(),
  level: several(Digits).optional(),
  type: several(z.enum(hazardTypeIds)).optional(),
  supervisionLevel: several(Digits).optional(),
  squad: several(Code).optional(),
  township: several(Code).optional(),
  overdue: Flag.optional(),
  open: Flag.optional().describe('true: not closed, merged or refused'),
  from: z.iso.date().optional().describe('Found on or after this day'),
  to: z.iso.date().optional().describe('Found on or before this day'),
  bbox: Bbox.optional(),
})
export type HazardFilter = z.output<typeof HazardFilter>

export const HazardQuery = HazardFilter.extend({
  format: z.enum(['json', 'geojson', 'csv']).default('json'),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
  cursor: z.string().max(40).optional().describe('`nextCursor` of the answer before'),
})
export type HazardQuery = z.output<typeof HazardQuery>
