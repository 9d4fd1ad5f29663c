import { z } from 'zod'
import { Flag, several } from '../http/query-values.ts'
import { AdminGrade } from './road.schema.ts'

const geometry = z
  .enum(['true', 'false'])
  .optional()
  .describe('true adds lines, anchors, chain breaks and stretches')

const on = z.iso
  .date()
  .optional()
  .describe(
    'the network as it held that day; without it, as it stands: old records go by the posts of their time',
  )

const RoadFilter = z.object({
  q: z
    .string()
    .max(100)
    .optional()
    .describe('part of a code, a name, an alias, a township or the course of the road'),
  adminGrade: several(AdminGrade).optional(),
  drawn: Flag.optional().describe('false: only roads that are names without a line'),
})
export type RoadFilter = Partial<z.infer<typeof RoadFilter>>

export const RoadListQuery = RoadFilter.extend({ geometry, on })
export const RoadQuery = z.object({ geometry, on })
