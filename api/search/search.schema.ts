import { z } from 'zod'
import { hitKinds } from './search-ranking.ts'

export const SearchQuery = z.object({
  q: z
    .string()
    .max(200)
    .regex(/^\P{Cc}*$/u)
    .describe('a stake, road, place, number or coordinate'),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})

export const SearchHit = z.object({
  kind: z.enum(hitKinds),
  label: z.string(),
  detail: z.string(),
  road: z.string().optional(),
  stake: z.number().int().optional().describe('metres'),
  toStake: z.number().int().optional(),
  point: z.array(z.number()).length(2).optional().describe('longitude, latitude, WGS 84'),
  bounds: z.array(z.number()).length(4).optional().describe('west, south, east, north'),
  id: z.string().optional(),
  sign: z
    .array(z.string())
    .optional()
    .describe('what its map symbol says: status and level, severity, or kind and state'),
  score: z.number(),
  warnings: z.array(z.string()).optional().describe('codes of what was assumed'),
})
export type SearchHit = z.infer<typeof SearchHit>

export const SearchAnswer = z.object({ items: z.array(SearchHit) })
