import { z } from 'zod'

const count = z.number().int().min(1).max(100_000_000)

export const StatisticBaseInput = z
  .object({
    vehicles: count.describe('机动车保有量（辆）'),
    drivers: count.nullable().optional().describe('驾驶人（人）'),
    residents: count.nullable().optional().describe('常住人口（人）'),
    population: count.nullable().optional().describe('总人口（人）'),
    source: z.string().trim().min(1).max(200).describe('Where the figures come from'),
  })
  .strict()
export type StatisticBaseInput = z.infer<typeof StatisticBaseInput>

export const StatisticBase = z.object({
  year: z.number().int(),
  vehicles: z.number().int(),
  drivers: z.number().int().nullable(),
  residents: z.number().int().nullable(),
  population: z.number().int().nullable(),
  source: z.string(),
  demo: z.boolean(),
})
export type StatisticBase = z.infer<typeof StatisticBase>

export const StatisticBaseList = z.object({ items: z.array(StatisticBase) })

export const YearParam = z.object({ year: z.coerce.number().int().min(1949).max(2200) })
