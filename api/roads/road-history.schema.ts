import { z } from 'zod'

const Act = z.object({
  by: z.string(),
  at: z.iso.datetime(),
  reason: z.string().nullable(),
})

export const RoadHistoryItem = z.object({
  id: z.string(),
  kind: z.enum(['section', 'anchor', 'chainBreak']),
  section: z.number().nullable().describe('sequence of the section, or of the one the anchor lies on'),
  fromStake: z.number().describe('metres; of an anchor its stake, of a chain break where it is'),
  toStake: z.number().nullable().describe('of a section'),
  jump: z.number().nullable().describe('of a chain break'),
  method: z.string().nullable().describe('of an anchor'),
  point: z.tuple([z.number(), z.number()]).nullable().describe('of an anchor'),
  note: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable().describe('first day on which it no longer held; null: it holds'),
  isCorrected: z.boolean().describe('found wrong and replaced: it held on no day'),
  ...Act.shape,
  ended: Act.nullable(),
})
export type RoadHistoryItem = z.infer<typeof RoadHistoryItem>

export const RoadHistory = z.object({ items: z.array(RoadHistoryItem) })
