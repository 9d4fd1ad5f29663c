import { z } from 'zod'
import { bilingual } from '../http/validate.ts'
import { coordinateMessages } from './coordinates/coordinate-messages.ts'
import { isWithinSystem } from './coordinates/coordinate-range.ts'
import { coordinateSystems } from './coordinates/coordinates.ts'

export const AdminGrade = z.enum([
  'national',
  'provincial',
  'county',
  'township',
  'village',
  'private',
  'other',
])
export type AdminGrade = z.infer<typeof AdminGrade>

const LonLat = z.tuple([z.number(), z.number()])
const stake = z.number().describe('metres')

export const StakeAnchor = z.object({
  id: z.string(),
  section: z.number().describe('sequence of the section it lies on'),
  stake,
  point: LonLat,
  method: z.enum(['surveyed', 'imagery', 'interpolated']),
  note: z.string().nullable(),
  validFrom: z.string(),
})
export type StakeAnchor = z.infer<typeof StakeAnchor>

export const ChainBreak = z.object({
  id: z.string(),
  atStake: stake,
  jump: stake.describe('metres the chainage jumps by; negative: stakes repeat'),
  note: z.string().nullable(),
  validFrom: z.string(),
})
export type ChainBreak = z.infer<typeof ChainBreak>

export const Carriageway = z
  .enum(['both', 'left', 'right'])
  .describe('which carriageway the line draws, seen in the direction of growing stakes')
export type Carriageway = z.infer<typeof Carriageway>

export const RoadSection = z.object({
  id: z.string(),
  sequence: z.number(),
  carriageway: Carriageway,
  fromStake: stake,
  toStake: stake,
  lengthMetres: z.number().describe('along the drawn line'),
  coordinates: z.array(LonLat).describe('in stake-increasing order'),
  source: z.string(),
  qualityNote: z.string(),
  validFrom: z.string(),
})
export type RoadSection = z.infer<typeof RoadSection>

export const Stretch = z.object({
  road: z.string(),
  fromStake: stake,
  toStake: stake,
  code: z.string(),
  name: z.string(),
})
export type Stretch = z.infer<typeof Stretch>

export const Road = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  aliases: z.array(z.string()),
  datedAliases: z
    .array(z.object({ name: z.string(), validFrom: z.string().optional(), validTo: z.string().optional() }))
    .describe('aliases that held for a time only'),
  adminGrade: AdminGrade,
  technicalClass: z.string().nullable(),
  officialLengthKm: z.number().nullable(),
  geometryLengthKm: z.number().nullable().describe('of the drawn line; null for a road that is only a name'),
  fromStake: stake.nullable(),
  toStake: stake.nullable(),
  upDirection: z.enum(['increasing', 'decreasing']).nullable().describe('what 上行 means on this road'),
  increasingTowards: z.array(z.string()).describe('places ahead where stakes grow; the first is printed'),
  decreasingTowards: z.array(z.string()),
  divided: z.boolean(),
  maintainerUnit: z.string().nullable(),
  confidence: z.string(),
  qualityNote: z.string(),
  township: z.string().nullable(),
  course: z.string().nullable().describe('where a road without a line runs, in words'),
  point: LonLat.nullable().describe('where a road without a line is found on the map'),
  isDrawn: z.boolean(),
  version: z.number(),
})
export type Road = z.infer<typeof Road>

/** Everything a phone needs to locate on the road without signal. */
export const RoadWithGeometry = Road.extend({
  geometry: z
    .object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(LonLat)) })
    .nullable(),
  sections: z.array(RoadSection),
  anchors: z.array(StakeAnchor),
  chainBreaks: z.array(ChainBreak),
  squadStretches: z.array(Stretch),
  townshipStretches: z.array(Stretch),
})
export type RoadWithGeometry = z.infer<typeof RoadWithGeometry>

/** Anything but control characters: local roads have codes of their own, and the database refuses to look for a NUL. */
export const RoadParam = z.object({
  code: z
    .string()
    .max(40)
    .regex(/^\P{Cc}+$/u),
})

export const LocateStakeQuery = z.object({
  stake: z.string().min(1).max(200).describe('metres or a stake in any usual spelling; a blank is read as +'),
  on: z.iso.date().optional().describe('by the posts of that day; without it, by those that stand now'),
})

export const LocatedStake = z.object({
  type: z.literal('Feature'),
  geometry: z.object({ type: z.literal('Point'), coordinates: LonLat }),
  properties: z.object({
    road: z.string(),
    section: z.number(),
    stake,
    stakeText: z.string(),
    precision: z.number(),
    warnings: z.array(z.string()),
    others: z
      .array(LonLat)
      .describe('further places with the same stake: behind a long chain, or where sections part'),
  }),
})

// An empty text would count as zero, a place in the Gulf of Guinea.
const coordinate = (limit: number) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .pipe(z.coerce.number<string>().min(-limit).max(limit))

export const LocatePointQuery = z
  .object({
    lon: coordinate(36_999_999),
    lat: coordinate(10_000_000),
    crs: z
      .enum(coordinateSystems)
      .default('wgs84')
      .describe('gk36: easting as lon, northing as lat, in metres'),
    maximumDistance: z.coerce.number().min(1).max(20_000).default(2000).describe('metres'),
    on: z.iso.date().optional().describe('by the posts of that day; without it, by those that stand now'),
  })
  .superRefine(({ lon, lat, crs }, context) => {
    if (isWithinSystem(crs, [lon, lat])) return
    const message = bilingual(coordinateMessages.outOfRange(crs, [lon, lat]))
    for (const path of ['lon', 'lat']) context.addIssue({ code: 'custom', message, path: [path] })
  })

export const StakeCandidate = z.object({
  road: z.string(),
  section: z.number(),
  carriageway: Carriageway.optional(),
  stake,
  stakeText: z.string(),
  offset: z.number().describe('metres, right of the stake-increasing direction positive'),
  side: z.enum(['left', 'right', 'centre']),
  distance: z.number().describe('metres'),
  grade: z.enum(['good', 'fair', 'ambiguous', 'none']),
  point: LonLat,
})

export const LocatedPoint = z.object({
  point: LonLat.describe('WGS 84'),
  candidates: z.array(StakeCandidate),
  grade: z.enum(['good', 'fair', 'ambiguous', 'none']).describe('of the best candidate'),
  warnings: z.array(z.enum(['outside_banner'])),
})

export const ParseStakeQuery = z.object({
  text: z.string().min(1).max(2000),
  road: z.string().max(40).optional().describe('the road another field already says'),
})

export const ParsedStake = z.object({
  road: z.string().optional(),
  roads: z.array(z.string()).optional().describe('every road the text names, where it names several'),
  from: stake,
  to: stake.optional(),
  direction: z.enum(['increasing', 'decreasing', 'both']).optional(),
  directionText: z.string().optional(),
  side: z
    .enum(['left', 'right', 'centre', 'across'])
    .optional()
    .describe('seen in the direction of growing stakes'),
  laneText: z.string().optional(),
  offset: z
    .object({ metres: z.number(), text: z.string() })
    .optional()
    .describe('a distance the text adds to its stake'),
  precision: z.number(),
  warnings: z.array(z.string()),
  notes: z
    .array(z.object({ code: z.string(), zh: z.string(), en: z.string() }))
    .describe('the warnings in words: what was assumed, what to check'),
  ambiguous: z.boolean(),
  alternatives: z.array(stake).optional().describe('where other readings that are as likely begin'),
  canonical: z.string(),
})
