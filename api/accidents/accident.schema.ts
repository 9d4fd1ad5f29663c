import { z } from 'zod'
import { Bbox, RoadCodes, several } from '../http/query-values.ts'
import { editions } from '../http/provenance-entries.ts'
import { bilingual } from '../http/validate.ts'
import { coordinateFields } from '../roads/coordinates/coordinate.schema.ts'
import { roadMessages } from '../roads/road-messages.ts'
import { readStakeParameter } from '../roads/stakes/stake-parameter.ts'
import * as codes from './accident-codes.ts'
import { causeClasses } from './cause-codes.ts'
import { calibres } from './calibre.ts'
import { severities } from './severity.ts'

const codeOf = (table: codes.CodeTable) => z.enum(Object.keys(table) as [string, ...string[]])
export const Direction = z.enum(['increasing', 'decreasing', 'both'])
export const Side = z.enum(['left', 'right', 'centre', 'across'])
export const Severity = z.enum(severities)
export const Locating = z.enum(['unlocated', 'stake', 'manual', 'coordinate'])

/** Metres or stake text; an unencoded + arrives as a blank. */
const StakeParameter = z.string().transform((text, context) => {
  const parsed = readStakeParameter(text)
  if (parsed.ok) return parsed.reading.from
  const message = bilingual(roadMessages.unreadableStake(parsed.refusal, text))
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

export const AccidentFilter = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  road: RoadCodes.optional(),
  fromStake: StakeParameter.optional(),
  toStake: StakeParameter.optional(),
  bbox: Bbox.optional(),
  severity: several(Severity).optional(),
  calibre: z.enum(calibres).default('general'),
  squad: several(z.string().min(1)).optional(),
  township: several(z.string().min(1)).optional(),
  form: several(codeOf(codes.forms)).optional(),
  cause: several(codeOf(causeClasses)).optional(),
  light: several(codeOf(codes.lights)).optional(),
  weather: several(codeOf(codes.weathers)).optional(),
  hour: several(z.string().regex(/^([01]\d|2[0-3])$/))
    .optional()
    .describe('00–23, Asia/Shanghai'),
  weekday: several(z.enum(['1', '2', '3', '4', '5', '6', '7']))
    .optional()
    .describe('1 is Monday'),
  locating: several(Locating).optional(),
})
export type AccidentFilter = z.output<typeof AccidentFilter>

export const AccidentQuery = AccidentFilter.extend({
  format: z.enum(['json', 'geojson', 'csv', 'xlsx']).default('json'),
  edition: z
    .enum(editions)
    .default('internal')
    .describe('Of files. external: no numbers, no minute, no exact point'),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  cursor: z.string().max(200).optional(),
})
export type AccidentQuery = z.output<typeof AccidentQuery>

const count = z.number().int().min(0).max(999)

/** What an officer enters; the rules between the fields are those of `accident-rules.ts`. */
export const NewAccident = z
  .object({
    accidentNo: z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z-]{4,18}$/),
    procedure: z.enum(['general', 'simple', 'self']),
    isStatistical: z.boolean().default(false),
    occurredAt: z.iso.datetime({ offset: true }),
    timePrecision: z.enum(['minute', 'hour', 'day']).default('minute'),
    road: z.string().max(32).optional(),
    roadName: z.string().trim().max(90).optional(),
    stake: z.union([z.number().int().min(0).max(9_999_999), z.string().trim().min(1).max(60)]).optional(),
    direction: Direction.optional(),
    side: Side.optional(),
    placeText: z.string().trim().min(1).max(128),
    ...coordinateFields,
    township: z
      .string()
      .trim()
      .min(1)
      .max(40)
      .optional()
      .describe('Name or code; left out, the stretch of the road says it, or the road'),
    killed: count,
    injured: count,
    seriouslyInjured: count.default(0),
    lossYuan: z.number().int().min(0).max(999_999_999),
    form: codeOf(codes.forms),
    collision: codeOf(codes.collisions).optional(),
    objectHit: codeOf(codes.objectsHit).optional(),
    causeClass: codeOf(causeClasses).optional(),
    weather: codeOf(codes.weathers),
    light: codeOf(codes.lights),
    surfaceCondition: codeOf(codes.surfaceConditions).optional(),
    alignment: codeOf(codes.alignments).optional(),
    siteType: codeOf(codes.siteTypes).optional(),
    roadSafetyAttribute: codeOf(codes.roadSafetyAttributes).optional(),
    keyVehicles: z.array(codeOf(codes.keyVehicles)).default([]),
    brief: z.string().max(2000).optional(),
  })
  .strict()
