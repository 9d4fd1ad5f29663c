import { z } from 'zod'
import { calibres } from '../accidents/calibre.ts'
import { featureKinds } from './analysis/over-represented.ts'
import { methods, presetIds } from './rules/preset.ts'
import { PresetEdit } from './preset-edit.schema.ts'
import { qualificationIds } from './rules/qualification.ts'
import { usualSimulations } from './rules/run-settings.ts'
import { weightIds } from './rules/severity-weights.ts'

const Dominant = z.object({ code: z.string(), count: z.number().int() }).nullable()
const Text = z.object({ zh: z.string(), en: z.string() })

export const ScreeningRequest = z
  .object({
    preset: z.enum(presetIds),
    from: z.iso.date(),
    to: z.iso.date(),
    calibre: z.enum(calibres).optional().describe('that of the preset, or general'),
    roads: z.array(z.string()).optional(),
    weights: z.enum(weightIds).optional().describe('that of the preset'),
    parameters: PresetEdit.optional(),
    simulations: z
      .number()
      .int()
      .min(0)
      .max(9999)
      .default(usualSimulations)
      .describe('roads with accidents at random; 0: none'),
  })
  .strict()
export type ScreeningRequest = z.infer<typeof ScreeningRequest>
export type ScreeningOrder = z.input<typeof ScreeningRequest>

export const SiteProfile = z.object({
  form: Dominant,
  causeClass: Dominant,
  light: Dominant,
  weather: Dominant,
  hours: Dominant,
})

const Fired = z.object({
  id: z.string(),
  text: Text,
  windowLength: z.number(),
  of: z.enum(qualificationIds),
  densest: z.number().int(),
  qualifying: z.number().int(),
  expected: z.number(),
  pValue: z.number(),
})

const ChanceFacts = z.object({
  clause: z.string(),
  windowLength: z.number(),
  expectedSites: z.number().describe('windows with as many that the network would have by chance'),
  falseDiscovery: z.number().describe('Benjamini–Hochberg over all windows of the network'),
  interval: z
    .object({ lower: z.number(), upper: z.number() })
    .describe('exact 95 % interval (Garwood) of the mean behind `densest`'),
  scan: z
    .object({ pValue: z.number(), simulations: z.number().int() })
    .nullable()
    .describe('against the fullest window of the road with its accidents at random'),
})

const Feature = z.object({
  kind: z.enum(featureKinds),
  code: z.string(),
  hits: z.number().int(),
  drawn: z.number().int(),
  marked: z.number().int(),
  all: z.number().int(),
  pValue: z.number(),
  falseDiscovery: z.number(),
})

export const ScreeningSite = z.object({
  id: z.uuid(),
  rank: z.number().int(),
  kind: z.enum(['stretch', 'junction']),
  road: z.string(),
  roadName: z.string(),
  name: z.string().nullable().describe('of a named section'),
  crossing: z
    .array(z.object({ road: z.string(), stake: z.number() }))
    .describe('roads that meet at a junction site'),
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
  fatalAccidents: z.number().int().nullable(),
  injuryAccidents: z.number().int().nullable(),
  score: z.number().nullable().describe('by the weights that the list is ranked by'),
  expected: z
    .number()
    .describe('λ: qualifying accidents per window if they were spread evenly over the road'),
  pValue: z.number().describe('P(X ≥ densest) at that mean'),
  chance: z.enum(['hardlyChance', 'maybeChance', 'smallSample']),
  chanceFacts: ChanceFacts.nullable().describe('null for runs of before'),
  fired: z.array(Fired).describe('the sentences of the rule that made it a site'),
  profile: SiteProfile,
  grid: z.array(z.object({ weekday: z.number().int(), hours: z.string(), count: z.number().int() })),
  features: z.array(Feature).describe('what it has more of than its road, least likely first'),
  openHazards: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string() })),
  facilities: z
    .number()
    .int()
    .describe('Placed facilities inside the stretch, metres of 200 around it included'),
  facilityKinds: z.array(z.object({ kind: z.string(), count: z.number().int() })),
})
export type ScreeningSite = z.infer<typeof ScreeningSite>

export const ScreeningCluster = z.object({
  id: z.uuid(),
  rank: z.number().int(),
  accidents: z.number().int(),
  killed: z.number().int(),
  injured: z.number().int(),
  lossYuan: z.number().int(),
  accidentIds: z.array(z.uuid()),
  centre: z.array(z.number()).describe('longitude, latitude'),
})
export type ScreeningCluster = z.infer<typeof ScreeningCluster>

export const ScreeningRun = z.object({
  id: z.uuid(),
  method: z.enum(methods),
  preset: z.enum(presetIds),
  parameters: z.record(z.string(), z.unknown()),
  calibre: z.enum(calibres),
  from: z.iso.date(),
  to: z.iso.date(),
  cutoff: z.iso.datetime(),
  accidentCount: z.number().int().describe('accidents of the period, on the roads asked for or anywhere'),
  locatedCount: z.number().int().describe('how many of them have a stake on a screened road and took part'),
  weights: z.enum(weightIds).describe('what the list is ranked by'),
  isReranked: z.boolean().describe('by other weights than those that the run was made with'),
  facts: z
    .record(z.string(), z.unknown())
    .describe('number of tests, threshold, curve of the cumulative frequency'),
  resultHash: z.string(),
  demo: z.boolean(),
})
export type ScreeningRun = z.infer<typeof ScreeningRun>

export const RankedPlace = ScreeningSite.pick({
  ...({ id: true, rank: true, road: true, roadName: true, fromStake: true, toStake: true } as const),
}).extend({ run: ScreeningRun.describe('the screening that it belongs to') })
export type RankedPlace = z.infer<typeof RankedPlace>

export const ScreeningResult = ScreeningRun.extend({
  sites: z.array(ScreeningSite),
  clusters: z.array(ScreeningCluster).describe('非里程路段: accidents off the network, clustered in metres'),
})
export type ScreeningResult = z.infer<typeof ScreeningResult>

export const ScreeningList = z.object({ items: z.array(ScreeningRun) })

export const ScreeningListQuery = z.object({
  preset: z.enum(presetIds).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const ScreeningFormat = z.object({
  format: z.enum(['json', 'geojson', 'xlsx']).default('json'),
  weights: z.enum(weightIds).optional().describe('rank by these instead'),
})

export const ComparisonQuery = z.object({
  with: z.uuid().describe('the earlier run'),
  weights: z.enum(weightIds).optional(),
})

const KeptSite = z.object({
  before: ScreeningSite,
  after: ScreeningSite,
  moved: z.boolean(),
  rankGain: z.number().int().describe('places nearer to the first'),
})

export const ScreeningComparison = z.object({
  before: ScreeningRun,
  after: ScreeningRun,
  differences: z
    .array(z.enum(['preset', 'parameters', 'calibre', 'period', 'roads', 'weights']))
    .describe('in what the two runs were asked differently'),
  appeared: z.array(ScreeningSite),
  gone: z.array(ScreeningSite),
  kept: z.array(KeptSite),
})
export type ScreeningComparison = z.infer<typeof ScreeningComparison>
