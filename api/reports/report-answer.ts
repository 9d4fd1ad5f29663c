import { provenanceEntries } from '../documents/provenance.ts'
import type { PaperFrame } from './report-paper.ts'
import type { ReportAnswer } from './report.schema.ts'
import type { Report } from './report.ts'

interface Made extends Pick<PaperFrame, 'provenance' | 'isDemo'> {
  readonly report: Report
}

/** The report as the screen shows it: cell for cell what the files print. */
export function reportAnswer(
  { report, provenance, isDemo }: Made,
  { from, to }: { readonly from: string; readonly to: string },
): ReportAnswer {
  return {
    kind: report.kind,
    title: report.title,
    from,
    to,
    line: [...report.line],
    paragraphs: [...report.paragraphs],
    tables: report.tables.map(({ columns, rows, totals, ...names }) => ({
      ...names,
      columns: [...columns],
      rows: rows.map((row) => [...row]),
      ...(totals ? { totals: [...totals] } : {}),
    })),
    notes: [...report.notes],
    provenance: provenanceEntries(provenance).map(([label, value]) => [label, value]),
    hash: provenance.hash,
    demo: isDemo,
  }
}
