import { z } from 'zod'
import { facilityKindIds } from '../facility-kinds.ts'
import { facilityStateIds } from '../facility-states.ts'
import { checkIds, checkResults } from './inspection-checks.ts'
import { stormCauseIds } from './storm-causes.ts'

const text = (maximum: number) => z.string().trim().min(1).max(maximum)
const State = z.enum(facilityStateIds).exclude(['planned'])
const Checks = z.partialRecord(z.enum(checkIds), z.enum(checkResults))

/** As it was found, with what was done about it. */
export const NewInspection = z
  .object({
    at: z.iso.datetime({ offset: true }).describe('When it was looked at, by the clock of the device'),
    state: State,
    checks: Checks.default({}),
    note: text(500).optional().describe('Needed for a fault, a loss, a removal'),
    measure: text(500).optional().describe('What was done on the spot'),
  })
  .strict()
export type NewInspection = z.infer<typeof NewInspection>

export const RepairResult = z
  .object({
    result: z.enum(['repaired', 'replaced', 'removed', 'permanent']),
    note: text(500),
  })
  .strict()
export type RepairResult = z.infer<typeof RepairResult>

export const Inspection = z.object({
  id: z.uuid(),
  facilityId: z.uuid(),
  at: z.iso.datetime(),
  by: z.string(),
  state: z.enum(facilityStateIds),
  checks: Checks,
  note: z.string().nullable(),
  measure: z.string().nullable(),
  isLate: z.boolean().describe('Came in after a later one: kept, and changed nothing'),
})
export type Inspection = z.infer<typeof Inspection>

export const Repair = z.object({
  id: z.uuid(),
  facilityId: z.uuid(),
  openedAt: z.iso.datetime(),
  dueOn: z.iso.date().describe('Three working days after it was found'),
  daysOverdue: z.number().int(),
  fault: z.string(),
  closedAt: z.iso.datetime().nullable(),
  closedBy: z.string().nullable(),
  result: RepairResult.shape.result.nullable(),
  closingNote: z.string().nullable(),
})
export type Repair = z.infer<typeof Repair>

export const FacilityRecord = z.object({
  inspections: z.array(Inspection).describe('the latest first'),
  repairs: z.array(Repair).describe('the latest first'),
})
export type FacilityRecord = z.infer<typeof FacilityRecord>

export const NewStormRound = z
  .object({
    cause: z.enum(stormCauseIds),
    roads: z.array(text(20)).min(1).max(100).optional().describe('Left out: all roads'),
  })
  .strict()
export type NewStormRound = z.infer<typeof NewStormRound>

export const StormRound = z.object({
  id: z.uuid(),
  dueOn: z.iso.date(),
  facilities: z.number().int().describe('whose inspection was moved forward'),
  total: z.number().int().describe('to be looked at, those that were due anyway among them'),
})
export type StormRound = z.infer<typeof StormRound>

export const StormRoundPreview = StormRound.omit({ id: true })
export type StormRoundPreview = z.infer<typeof StormRoundPreview>

export const StormRoundState = StormRound.extend({
  at: z.iso.datetime(),
  by: z.string().nullable(),
  cause: NewStormRound.shape.cause,
  roads: z.array(z.string()).nullable().describe('null: all roads'),
  seen: z.number().int().describe('looked at since, or taken away'),
  isLate: z.boolean(),
})
export type StormRoundState = z.infer<typeof StormRoundState>

export const StormRoundList = z.object({ items: z.array(StormRoundState).describe('the latest first') })

export const RoundStop = z.object({
  facilityId: z.uuid(),
  number: z.string(),
  kind: z.enum(facilityKindIds),
  quantity: z.number().int(),
  unit: z.string(),
  state: z.enum(facilityStateIds),
  road: z.string().nullable(),
  roadName: z.string(),
  stake: z.number().int().nullable(),
  stakeText: z.string().nullable(),
  direction: z.enum(['increasing', 'decreasing', 'both']),
  side: z.enum(['left', 'right', 'centre', 'across']).nullable(),
  placeText: z.string(),
  point: z.array(z.number()).nullable(),
  squad: z.string().nullable(),
  inspectionDueOn: z.iso.date().nullable(),
  daysOverdue: z.number().int(),
  checks: z.array(z.enum(checkIds)),
  repair: z.object({ dueOn: z.iso.date(), fault: z.string(), daysOverdue: z.number().int() }).nullable(),
})
export type RoundStop = z.infer<typeof RoundStop>

export const Round = z.object({
  until: z.iso.date(),
  items: z.array(RoundStop).describe('along each road by its stakes'),
  inspectedToday: z.number().int().describe('looked at today, by whomever'),
})
export type Round = z.infer<typeof Round>
