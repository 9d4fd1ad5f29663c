import { z } from 'zod'
import { AccidentFilter } from '../accidents/accident.schema.ts'
import { calibres } from '../accidents/calibre.ts'
import { rateKindIds } from './death-rate.ts'
import { dimensions } from './dimensions.ts'
import { StatisticBase } from './statistic-base.schema.ts'

const Dates = { from: z.iso.date(), to: z.iso.date() }

/** The filter of the list of accidents, so that a figure and the records behind it agree. */
const CountedFilter = AccidentFilter.extend(Dates)

export const FourIndicesQuery = CountedFilter.extend({ by: z.enum(dimensions).optional() })
export type FourIndicesQuery = z.infer<typeof FourIndicesQuery>

export const CrossTableQuery = CountedFilter.extend({
  rows: z.enum(dimensions).default('hour'),
  columns: z.enum(dimensions).default('weekday'),
})
export type CrossTableQuery = z.infer<typeof CrossTableQuery>

export const SummaryQuery = z.object(Dates)

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

const Frame = {
  calibre: z.enum(calibres),
  calibreText: z.string(),
  ...Dates,
}
const YearBefore = { previousFrom: z.iso.date(), previousTo: z.iso.date() }

export const FourIndices = Comparison.extend({
  ...Frame,
  ...YearBefore,
  /** 「N 起中 n 起已定位」 */
  located: z.number().int().describe('How many of the current accidents are on the map'),
  by: z.enum(dimensions).optional(),
  rows: z
    .array(
      Comparison.extend({
        key: z.string(),
        name: z.string().describe('What the key is called, in the language asked for'),
        reported: Comparison.optional().describe('其中：统计; with the calibre `general` only'),
      }),
    )
    .optional(),
})
export type FourIndices = z.infer<typeof FourIndices>

const Named = z.object({ key: z.string(), name: z.string() })

export const CrossTable = z.object({
  ...Frame,
  by: z.object({ rows: z.enum(dimensions), columns: z.enum(dimensions) }),
  rows: z.array(Named),
  columns: z.array(Named),
  cells: z.array(z.array(Indices)).describe('One list per row, in the order of the columns'),
  rowTotals: z.array(Indices),
  columnTotals: z.array(Indices),
  total: Indices,
})
export type CrossTable = z.infer<typeof CrossTable>

const SevereAccident = Indices.omit({ accidents: true }).extend({
  id: z.uuid(),
  accidentNo: z.string(),
  occurredAt: z.string().describe('YYYY-MM-DD HH:MM, Asia/Shanghai'),
  roadName: z.string(),
  placeText: z.string(),
})

const DeathRate = z.object({
  kind: z.enum(rateKindIds),
  calibre: z.enum(calibres),
  killed: z.number().int(),
  base: z.number().int().nullable(),
  rate: z.string().nullable().describe('Two decimals; null without a base for the year'),
})

export const Summary = z.object({
  sentence: z.string(),
  ...Dates,
  ...YearBefore,
  general: Comparison,
  reported: Comparison,
  simple: Comparison,
  severe: z.array(SevereAccident).describe('Three dead or more'),
  rates: z.array(DeathRate),
  base: StatisticBase.omit({ demo: true }).nullable(),
  origins: z.array(
    z.object({
      batch: z.string().nullable().describe('Number and file of the import; null: entered here'),
      demo: z.boolean(),
      accidents: z.number().int(),
    }),
  ),
})
export type Summary = z.infer<typeof Summary>
