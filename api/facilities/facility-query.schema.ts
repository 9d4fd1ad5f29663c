import { z } from 'zod'
import { facilityKindIds } from './facility-kinds.ts'
import { facilityStateIds } from './facility-states.ts'

/** Several values come by repeating the key. */
const several = <Schema extends z.ZodType<unknown, string>>(schema: Schema) =>
  z
    .union([schema, z.array(schema)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<Schema>[])

const Bbox = z
  .string()
  .regex(/^(-?\d+(\.\d+)?)(,-?\d+(\.\d+)?){3}$/)
  .transform((value) => value.split(',').map(Number) as [number, number, number, number])

export const FacilityFilter = z.object({
  road: several(z.string().trim().min(1).max(40))
    .optional()
    .describe('Road code; `other` for roads without a code'),
  kind: several(z.enum(facilityKindIds)).optional(),
  state: several(z.enum(facilityStateIds)).optional(),
  hazardId: z.uuid().optional(),
  inspectionOverdue: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  bbox: Bbox.optional(),
})
export type FacilityFilter = z.output<typeof FacilityFilter>

export const FacilityQuery = FacilityFilter.extend({
  format: z.enum(['json', 'geojson', 'csv']).default('json'),
  limit: z.coerce.number().int().min(1).max(2000).default(1000),
  cursor: z.string().max(40).optional().describe('`nextCursor` of the answer before'),
})
export type FacilityQuery = z.output<typeof FacilityQuery>
