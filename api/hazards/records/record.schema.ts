import { z } from 'zod'
import { NewHazard } from '../hazard.schema.ts'
import { TransitionFields } from '../life/transition.schema.ts'

const text = (maximum: number) => z.string().trim().min(1).max(maximum)
const Day = z.iso.date().nullable()
const Text = z.string().nullable()
const Moment = z.iso.datetime()
const Decided = { opinion: Text, decidedAt: Moment.nullable(), decidedByName: Text }
const Linked = z.object({ id: z.uuid(), number: z.string(), title: z.string(), status: z.number().int() })

/** 档案: every record and paper of a hazard, oldest first. */
export const HazardRecords = z.object({
  reviewDrafts: z
    .array(
      z.object({
        id: z.uuid(),
        fields: TransitionFields.pick({
          level: true,
          analysis: true,
          advice: true,
          emergencyAdvice: true,
          responsibleUnit: true,
          regulatorUnit: true,
          dueDate: true,
          temporaryControlPlan: true,
        }),
        responsibleUnitName: Text,
        note: Text,
        at: Moment,
        actorName: z.string(),
      }),
    )
    .describe('拟办: what was put before the officer who reviews'),
  listings: z.array(
    z.object({
      id: z.uuid(),
      state: z.enum(['requested', 'listed', 'refused', 'delisted']),
      level: z.number().int(),
      listingUnit: z.string(),
      proposal: Text,
      requestedOn: Day,
      documentNumber: Text,
      listedOn: Day,
      requiredBy: Day,
      refusedReason: Text,
      delistedOn: Day,
      delistingDocument: Text,
    }),
  ),
  extensions: z.array(
    z.object({
      id: z.uuid(),
      state: z.enum(['pending', 'granted', 'refused']),
      fromDue: z.iso.date(),
      toDue: z.iso.date(),
      isWinterPause: z.boolean(),
      reason: z.string(),
      requestedAt: Moment,
      requestedByName: z.string(),
      documentNumber: Text,
      ...Decided,
    }),
  ),
  acceptances: z.array(
    z.object({
      id: z.uuid(),
      acceptedOn: z.iso.date(),
      attendees: z.array(z.object({ name: z.string(), unit: z.string() })),
      checks: z.array(z.object({ item: z.string(), isMet: z.boolean(), note: z.string().optional() })),
      conclusion: z.enum(['passed', 'failed', 'partial']),
      opinion: Text,
      at: Moment,
      actorName: z.string(),
    }),
  ),
  documents: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['notice', 'reportToGovernment', 'handOver', 'urging', 'acceptanceRequest']),
      number: Text,
      addressee: Text,
      deliveryMethod: Text,
      deliveredOn: Day,
      receiptOn: Day,
      receiptBy: Text,
      note: Text,
      at: Moment,
      actorName: z.string(),
    }),
  ),
  revisits: z.array(
    z.object({
      id: z.uuid(),
      revisitedOn: z.iso.date(),
      result: z.enum(['holds', 'relapsed']),
      note: Text,
      at: Moment,
      actorName: z.string(),
    }),
  ),
  corrections: z.array(
    z.object({
      id: z.uuid(),
      state: z.enum(['pending', 'approved', 'refused']),
      changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
      isOwn: z.boolean().describe('Asked for by the asking person, who may not decide it'),
      reason: z.string(),
      requestedAt: Moment,
      requestedByName: z.string(),
      ...Decided,
    }),
  ),
  related: z.object({
    parent: Linked.nullable(),
    parts: z.array(Linked).describe('Split off from this one'),
    mergedFrom: z.array(Linked).describe('Merged into this one; their history and photos stay with them'),
  }),
})
export type HazardRecords = z.infer<typeof HazardRecords>

export const NewCorrection = z
  .object({
    changes: z
      .array(z.object({ field: text(40), after: z.unknown() }).strict())
      .min(1)
      .max(20),
    reason: text(1000),
  })
  .strict()
export type NewCorrection = z.infer<typeof NewCorrection>

export const CorrectionDecision = z.object({ approve: z.boolean(), opinion: text(1000) }).strict()
export type CorrectionDecision = z.infer<typeof CorrectionDecision>

export const Withdrawal = z.object({ reason: text(1000) }).strict()

export const Split = z
  .object({
    parts: z
      .array(NewHazard.partial().extend({ id: z.uuid().optional() }).strict())
      .min(1)
      .max(10)
      .describe('What is not said is as in the hazard that is split'),
    reason: text(1000),
  })
  .strict()
export type Split = z.infer<typeof Split>
