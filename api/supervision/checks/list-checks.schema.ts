import { z } from 'zod'

const Words = z.object({ zh: z.string(), en: z.string() })

/** Something that is missing in a row, or that its reader will ask about. */
export const ListFinding = z.object({
  position: z.number().int(),
  hazardId: z.uuid(),
  hazardNumber: z.string(),
  code: z.string(),
  isBlocking: z.boolean(),
  message: Words,
})
export type ListFinding = z.infer<typeof ListFinding>

export const ListChecks = z.object({
  items: z.array(ListFinding),
  blocking: z
    .number()
    .int()
    .describe('Findings that have to be mended, or explained when the list is issued'),
  advisory: z.number().int(),
  proposedNumber: z.string().describe('文号: the next one of the office'),
})
export type ListChecks = z.infer<typeof ListChecks>
