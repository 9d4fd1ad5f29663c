import { z } from 'zod'
import { PersonKindId } from '../../auth/auth.schema.ts'

const Named = z.object({ code: z.string(), zh: z.string(), en: z.string() })
const Time = z.record(z.string(), z.unknown())

export const LifeCycle = z.object({
  statuses: z.array(z.object({ code: z.number().int(), zh: z.string(), en: z.string() })),
  acts: z.array(
    z.looseObject({
      id: z.string(),
      rule: z.string(),
      zh: z.string(),
      en: z.string(),
      track: z.enum(['main', 'parallel']),
      from: z.array(z.number().int()),
      to: z.number().int().nullable().describe('null: the status stays'),
      permission: z.string(),
      only: PersonKindId.nullable().describe('The kind of person it is for; null: any'),
      required: z.array(z.string()),
      evidence: z.array(z.string()).optional().describe('Stages of which a photo must be there'),
    }),
  ),
  clocks: z.array(Named.extend({ allowed: Time, allowedWhenUrgent: Time.optional() })),
  stages: z.array(Named),
  flags: z.array(Named),
  conditions: z.array(Named),
  fields: z.array(Named),
})

export const ReopeningProposals = z.object({
  items: z.array(
    z.object({
      hazardId: z.uuid(),
      number: z.string(),
      title: z.string(),
      cause: z.enum(['accident', 'revisit']),
      accidentId: z.uuid().nullable(),
      accidentNo: z.string().nullable(),
      occurredAt: z.iso.datetime(),
      killed: z.number().int(),
      injured: z.number().int(),
      distance: z.number().int().nullable().describe('metres; null for a later check'),
    }),
  ),
})

export const Dismissal = z
  .object({ accidentId: z.uuid(), reason: z.string().trim().min(1).max(1000) })
  .strict()
