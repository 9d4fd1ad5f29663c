import { recordExport } from '../audit/record-export.commands.ts'
import type { ExportKind } from '../auth/own-squad.ts'
import { requireExportScope } from '../auth/own-squad.commands.ts'
import type { Database } from '../db/tables.ts'
import type { Acting } from '../http/acting.ts'
import type { Actor } from '../http/actor.ts'
import { Forbidden } from '../http/problem.ts'
import type { MadeReport } from './make-report.commands.ts'
import { reportMessages } from './report-messages.ts'
import type { ReportQuery } from './report.schema.ts'
import type { ReportKind } from './report.ts'

/** What a report is made of decides who may take it away. */
const madeOf: Readonly<Record<ReportKind, readonly ExportKind[]>> = {
  'monthly-hazards': ['hazards'],
  'four-indices': ['accidents'],
  'annual-summary': ['accidents', 'hazards'],
  'facility-totals': ['facilities'],
}

/** A report cannot be narrowed to a squad: whoever may take away a squad's own only is refused. */
export function requireReportExport(actor: Actor, kind: ReportKind): void {
  for (const part of madeOf[kind])
    if (requireExportScope(actor, part) !== undefined) throw new Forbidden(reportMessages.wholeBanner())
}

/** Which report of which days left, and the hash by which its paper is found again. */
export const recordReportExport = (
  db: Database,
  acting: Acting,
  { report, provenance }: MadeReport,
  { format, ...filter }: ReportQuery,
): Promise<void> =>
  recordExport(db, acting, {
    objectType: 'report',
    objectId: report.kind,
    format,
    filter: { ...filter, hash: provenance.hash },
    rows: report.tables.reduce((sum, { rows }) => sum + rows.length, 0),
  })
