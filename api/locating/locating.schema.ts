import { z } from 'zod'
import { calibres } from '../accidents/calibre.ts'
import { severities } from '../accidents/severity.ts'
import { Flag } from '../http/query-values.ts'
import { coordinateFields } from '../roads/coordinates/coordinate.schema.ts'
import { locatingReasons } from './locating-reasons.ts'
import { recordKinds } from './work-list.ts'

const Kind = z.enum(recordKinds)
const Reason = z.enum(locatingReasons)
const LonLat = z.array(z.number()).length(2).describe('longitude, latitude, WGS 84')
const reasonText = z.string().trim().min(2).max(500)

export const LocatingQuery = z.object({
  kind: Kind.optional(),
  reason: Reason.optional(),
  road: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .regex(/^\P{Cc}+$/u)
    .optional()
    .describe('`other`: roads without a code'),
  confirmed: Flag.optional().describe('true: those that were looked at and left as they are'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(100).optional(),
})
export type LocatingQuery = z.output<typeof LocatingQuery>

const place = {
  road: z.string().trim().min(1).max(40).optional(),
  roadName: z.string().trim().min(1).max(90).optional(),
  stake: z.union([z.number().int().min(0).max(9_999_999), z.string().trim().min(1).max(60)]).optional(),
  toStake: z.number().int().min(0).max(9_999_999).optional().describe('Hazards only: the end of a stretch'),
  ...coordinateFields,
}

export const PlaceInput = z.object({ ...place, reason: reasonText.optional() }).strict()
export type PlaceInput = z.output<typeof PlaceInput>

export const ConfirmInput = z.object({ reason: reasonText }).strict()
export const UnconfirmInput = z.object({ reason: reasonText.optional() }).strict()
export const RecordParam = z.object({ kind: Kind, id: z.uuid() })

export const Candidate = z.object({
  how: z.enum(['stake', 'text', 'datum', 'point']),
  road: z.string(),
  stake: z.number().int().describe('metres'),
  toStake: z.number().int().optional(),
  stakeText: z.string(),
  point: LonLat,
  distance: z.number().optional().describe('metres from the road; for a stake, from the present point'),
  grade: z.enum(['good', 'fair', 'ambiguous', 'none']),
  why: z.string(),
  assumed: z.array(z.string()).describe('codes of what was assumed; empty: nothing'),
  place: PlaceInput.describe('the body that places the record there'),
})

export const LocatingItem = z.object({
  kind: Kind,
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  severity: z.enum(severities).optional(),
  level: z.number().int().optional(),
  road: z.string().nullable(),
  roadName: z.string(),
  stake: z.number().int().nullable(),
  toStake: z.number().int().nullable(),
  stakeText: z.string().nullable(),
  placeText: z.string(),
  rawCoordinate: z.string().nullable(),
  crsSource: z.string(),
  point: LonLat.nullable(),
  reasons: z.array(Reason),
  distanceToRoad: z
    .number()
    .nullable()
    .describe('metres; null where the road has no line or is over 50 km away'),
  confirmedReason: z.string().nullable(),
  version: z.number().int(),
  candidates: z.array(Candidate),
})
export type LocatingItem = z.infer<typeof LocatingItem>

const Counts = z.object({
  total: z.number().int(),
  located: z.number().int().describe('has a point, right or wrong'),
  unlocated: z.number().int(),
  ambiguous: z.number().int(),
  outside: z.number().int(),
  far: z.number().int(),
  toDo: z.number().int().describe('records with any reason; the reasons above can overlap'),
  confirmed: z.number().int(),
})

export const LocatingList = z.object({
  calibre: z.enum(calibres).describe('which accidents are counted'),
  items: z.array(LocatingItem),
  counts: z.object({ accidents: Counts, hazards: Counts }),
  nextCursor: z.string().optional(),
})
export type LocatingList = z.infer<typeof LocatingList>

/** The record as it is now; `done` once it has left the list. */
export const ReviewedItem = LocatingItem.extend({ done: z.boolean() })
export type ReviewedItem = z.infer<typeof ReviewedItem>
