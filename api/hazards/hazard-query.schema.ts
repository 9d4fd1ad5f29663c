import { z } from 'zod'
import { Bbox, Flag, RoadCodes, several } from '../http/query-values.ts'
import { editions } from '../http/provenance-entries.ts'
import { hazardTypeIds } from './hazard-codes.ts'

const Code = z.string().trim().min(1).max(40)
const Digits = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)

export const HazardFilter = z.object({
  road: RoadCodes.optional(),
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
  withdrawn: z.literal('only').optional().describe('Only those that were withdrawn (作废)'),
})
export type HazardFilter = z.output<typeof HazardFilter>

export const HazardQuery = HazardFilter.extend({
  format: z.enum(['json', 'geojson', 'csv', 'xlsx']).default('json'),
  edition: z
    .enum(editions)
    .default('internal')
    .describe('Of files. external: without persons, sources, remarks'),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
  mine: z
    .literal('first')
    .optional()
    .describe('The own squad’s first, then by what is overdue or due next; left out: newest number first'),
  cursor: z.string().max(40).optional().describe('`nextCursor` of the answer before'),
})
export type HazardQuery = z.output<typeof HazardQuery>
