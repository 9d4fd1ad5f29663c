import { z } from 'zod'
import { coordinateFields } from '../roads/coordinates/coordinate.schema.ts'
import { clockIds } from './clocks/clock-times.ts'
import { hazardActionIds } from './hazard-actions.ts'
import { hazardSourceIds, hazardTypeIds } from './hazard-codes.ts'
import { Assurances } from './life/transition.schema.ts'
import { furtherActIds } from './records/further-acts.ts'

export { TransitionFields, TransitionRequest } from './life/transition.schema.ts'

const text = (maximum: number) => z.string().trim().min(1).max(maximum)
const Type = z.enum(hazardTypeIds)
const Level = z.union([z.literal(1), z.literal(2), z.literal(3)])
const Direction = z.enum(['increasing', 'decreasing', 'both'])
const Side = z.enum(['left', 'right', 'centre', 'across'])

/** Metres along the road, or as it stands on the stake: K1046+200. */
export const StakeInput = z.union([z.number().int(), text(40)])

/** A point, or a road with stakes, or a road in words only; the service derives the other from the one given. */
export const LocationInput = z.object({
  road: text(20).optional(),
  roadName: text(100).optional(),
  fromStake: StakeInput.optional(),
  toStake: StakeInput.optional(),
  ...coordinateFields,
  accuracy: z.number().min(0).max(100_000).optional(),
})
export type LocationInput = z.infer<typeof LocationInput>

const descriptive = {
  title: text(200).optional(),
  description: text(500).optional(),
  direction: Direction.optional(),
  side: Side.optional(),
  placeText: text(300).optional(),
  township: text(40).optional(),
  gacha: text(40).optional(),
  squad: text(10).optional(),
  source: z.enum(hazardSourceIds).optional(),
  analysis: text(2000).optional(),
  advice: text(2000).optional(),
  emergencyAdvice: text(2000).optional(),
  responsibleUnit: text(20).optional().describe('Code of a unit, see /api/units'),
  remark: text(500).optional(),
  sensitivity: z.enum(['internal', 'public']).optional(),
}

export const NewHazard = LocationInput.extend({
  ...descriptive,
  types: z.array(Type).min(1).max(6).describe('The first one is the main type'),
  level: Level.optional(),
  foundAt: z.iso.datetime({ offset: true }).optional(),
  foundBy: text(60).optional(),
  screeningSiteId: z.uuid().optional().describe('The hotspot that this hazard was made from'),
}).strict()
export type NewHazard = z.infer<typeof NewHazard>

export const HazardPatch = LocationInput.extend({
  ...descriptive,
  types: z.array(Type).min(1).max(6).optional(),
  level: Level.optional(),
})
  .strict()
  .refine((patch) => Object.keys(patch).length > 0)
export type HazardPatch = z.infer<typeof HazardPatch>

const Position = z.array(z.number()).min(2)
const Geometry = z.union([
  z.object({ type: z.literal('Point'), coordinates: Position }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(Position) }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(Position)) }),
])

const Warning = z.enum(['blue', 'yellow', 'orange', 'red'])
const Clock = z.object({
  code: z.enum(clockIds),
  since: z.iso.date(),
  dueOn: z.iso.date(),
  overdueDays: z.number().int(),
  warning: Warning.nullable(),
})
const ThreeTimely = z
  .object({
    registerHours: z.number().nullable(),
    reportDays: z.number().nullable(),
    remedyDays: z.number().nullable(),
  })
  .describe('三个及时: found → registered, registered → told, told → remedied')

export const Hazard = z.object({
  id: z.uuid(),
  number: z.string(),
  displayNumber: z.string(),
  title: z.string(),
  status: z.number().int(),
  level: Level.nullable(),
  types: z.array(z.string()),
  description: z.string(),
  road: z.string().nullable(),
  roadName: z.string(),
  fromStake: z.number().int().nullable(),
  toStake: z.number().int().nullable(),
  stakeText: z.string().nullable(),
  direction: Direction,
  side: Side.nullable(),
  placeText: z.string(),
  geometry: Geometry.nullable(),
  rawCoordinate: z.string().nullable().describe('the coordinate as it was given'),
  crsSource: z.string(),
  locating: z.string(),
  accuracy: z.number().nullable(),
  township: z.string().nullable(),
  gacha: z.string().nullable(),
  squad: z.string().nullable(),
  source: z.string(),
  foundAt: z.iso.datetime(),
  foundBy: z.string(),
  analysis: z.string().nullable(),
  advice: z.string().nullable(),
  emergencyAdvice: z.string().nullable(),
  responsibleUnit: z.string().nullable(),
  responsibleUnitName: z.string().nullable(),
  responsiblePerson: z.string().nullable(),
  regulatorUnit: z.string().nullable(),
  regulatorUnitName: z.string().nullable(),
  remedyPlan: z.string().nullable(),
  fundsWan: z.string().nullable().describe('万元, two decimals, as text so that no cent is lost'),
  dueDate: z.iso.date().nullable(),
  originalDueDate: z.iso.date().nullable(),
  overdueDays: z.number().int().describe('Calendar days past the due date; 0 while the date holds'),
  warning: Warning.nullable(),
  clocks: z.array(Clock).describe('Every time limit that runs now, that of the remedy first'),
  urgingDue: z.enum(['beforeDue', 'letter', 'headOfUnit', 'safetyCommittee']).nullable(),
  threeTimely: ThreeTimely,
  extensions: z.number().int().describe('How many were granted'),
  isExtensionPending: z.boolean(),
  supervisionLevel: z.number().int(),
  temporaryControl: z.enum(['none', 'planned', 'inPlace', 'removed']),
  temporaryControlText: z.string().nullable(),
  progressText: z.string().nullable(),
  flags: z.array(z.string()),
  photoCounts: z.record(z.string(), z.number().int()).describe('Photos by stage'),
  isBlackSpot: z.boolean(),
  screeningSiteId: z.uuid().nullable(),
  mergedInto: z.uuid().nullable(),
  parentId: z.uuid().nullable().describe('The hazard that this one was split from'),
  assurances: Assurances.describe('五到位'),
  withdrawnAt: z.iso.datetime().nullable(),
  withdrawnReason: z.string().nullable(),
  sensitivity: z.enum(['internal', 'public']),
  remark: z.string().nullable(),
  demo: z.boolean(),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  allowedActions: z.array(z.enum(hazardActionIds)).describe('What the asking person may do next'),
  furtherActs: z
    .array(z.enum(furtherActIds))
    .describe('What the asking person may ask for beside the life cycle: 申请更正, 拆分, 作废'),
})
export type Hazard = z.infer<typeof Hazard>

export const HazardList = z.object({
  items: z.array(Hazard),
  total: z.number().int().describe('of the filter, on all pages'),
  located: z.number().int().describe('how many of them are on the map'),
  nextCursor: z.string().optional(),
})

export const HazardStep = z.object({
  id: z.uuid(),
  action: z.string(),
  fromStatus: z.number().int().nullable(),
  toStatus: z.number().int(),
  note: z.string().nullable(),
  fields: z.record(z.string(), z.unknown()),
  actorName: z.string(),
  personKind: z.string(),
  department: z.string(),
  at: z.iso.datetime(),
})
export type HazardStep = z.infer<typeof HazardStep>

export const HazardHistory = z.object({ items: z.array(HazardStep) })