export type NewAccident = z.output<typeof NewAccident>

/** A default would quietly overwrite what a correction does not mention. */
const withoutDefaults = Object.fromEntries(
  Object.entries(NewAccident.shape).map(([key, field]) => [
    key,
    field instanceof z.ZodDefault ? field.removeDefault() : field,
  ]),
) as unknown as { [Key in keyof typeof NewAccident.shape]: (typeof NewAccident.shape)[Key] }

/** Corrections; the place is corrected as a whole, because road, stake and point belong together. */
export const AccidentCorrection = z
  .object(withoutDefaults)
  .omit({ accidentNo: true })
  .partial()
  .extend({ reason: z.string().trim().min(1).max(500) })
  .strict()
export type AccidentCorrection = z.output<typeof AccidentCorrection>

export const Withdrawal = z.object({ reason: z.string().trim().min(1).max(500) }).strict()

/** Why somebody wants to read the whole brief. */
export const BriefRequest = z.object({ reason: z.string().trim().min(2).max(500) }).strict()
export const Brief = z.object({
  brief: z.string().nullable(),
  isMasked: z.boolean().describe('Numbers, plates and names are left out'),
})
export type Brief = z.infer<typeof Brief>

const Point = z.object({ type: z.literal('Point'), coordinates: z.array(z.number()) })

export const AccidentSummary = z.object({
  id: z.uuid(),
  accidentNo: z.string(),
  procedure: z.enum(['general', 'simple', 'self']),
  isStatistical: z.boolean(),
  occurredAt: z.string().describe('Asia/Shanghai, with its offset'),
  road: z.string().nullable(),
  roadName: z.string(),
  stake: z.number().int().nullable(),
  stakeText: z.string().nullable(),
  direction: Direction.nullable(),
  side: Side.nullable(),
  placeText: z.string(),
  geometry: Point.nullable(),
  locating: Locating,
  locatingGrade: z.enum(['good', 'fair', 'ambiguous', 'none']),
  township: z.string().nullable(),
  squad: z.string().nullable(),
  severity: Severity,
  killed: z.number().int(),
  injured: z.number().int(),
  seriouslyInjured: z.number().int(),
  lossYuan: z.number().int(),
  form: z.string(),
  collision: z.string().nullable(),
  objectHit: z.string().nullable(),
  causeClass: z.string().nullable(),
  weather: z.string().nullable(),
  light: z.string().nullable(),
  demo: z.boolean(),
  version: z.number().int(),
})
export type AccidentSummary = z.infer<typeof AccidentSummary>

export const Accident = AccidentSummary.extend({
  timePrecision: z.enum(['minute', 'hour', 'day']),
  rawCoordinate: z.string().nullable(),
  crsSource: z.string(),
  surfaceCondition: z.string().nullable(),
  alignment: z.string().nullable(),
  siteType: z.string().nullable(),
  roadSafetyAttribute: z.string().nullable(),
  keyVehicles: z.array(z.string()),
  hasBrief: z.boolean().describe('The brief itself has a path of its own, which records who read it'),
  withdrawnAt: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
})
export type Accident = z.infer<typeof Accident>

export const AccidentList = z.object({
  calibre: z.enum(calibres),
  items: z.array(AccidentSummary),
  nextCursor: z.string().optional(),
})
