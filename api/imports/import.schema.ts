import { z } from 'zod'
import { several } from '../http/query-values.ts'
import { coordinateSystems } from '../roads/coordinates/coordinates.ts'
import { importKinds } from './import-types.ts'

const outcomes = ['new', 'changed', 'duplicate', 'check', 'refused'] as const
export const ImportOutcome = z.enum(outcomes)
const Kind = z.enum(importKinds)
const Crs = z.enum(coordinateSystems)
const Procedure = z.enum(['general', 'simple', 'self'])

/** The fields beside the file of an upload. */
export const ImportUpload = z
  .object({
    kind: Kind,
    crs: Crs.optional(),
    procedure: Procedure.optional(),
    sheet: z.string().min(1).max(200).optional(),
  })
  .strict()

export const ImportParam = z.object({ id: z.uuid() })
export const ImportRowParam = z.object({ id: z.uuid(), row: z.coerce.number().int().min(1) })

export const ImportChange = z
  .object({
    fields: z.array(z.string().max(60).nullable()).max(512).nullable().optional(),
    crs: Crs.nullable().optional(),
    procedure: Procedure.nullable().optional(),
    sheet: z.string().min(1).max(200).nullable().optional(),
    rule: z
      .object({
        check: z.enum(['take', 'skip']).optional(),
        conflicts: z.enum(['keep', 'overrule']).optional(),
      })
      .strict()
      .optional()
      .describe('For all rows that nobody decides one by one; does not read the file again'),
  })
  .strict()
export type ImportChange = z.output<typeof ImportChange>

const TypedValue = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()])
export const ImportDecision = z
  .object({
    action: z.enum(['take', 'skip', 'same']),
    of: z.uuid().optional().describe('For “same”: the record that the row is'),
    values: z.record(z.string().max(60), TypedValue).optional(),
    overrule: z.array(z.string().max(60)).max(100).optional(),
  })
  .strict()
  .nullable()

export const ImportRowsQuery = z.object({
  outcome: several(ImportOutcome).optional(),
  cursor: z.string().max(20).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
})

const Counts = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  duplicate: z.number().int(),
  check: z.number().int(),
  refused: z.number().int(),
})

export const ImportRow = z.object({
  row: z.number().int().describe('As the spreadsheet numbers it'),
  rows: z.array(z.number().int()),
  cells: z.array(z.unknown()),
  moreCells: z.array(z.array(z.unknown())).describe('Further rows of the same record: its parties'),
  values: z.record(z.string(), z.unknown()),
  outcome: ImportOutcome,
  findings: z.array(
    z.object({
      field: z.string(),
      column: z.number().int().optional(),
      code: z.string(),
      severity: z.enum(['note', 'check', 'refuse']),
      message: z.string(),
    }),
  ),
  blocking: z.array(z.string()),
  match: z
    .object({
      id: z.uuid(),
      differences: z.array(
        z.object({
          column: z.string(),
          name: z.string(),
          standing: z.unknown(),
          given: z.unknown(),
          isCorrected: z.boolean(),
        }),
      ),
    })
    .nullable(),
  others: z.array(z.record(z.string(), z.unknown())),
  decision: ImportDecision,
  written: z.enum(['inserted', 'updated']).nullable(),
  recordId: z.uuid().nullable(),
})
export type ImportRow = z.infer<typeof ImportRow>

export const ImportProgress = z.object({
  phase: z.string(),
  done: z.number().int(),
  total: z.number().int().nullable(),
  share: z.number().nullable(),
  rowsPerSecond: z.number().int(),
  secondsLeft: z.number().int().nullable(),
})

export const ImportSummary = z.object({
  id: z.uuid(),
  kind: Kind,
  status: z.string(),
  fileName: z.string(),
  fileBytes: z.number().int(),
  fileHash: z.string(),
  version: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
  committedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  counts: Counts,
})
export type ImportSummary = z.infer<typeof ImportSummary>

export const ImportBatch = ImportSummary.extend({
  sheet: z.string().nullable(),
  sheets: z.array(z.unknown()),
  crs: Crs.nullable(),
  procedure: Procedure.nullable(),
  rule: z.record(z.string(), z.unknown()),
  columns: z.array(
    z.object({
      index: z.number().int(),
      title: z.string(),
      field: z.string().nullable(),
      factor: z.number().nullable(),
    }),
  ),
  mapping: z.array(z.string().nullable()),
  headerRows: z.array(z.number().int()),
  rows: z.array(ImportRow),
  nextCursor: z.string().optional(),
  datum: z.unknown().nullable(),
  notes: z.array(z.string()),
  progress: ImportProgress.nullable(),
  willWrite: z.object({ inserts: z.number().int(), updates: z.number().int() }),
})
export type ImportBatch = z.infer<typeof ImportBatch>

export const ImportList = z.object({ items: z.array(ImportSummary) })
export const ImportRowList = z.object({ items: z.array(ImportRow), nextCursor: z.string().optional() })
