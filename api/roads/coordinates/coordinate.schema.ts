import { z } from 'zod'
import { coordinateSystems } from './coordinates.ts'
import { StakeCandidate } from '../road.schema.ts'

const Numbers = z.tuple([z.number(), z.number()])
const Message = z.object({ zh: z.string(), en: z.string() })
const System = z.enum(coordinateSystems)
const metres = z.number().nullable()

/** A longitude and latitude in a request; how far each may go is the matter of its system, see `isWithinSystem`. */
export const coordinateFields = {
  lon: z.number().min(-180).max(36_999_999).optional().describe('degrees; with gk36 the easting in metres'),
  lat: z.number().min(-90).max(10_000_000).optional().describe('degrees; with gk36 the northing in metres'),
  crs: System.optional(),
  rawCoordinate: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('the coordinate as it was written; kept as it is'),
}

export const ParseCoordinatesQuery = z.object({
  text: z.string().min(1).max(2000),
  crs: System.optional().describe('the system another field already says'),
  road: z.string().max(40).optional().describe('the road the record names: its code, name or alias'),
  stake: z.string().max(200).optional().describe('the stake the record names'),
})

export const ParsedCoordinate = z.object({
  point: Numbers.describe('WGS 84'),
  crs: System,
  crsName: Message,
  given: Numbers.describe('what to enter as lon and lat with this crs'),
  form: z.enum(['decimal', 'dms', 'dm', 'projected']),
  precision: z.number().describe('metres that the last written digit stands for'),
  assumed: z.array(z.object({ code: z.string(), message: Message })).describe('each needs a yes'),
  insideBanner: z.boolean().describe('or within 5 km of its border'),
  candidates: z.array(StakeCandidate),
  roadDistance: metres.optional().describe('to the named road; null where over 2 km'),
  stakeDistance: metres.optional().describe('to the named stake'),
  fits: z.boolean().optional().describe('within 50 m of the named road, and near the stake if one is named'),
})
export type ParsedCoordinate = z.infer<typeof ParsedCoordinate>

export const ParsedCoordinates = z.object({
  proposals: z.array(ParsedCoordinate).describe('likeliest first; offered, not applied'),
})
export type ParsedCoordinates = z.infer<typeof ParsedCoordinates>

export const DatumRequest = z
  .object({
    rows: z
      .array(z.object({ road: z.string().max(100).optional(), point: Numbers }).strict())
      .min(1)
      .max(5000),
  })
  .strict()
export type DatumRequest = z.infer<typeof DatumRequest>

export const DatumAnswer = z.object({
  rows: z.number().int(),
  measured: z.number().int(),
  basis: z.enum(['namedRoad', 'nearestRoad']),
  strays: z.number().int().describe('rows whose numbers read otherwise than most'),
  systems: z
    .array(z.object({ crs: System, medianDistance: metres }))
    .describe('best first; WGS 84 is also CGCS2000'),
  clarity: z.enum(['clear', 'unclear', 'tooFewRows']),
  ratio: z.number().nullable().describe('how many times farther off the second system is'),
  proposal: z.object({ crs: System, isSwapped: z.boolean() }).optional(),
})
export type DatumAnswer = z.infer<typeof DatumAnswer>
