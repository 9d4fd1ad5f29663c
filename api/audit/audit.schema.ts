import { z } from 'zod'

export const AuditQuery = z.object({
  objectType: z.string().optional(),
  objectId: z.string().optional(),
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export type AuditQuery = z.infer<typeof AuditQuery>

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
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditList = z.object({ items: z.array(AuditEntry), nextCursor: z.string().optional() })
