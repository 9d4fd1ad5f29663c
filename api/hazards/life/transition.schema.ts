import { z } from 'zod'
import { hazardActionIds } from '../hazard-actions.ts'
import { hazardTypeIds } from '../hazard-codes.ts'
import { facilityDecisions, outcomes, revisitResults, urgingSteps } from './life-codes.ts'
import type { TransitionField } from './transition-fields.ts'

const text = (maximum: number) => z.string().trim().min(1).max(maximum)
const keysOf = <T extends object>(names: T) =>
  Object.keys(names) as [keyof T & string, ...(keyof T & string)[]]
const Attendee = z.object({ name: text(40), unit: text(100) }).strict()
const Check = z.object({ item: text(100), isMet: z.boolean(), note: text(300).optional() }).strict()
const FacilityAtClose = z.object({ id: z.uuid(), decision: z.enum(keysOf(facilityDecisions)) }).strict()

export const Assurances = z
  .object({
    responsibility: text(300),
    measures: text(300),
    funds: text(300),
    deadline: text(300),
    contingency: text(300),
  })
  .partial()
  .strict()

export const Money = z
  .union([z.number().nonnegative().max(99_999_999), z.string().regex(/^\d{1,8}(\.\d{1,2})?$/)])
  .describe('万元, two decimals')

/** What an act may bring with it; which of it is required says the life cycle. */
const fields = {
  note: text(1000),
  reason: text(1000),
  types: z.array(z.enum(hazardTypeIds)).min(1).max(6),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  analysis: text(2000),
  advice: text(2000),
  emergencyAdvice: text(2000),
  responsibleUnit: text(20),
  regulatorUnit: text(20),
  dueDate: z.iso.date(),
  temporaryControlPlan: text(500),
  mergedInto: z.uuid(),
  documentNumber: text(60),
  deliveryMethod: text(40),
  deliveredOn: z.iso.date(),
  addressee: text(100),
  receivingBody: text(100),
  responsiblePerson: text(40),
  remedyPlan: text(2000),
  completeBy: z.iso.date(),
  fundsWan: Money,
  receiptOn: z.iso.date(),
  receiptToFollow: z.boolean().describe('The receipt comes later: 回执后补'),
  controlText: text(500),
  progressText: text(500),
  percent: z.number().int().min(0).max(100),
  completionText: text(2000),
  attendees: z.array(Attendee).max(20),
  checks: z.array(Check).max(30),
  conclusion: text(1000),
  outcome: z.enum(keysOf(outcomes)),
  facilities: z.array(FacilityAtClose).max(500),
  listingLevel: z.number().int().min(1).max(5),
  listingUnit: text(100),
  proposal: text(2000),
  assurances: Assurances,
  listedOn: z.iso.date(),
  requiredBy: z.iso.date(),
  delistedOn: z.iso.date(),
  newDueDate: z.iso.date(),
  isWinterPause: z.boolean(),
  opinion: text(1000),
  urgingStep: z.enum(keysOf(urgingSteps)),
  squad: text(10),
  result: z.enum(keysOf(revisitResults)),
} as const satisfies Record<TransitionField, z.ZodType>

export const TransitionFields = z.object(fields).partial()
export type TransitionFields = z.infer<typeof TransitionFields>

export const TransitionRequest = TransitionFields.extend({ action: z.enum(hazardActionIds) }).strict()
export type TransitionRequest = z.infer<typeof TransitionRequest>
