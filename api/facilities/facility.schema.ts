import { z } from 'zod'
import { StakeInput } from '../hazards/hazard.schema.ts'
import { coordinateFields } from '../roads/coordinates/coordinate.schema.ts'
import { facilityFacesIds, facilityFacingIds } from './facility-facing.ts'
import { facilityKindIds } from './facility-kinds.ts'
import { mostPerBatch } from './facility-sets.ts'
import { facilityStateIds } from './facility-states.ts'

const text = (maximum: number) => z.string().trim().min(1).max(maximum)
const Kind = z.enum(facilityKindIds)
const State = z.enum(facilityStateIds)
const Direction = z.enum(['increasing', 'decreasing', 'both'])
const Side = z.enum(['left', 'right', 'centre', 'across'])
const Consent = z.enum(['asked', 'granted', 'emergency'])

const Facing = z.enum(facilityFacingIds)
const Faces = z.enum(facilityFacesIds)

const place = {
  road: text(20).optional(),
  roadName: text(100).optional(),
  stake: StakeInput.optional(),
  ...coordinateFields,
  direction: Direction.optional(),
  side: Side.optional(),
  placeText: text(300).optional(),
}

/** What may be said, and in a correction be taken back. */
const details = z.object({
  lengthMetres: z.number().positive().max(100_000),
  legend: text(60).describe('What a sign says'),
  facing: Facing.describe('Whose oncoming traffic it looks at, by the way in which that drives'),
  faces: Faces.describe('Of a lamp: whether it flashes to one side or to both'),
  installedOn: z.iso.date(),
  installedBy: text(60),
  costYuan: z.number().int().nonnegative().max(1_000_000_000),
  funding: text(60).describe('Where the money came from'),
  consent: Consent,
  consentDocument: text(100),
  supplier: text(100),
  model: text(60),
  warrantyUntil: z.iso.date(),
  removalReason: text(200).describe('Needed in a correction that makes it toRemove or removed'),
  remark: text(500),
}).shape

type Details = typeof details
type Erasable = { [Key in keyof Details]: z.ZodOptional<z.ZodNullable<Details[Key]>> }
const said = z.object(details).partial().shape
const erasable = Object.fromEntries(
  Object.entries(details).map(([field, schema]) => [field, schema.nullable().optional()]),
) as Erasable
const Quantity = z.number().int().positive().max(10_000)

export const NewFacility = z
  .object({
    ...place,
    ...said,
    kind: Kind,
    quantity: Quantity,
    unit: text(4).optional().describe('Left out: the usual unit of the kind'),
    state: State.default('working'),
    hazardId: z.uuid().optional(),
  })
  .strict()
export type NewFacility = z.infer<typeof NewFacility>

export const FacilityBatch = z
  .object({
    items: z
      .array(NewFacility.extend({ id: z.uuid() }))
      .min(1)
      .max(mostPerBatch),
  })
  .strict()
export type FacilityBatch = z.infer<typeof FacilityBatch>

export const FacilityPatch = z
  .object({
    ...place,
    ...erasable,
    quantity: Quantity.optional(),
    unit: text(4).optional(),
    state: State.optional(),
    hazardId: z.uuid().nullable().optional(),
    lastInspectedOn: z.iso.date().optional(),
    inspectionDueOn: z.iso.date().optional(),
  })
  .strict()
  .refine((patch) => Object.keys(patch).length > 0)
export type FacilityPatch = z.infer<typeof FacilityPatch>

const Message = z.object({ zh: z.string(), en: z.string() })

export const Facility = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: Kind,
  quantity: z.number().int(),
  unit: z.string(),
  lengthMetres: z.number().nullable(),
  legend: z.string().nullable(),
  road: z.string().nullable(),
  roadName: z.string(),
  stake: z.number().int().nullable(),
  stakeText: z.string().nullable(),
  direction: Direction,
  side: Side.nullable(),
  placeText: z.string(),
  geometry: z.object({ type: z.literal('Point'), coordinates: z.array(z.number()).min(2) }).nullable(),
  rawCoordinate: z.string().nullable().describe('the coordinate as it was given'),
  crsSource: z.string(),
  hazardId: z.uuid().nullable(),
  hazardNumber: z.string().nullable(),
  state: State,
  installedOn: z.iso.date().nullable(),
  installedBy: z.string().nullable(),
  costYuan: z.number().int().nullable(),
  consent: Consent.nullable(),
  consentDocument: z.string().nullable(),
  supplier: z.string().nullable(),
  model: z.string().nullable(),
  facing: Facing.nullable(),
  faces: Faces.nullable(),
  funding: z.string().nullable(),
  removalReason: z.string().nullable(),
  warrantyUntil: z.iso.date().nullable(),
  lastInspectedOn: z.iso.date().nullable(),
  inspectionDueOn: z.iso.date().nullable(),
  inspectionOverdue: z.boolean(),
  remark: z.string().nullable(),
  demo: z.boolean(),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type Facility = z.infer<typeof Facility>

/** Placing something may be right and still deserve a word: warnings never refuse. */
export const PlacedFacility = Facility.extend({
  warnings: z.array(z.object({ code: z.string(), message: Message })),
})
export type PlacedFacility = z.infer<typeof PlacedFacility>

export const PlacedFacilities = z.object({ items: z.array(PlacedFacility) })

export const FacilityList = z.object({
  items: z.array(Facility),
  total: z.number().int().describe('of the filter, on all pages'),
  located: z.number().int().describe('how many of them are on the map'),
  nextCursor: z.string().optional(),
})

export const FacilityTotals = z.object({
  items: z.array(
    z.object({
      kind: Kind,
      unit: z.string(),
      rows: z.number().int().describe('of what stands'),
      quantity: z.number().int().describe('of what stands'),
      lengthMetres: z.number(),
      working: z.number().int().describe('Quantity that stands and works'),
      placed: z
        .number()
        .int()
        .describe('Quantity that was placed, whatever became of it; plans are not counted'),
      placedMetres: z.number(),
      text: z.string().describe('what stands'),
    }),
  ),
  placedSentence: z.string().describe('as the annual summary says it'),
})
export type FacilityTotals = z.infer<typeof FacilityTotals>
