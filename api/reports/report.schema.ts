import { z } from 'zod'
import { calibres } from '../accidents/calibre.ts'
import { reportKinds } from './report.ts'

export const ReportQuery = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  calibre: z.enum(calibres).default('general').describe('Of the tables by road, form and so on'),
  format: z.enum(['json', 'xlsx', 'docx', 'pdf']).default('json'),
})
export type ReportQuery = z.infer<typeof ReportQuery>

export const ReportKindParam = z.object({ kind: z.enum(reportKinds) })

const Cell = z.union([z.string(), z.number(), z.object({ text: z.string(), decimals: z.number().int() })])

export const ReportAnswer = z.object({
  kind: z.enum(reportKinds),
  title: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  line: z.array(z.string()),
  paragraphs: z.array(
    z.union([
      z.object({ heading: z.string() }),
      z.object({ text: z.string(), isMissing: z.boolean().optional() }),
    ]),
  ),
  tables: z.array(
    z.object({
      sheetName: z.string(),
      heading: z.string().optional(),
      columns: z.array(
        z.object({
          header: z.string(),
          group: z.string().optional(),
          width: z.number(),
          isText: z.boolean().optional(),
        }),
      ),
      rows: z.array(z.array(Cell)),
      totals: z.array(Cell).optional(),
    }),
  ),
  notes: z.array(z.string()),
  provenance: z.array(z.tuple([z.string(), z.string()])).describe('Label and value, as they are printed'),
  hash: z.string().describe('SHA-256 of what the report says'),
  demo: z.boolean(),
})
export type ReportAnswer = z.infer<typeof ReportAnswer>
