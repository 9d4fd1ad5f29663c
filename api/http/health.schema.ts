import { z } from 'zod'

export const Health = z.object({
  status: z.literal('ok'),
  version: z.string(),
  database: z.object({
    engine: z.enum(['embedded', 'server']),
    postgis: z.string(),
    migration: z.string(),
  }),
  demoYear: z.number().int().nullable(),
})
export type Health = z.infer<typeof Health>
