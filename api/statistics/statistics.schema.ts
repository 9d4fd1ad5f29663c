import { z } from 'zod'
import { RoadCodes, several } from '../http/query-values.ts'
import { Severity } from '../accidents/accident.schema.ts'
import { calibres } from '../accidents/calibre.ts'

export const dimensions = [
  'road',
  'squad',
  'township',
  'month',
  'hour',
  'weekday',
  'severity',
  'form',
  'cause',
  'light',
  'weather',
] as const
export type Dimension = (typeof dimensions)[number]

export const FourIndicesQuery = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  calibre: z.enum(calibres).default('general'),
  by: z.enum(dimensions).optional(),
  road: RoadCodes.optional(),
  severity: several(Severity).optional(),
})
export type FourIndicesQuery = z.infer<typeof FourIndicesQuery>

export const SummaryQuery = z.object({ from: z.iso.date(), to: z.iso.date() })

export const Indices = z.object({
  accidents: z.number().int(),
  killed: z.number().int().describe('Dead within 7 days'),
  injured: z.number().int(),
  lossYuan: z.number().int(),
})

const Change = z.object({
  difference: z.number().int(),
  percent: z.number().nullable().describe('One decimal; null where the previous figure is 0'),
  trend: z.enum(['up', 'down', 'level']),
})

const Comparison = z.object({
  current: Indices,
  previous: Indices,
  change: z.object({ accidents: Change, killed: Change, injured: Change, lossYuan: Change }),
})

export const FourIndices = Comparison.extend({
  calibre: z.enum(calibres),
  calibreText: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  previousFrom: z.iso.date(),
  previousTo: z.iso.date(),
  /** 「N 起中 n 起已定位」 */
  located: z.number().int().describe('How many of the current accidents are on the map'),
  rows: z
    .array(
      Comparison.extend({
        key: z.string(),
        name: z.string().optional().describe('of the road, where the rows are roads'),
      }),
    )
    .optional(),
})
export type FourIndices = z.infer<typeof FourIndices>

export const Summary = z.object({
  sentence: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  general: Comparison,
  reported: Comparison,
})
export type Summary = z.infer<typeof Summary>
