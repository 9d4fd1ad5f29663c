import { z } from 'zod'
import { bilingual } from '../http/validate.ts'
import { coordinateSystems } from '../roads/coordinates/coordinates.ts'
import { AdminGrade, Carriageway, RoadWithGeometry } from '../roads/road.schema.ts'
import { roadEditingMessages } from './road-editing-messages.ts'

const reason = z
  .string()
  .trim()
  .min(2, { error: bilingual(roadEditingMessages.reasonNeeded()) })
  .max(500)
  .describe('why; it stays in the history of the road')

/** Far beyond any road; the road's own range is checked where it is known. */
const stake = z.int().min(0).max(9_999_999).describe('metres')
const text = (length: number) => z.string().trim().min(1).max(length)

const validFrom = z.iso
  .date()
  .optional()
  .describe(
    'the day from which the road itself is different: records before it stay where they are. Left out, the change corrects what we knew, and holds as long as what it replaces',
  )

// Wide on purpose: swapped axes are told in words of their own, not as a number out of range.
const degrees = z.number().min(-180).max(180)
const place = {
  lon: z.number().min(-36_999_999).max(36_999_999),
  lat: z.number().min(-10_000_000).max(10_000_000),
  crs: z
    .enum(coordinateSystems)
    .default('wgs84')
    .describe('gk36: easting as lon, northing as lat, in metres'),
}

/** Technical classes of the accident register (道路类型). */
const technicalClasses = ['10', '11', '12', '13', '14', '19', '21', '22', '25', '26', '27', '29'] as const

const facts = {
  name: text(60),
  nameEn: z.string().trim().max(80),
  aliases: z.array(text(60)).max(30),
  adminGrade: AdminGrade,
  technicalClass: z.enum(technicalClasses).nullable(),
  officialLengthKm: z.number().min(0).max(9999.999).nullable(),
  fromStake: stake.nullable(),
  toStake: stake.nullable(),
  township: text(40).nullable().describe('name or code of the township'),
  course: text(500).nullable().describe('where the road runs, in words'),
  point: z.object(place).nullable().describe('where a road without a line is found on the map'),
  maintainerUnit: text(20).nullable(),
  note: z.string().trim().max(1000).nullable(),
}

const Facts = z.object(facts)
export type RoadFacts = Partial<z.infer<typeof Facts>>

export const NewRoad = Facts.partial().extend({
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z][A-Z0-9]{0,6}$/, { error: bilingual(roadEditingMessages.codeShape()) })
    .optional()
    .describe('left out, the next free local code is given: L0001'),
  name: facts.name,
  adminGrade: AdminGrade,
  reason: reason.optional(),
})
export type NewRoad = z.infer<typeof NewRoad>

export const RoadPatch = Facts.partial().extend({ reason })
export type RoadPatch = z.infer<typeof RoadPatch>

export const Reasoned = z.object({ reason })

export const Ending = z.object({
  reason,
  validTo: z.iso
    .date()
    .optional()
    .describe('the first day on which it no longer held; left out, it never did'),
})
export type Ending = z.infer<typeof Ending>

const anchor = {
  stake,
  ...place,
  method: z.enum(['surveyed', 'imagery', 'interpolated']),
  note: z.string().trim().max(500).nullish(),
}
const GivenAnchor = z.object(anchor)
export type GivenAnchor = z.infer<typeof GivenAnchor>

export const NewAnchor = z.object({ section: z.int().min(1), ...anchor, validFrom, reason })
export type NewAnchor = z.infer<typeof NewAnchor>

export const NewChainBreak = z.object({
  atStake: stake,
  jump: z.int().min(-100_000).max(100_000).describe('metres the chainage jumps by; negative: stakes repeat'),
  note: z.string().trim().max(500).nullish(),
  validFrom,
  reason,
})
export type NewChainBreak = z.infer<typeof NewChainBreak>

const GivenSection = z.object({
  sequence: z.int().min(1).max(999),
  carriageway: Carriageway.default('both'),
  fromStake: stake,
  toStake: stake,
  coordinates: z
    .array(z.tuple([degrees, degrees]))
    .min(2)
    .describe('WGS 84, in stake-increasing order'),
  source: text(200),
  qualityNote: z.string().trim().max(500).default(''),
  anchors: z.array(GivenAnchor).max(2000).default([]),
})
export type GivenSection = z.infer<typeof GivenSection>

export const NewSections = z.object({
  sections: z.array(GivenSection).min(1).max(200),
  keepAnchors: z.boolean().default(true).describe('anchors within 100 m of the new line are carried over'),
  validFrom,
  reason,
})
export type NewSections = z.infer<typeof NewSections>

export const SectionStakes = z.object({ fromStake: stake, toStake: stake, validFrom, reason })
export type SectionStakes = z.infer<typeof SectionStakes>

export const MovedRecords = z.object({ accidents: z.number(), hazards: z.number(), facilities: z.number() })
export type MovedRecords = z.infer<typeof MovedRecords>

export const ChangedRoad = z.object({
  road: RoadWithGeometry,
  moved: MovedRecords.describe('records placed by their stake that went along with the line'),
})
export type ChangedRoad = z.infer<typeof ChangedRoad>
