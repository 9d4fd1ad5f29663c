import { z } from 'zod'
import { calibres } from '../accidents/calibre.ts'
import { presets, type PresetId } from './presets.ts'

const presetIds = Object.keys(presets) as [PresetId, ...PresetId[]]
const Dominant = z.object({ code: z.string(), count: z.number().int() }).nullable()

export const ScreeningRequest = z
  .object({
    preset: z.enum(presetIds),
    from: z.iso.date(),
    to: z.iso.date(),
    calibre: z.enum(calibres).default('general'),
    roads: z.array(z.string()).optional(),
  })
  .strict()
export type ScreeningRequest = z.infer<typeof ScreeningRequest>

export const SiteProfile = z.object({
  form: Dominant,
  causeClass: Dominant,
  light: Dominant,
  weather: Dominant,
  hours: Dominant,
})

export const ScreeningSite = z.object({
  id: z.uuid(),
  rank: z.number().int(),
  road: z.string(),
  roadName: z.string(),
  direction: z.enum(['increasing', 'decreasing', 'both']),
  fromStake: z.number().int(),
  toStake: z.number().int(),
  stakeText: z.string(),
  qualifying: z.number().int(),
  densest: z.number().int(),
  accidents: z.number().int(),
  killed: z.number().int(),
  injured: z.number().int(),
  lossYuan: z.number().int(),
  expected: z
    .number()
    .describe('λ: qualifying accidents per window if they were spread evenly over the road'),
  pValue: z.number().describe('P(X ≥ densest) at that mean'),
  chance: z.enum(['hardlyChance', 'maybeChance', 'smallSample']),
  profile: SiteProfile,
  openHazards: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string() })),
  facilities: z
    .number()
    .int()
    .describe('Placed facilities inside the stretch, metres of 200 around it included'),
})
export type ScreeningSite = z.infer<typeof ScreeningSite>

export const ScreeningRun = z.object({
  id: z.uuid(),
  method: z.literal('windowRule'),
  preset: z.enum(presetIds),
  parameters: z.record(z.string(), z.unknown()),
  calibre: z.enum(calibres),
  from: z.iso.date(),
  to: z.iso.date(),
  cutoff: z.iso.datetime(),
  accidentCount: z.number().int().describe('accidents of the period, on the roads asked for or anywhere'),
  locatedCount: z.number().int().describe('how many of them have a stake on a screened road and took part'),
  resultHash: z.string(),
  demo: z.boolean(),
})
export type ScreeningRun = z.infer<typeof ScreeningRun>

export const ScreeningResult = ScreeningRun.extend({ sites: z.array(ScreeningSite) })
export type ScreeningResult = z.infer<typeof ScreeningResult>

export const ScreeningList = z.object({ items: z.array(ScreeningRun) })

export const ScreeningListQuery = z.object({
  preset: z.enum(presetIds).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const ScreeningFormat = z.object({ format: z.enum(['json', 'geojson']).default('json') })
