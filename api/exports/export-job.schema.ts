import { z } from 'zod'
import { editions } from '../documents/provenance.ts'

export const NewExport = z.object({
  kind: z.string().trim().min(1).max(60).describe('What is exported, e.g. hazardLedger'),
  format: z.string().trim().min(1).max(10).describe('docx, pdf, … as the kind offers'),
  request: z
    .record(z.string().max(60), z.unknown())
    .default({})
    .describe('What of it: the filter of the list, in the names of its query'),
  edition: z.enum(editions).default('internal'),
})
export type NewExport = z.output<typeof NewExport>

export const ExportJob = z.object({
  id: z.uuid(),
  kind: z.string(),
  format: z.string(),
  edition: z.enum(editions),
  request: z.record(z.string(), z.unknown()),
  title: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled', 'expired']),
  done: z.number().int(),
  total: z.number().int(),
  ahead: z.number().int().describe('Exports that come before it, of anybody'),
  fileName: z.string().nullable(),
  bytes: z.number().int().nullable(),
  hash: z.string().nullable().describe('SHA-256 of the file'),
  reason: z.string().nullable().describe('Why it failed and what to do'),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
})
export type ExportJob = z.output<typeof ExportJob>

export const ExportJobList = z.object({ items: z.array(ExportJob) })
export type ExportJobList = z.output<typeof ExportJobList>

export const ExportParam = z.object({ id: z.uuid() })
