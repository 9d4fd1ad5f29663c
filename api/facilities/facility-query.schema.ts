import { z } from 'zod'
import { Bbox, Flag, RoadCodes, several } from '../http/query-values.ts'
import { editions } from '../http/provenance-entries.ts'
import { facilityKindIds } from './facility-kinds.ts'
import { facilityStateIds } from './facility-states.ts'

export const FacilityFilter = z.object({
  road: RoadCodes.optional(),
  kind: several(z.enum(facilityKindIds)).optional(),
  state: several(z.enum(facilityStateIds)).optional(),
  hazardId: z.uuid().optional(),
  inspectionOverdue: Flag.optional(),
  installedFrom: z.iso.date().optional(),
  installedTo: z.iso.date().optional(),
  bbox: Bbox.optional(),
})
export type FacilityFilter = z.output<typeof FacilityFilter>

export const FacilityQuery = FacilityFilter.extend({
  format: z.enum(['json', 'geojson', 'csv', 'xlsx']).default('json'),
  edition: z
    .enum(editions)
    .default('internal')
    .describe('Of files. external: without prices and suppliers, and without speed cameras'),
  download: Flag.optional().describe('true: taken away as a file, also by our own page'),
  limit: z.coerce.number().int().min(1).max(2000).default(1000),
  cursor: z.string().max(40).optional().describe('`nextCursor` of the answer before'),
})
export type FacilityQuery = z.output<typeof FacilityQuery>
