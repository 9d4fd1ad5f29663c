import { z } from 'zod'
import { several } from '../http/query-values.ts'

export const AuditFilter = z.object({
  from: z.iso.date().optional().describe('On or after this day, Asia/Shanghai'),
  to: z.iso.date().optional().describe('On or before this day, Asia/Shanghai'),
  actor: z.string().trim().min(1).max(100).optional().describe('Part of the name, or the id'),
  department: several(z.string().trim().min(1).max(40)).optional(),
  action: several(z.string().regex(/^[A-Za-z*.]{1,60}$/))
    .optional()
    .describe('`hazard.close`; `*` stands for anything: `*.export`'),
  objectType: several(z.string().trim().min(1).max(60)).optional(),
  objectId: z.string().trim().min(1).max(100).optional(),
})
export type AuditFilter = z.output<typeof AuditFilter>

export const AuditQuery = AuditFilter.extend({
  format: z.enum(['json', 'csv']).default('json'),
  cursor: z.coerce.number().int().positive().optional().describe('`nextCursor` of the answer before'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export type AuditQuery = z.output<typeof AuditQuery>

export const AuditEntry = z.object({
  sequence: z.number(),
  at: z.iso.datetime(),
  actorName: z.string(),
  personKind: z.string(),
  department: z.string(),
  action: z.string(),
  objectType: z.string(),
  objectId: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  reason: z.string().nullable(),
  address: z.string().nullable(),
  device: z.string().nullable(),
  hash: z.string(),
  isMasked: z
    .boolean()
    .describe('Before, after and reason are hidden: the reader has no right to business data'),
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditList = z.object({ items: z.array(AuditEntry), nextCursor: z.string().optional() })
export type AuditList = z.infer<typeof AuditList>

const Words = z.object({ zh: z.string(), en: z.string() })

export const Verification = z.object({
  holds: z.boolean(),
  at: z.iso.datetime(),
  entries: z.number().int().describe('Entries proved'),
  head: z.number().int().describe('Sequence of the last entry'),
  headHash: z.string(),
  anchors: z.number().int(),
  anchoredUpTo: z.number().int(),
  anchoredOn: z.iso.date().nullable(),
  hasAnchorFile: z.boolean().describe('The file outside the database was compared too'),
  findings: z.array(
    z.object({
      kind: z.enum([
        'changed',
        'inserted',
        'missing',
        'unlinked',
        'moved',
        'cut',
        'rewritten',
        'anchorChanged',
        'anchorDiffers',
      ]),
      from: z.number().int().optional(),
      to: z.number().int().optional(),
      was: z.number().int().optional(),
      day: z.string().optional(),
      text: Words,
    }),
  ),
  text: Words.describe('The outcome in one sentence'),
})
export type Verification = z.infer<typeof Verification>
