import { z } from 'zod'
import { calibres } from '../../accidents/calibre.ts'
import { Flag, RoadCodes } from '../../http/query-values.ts'
import { densityMethods } from '../analysis/density/kernel-density.ts'
import { kernelNames } from '../analysis/density/kernels.ts'

const metres = (least: number, most: number) => z.coerce.number().min(least).max(most)

export const DensityScope = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  calibre: z.enum(calibres).default('general'),
  road: RoadCodes.optional().describe('Roads to show; all accidents count all the same, across junctions'),
  method: z.enum(densityMethods).default('continuous'),
  kernel: z.enum(kernelNames).default('quartic'),
  bandwidth: z
    .union([z.literal('auto'), metres(20, 5000)])
    .default(300)
    .describe('Metres, or `auto`: the one by which each accident is best foretold by the others'),
  lixel: metres(10, 1000).default(50).describe('Metres'),
  clusters: Flag.default(false).describe('Also the stretches that chance does not explain (KDE+)'),
  seed: z.coerce.number().int().min(0).max(2_147_483_647).default(1).describe('Of the drawings for clusters'),
})
export type DensityScope = z.output<typeof DensityScope>

export const DensityQuery = DensityScope.extend({ format: z.enum(['json', 'geojson']).default('json') })

const Words = z.object({ zh: z.string(), en: z.string() })
const Score = z.object({ bandwidth: z.number(), logLikelihood: z.number(), alone: z.number().int() })

export const DensityParameters = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  calibre: z.enum(calibres),
  roads: z.array(z.string()).nullable(),
  method: z.enum(densityMethods),
  kernel: z.enum(kernelNames),
  bandwidth: z.number().describe('Metres'),
  lixelLength: z.number().describe('Metres'),
  years: z.number().describe('Days of the period, first and last included, by 365'),
  joinWithin: z.number().describe('Metres: drawn lines nearer than this are one place'),
  simulations: z.number().int().nullable(),
  seed: z.number().int().nullable(),
})
export type DensityParameters = z.infer<typeof DensityParameters>

export const DensityLixel = z.object({
  fromStake: z.number().int(),
  toStake: z.number().int(),
  density: z.number().describe('Accidents per kilometre and year'),
})

const DensityPeak = DensityLixel.extend({ stakeText: z.string() })

export const DensityOfRoad = z.object({
  road: z.string(),
  roadName: z.string(),
  accidents: z.number().int().describe('Booked on this road with a stake'),
  peak: DensityPeak.nullable(),
  lixels: z.array(DensityLixel),
})
export type DensityOfRoad = z.infer<typeof DensityOfRoad>

export const DensityCluster = z.object({
  road: z.string(),
  roadName: z.string(),
  fromStake: z.number().int(),
  toStake: z.number().int(),
  stakeText: z.string(),
  accidents: z.number().int(),
  sectionAccidents: z.number().int().describe('Between the junctions on either side'),
  strength: z.number().describe('Share of the density above what chance reaches at that place in 5 of 100'),
  globalStrength: z
    .number()
    .describe('The same above what chance reaches anywhere on the section in 5 of 100'),
})
export type DensityCluster = z.infer<typeof DensityCluster>

export const DensityAnswer = z.object({
  parameters: DensityParameters,
  cutoff: z.iso.datetime(),
  accidents: z.number().int().describe('Of the period and calibre, anywhere'),
  placed: z.number().int().describe('How many of them have a stake on a drawn road and took part'),
  held: z
    .number()
    .describe('What the curve adds up to; less than placed where a method loses some at road ends'),
  hash: z.string(),
  highest: z.number().describe('Of the roads shown'),
  peak: DensityPeak.nullable().describe('Where that is'),
  roads: z.array(DensityOfRoad),
  clusters: z.array(DensityCluster),
  bandwidthCurve: z.array(Score).describe('With `bandwidth=auto`'),
  explanation: z.object({
    formula: Words,
    method: Words,
    kernel: Words,
    junctions: Words,
    limits: Words,
    sources: Words,
    tested: z.object({
      source: Words,
      setting: Words,
      expected: z.number().describe('Events per metre'),
    }),
  }),
})
export type DensityAnswer = z.infer<typeof DensityAnswer>
