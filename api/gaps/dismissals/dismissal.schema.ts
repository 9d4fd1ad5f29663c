import { z } from 'zod'

export const NewDismissal = z
  .object({
    reason: z.string().trim().min(2).max(300).describe('What was seen on the spot and why nothing is placed'),
    until: z.iso.date().describe('The last day on which it holds; no more than a year ahead'),
  })
  .strict()
export type NewDismissal = z.infer<typeof NewDismissal>

export const Dismissed = z
  .object({ reason: z.string(), by: z.string(), on: z.iso.date(), until: z.iso.date() })
  .describe('somebody decided that nothing is placed; lapses on that day or when the evidence changes')
