import type { Language } from '../http/text.ts'
import type { Progress } from './import-progress.ts'
import type { ShownRow } from './import-row.queries.ts'
import type { ImportBatch, ImportRow, ImportSummary } from './import.schema.ts'
import type { Batch } from './import.queries.ts'
import type { Counts } from './import-types.ts'
import { columnName } from './matching/column-names.ts'

export function rowView(row: ShownRow, language: Language): ImportRow {
  const [cells = [], ...moreCells] = row.raw
  return {
    row: row.row_numbers[0]!,
    rows: row.row_numbers,
    cells: [...cells],
    moreCells: moreCells.map((each) => [...each]),
    values: row.values,
    outcome: row.outcome,
    findings: row.findings.map((finding) => ({ ...finding, message: finding.message[language] })),
    blocking: row.blocking,
    match: row.match && {
      id: row.match.id,
      differences: row.match.differences.map((each) => ({ ...each, name: columnName(each.column) })),
    },
    others: row.others.map((each) => ({ ...each })),
    decision: row.decision as ImportRow['decision'],
    written: row.written,
    recordId: row.written !== null || row.match !== null ? row.target_id : null,
  }
}

const iso = (at: Date | null) => at?.toISOString() ?? null

export function summaryView(batch: Batch, counts: Counts): ImportSummary {
  return {
    id: batch.id,
    kind: batch.kind,
    status: batch.status,
    fileName: batch.file_name,
    fileBytes: Number(batch.file_bytes),
    fileHash: batch.file_hash,
    version: batch.version,
    createdAt: batch.created_at.toISOString(),
    createdBy: batch.created_by_name,
    committedAt: iso(batch.committed_at),
    undoneAt: iso(batch.undone_at),
    counts: { ...counts },
  }
}

interface Beside {
  readonly counts: Counts
  readonly page: readonly ShownRow[]
  readonly nextCursor: string | undefined
  readonly willWrite: { readonly inserts: number; readonly updates: number }
  readonly progress: Progress | undefined
}

export function batchView(batch: Batch, beside: Beside, language: Language): ImportBatch {
  const { counts, page, nextCursor, willWrite, progress } = beside
  const { titles = [], fields = [], factors = [], headerRows = [] } = batch.mapping ?? {}
  return {
    ...summaryView(batch, counts),
    sheet: batch.sheet,
    sheets: [...batch.sheets],
    crs: batch.crs,
    procedure: batch.procedure,
    rule: { ...batch.rule },
    columns: titles.map((title, index) => {
      return { index, title, field: fields[index] ?? null, factor: factors[index] ?? null }
    }),
    mapping: [...fields],
    headerRows: [...headerRows],
    rows: page.map((row) => rowView(row, language)),
    ...(nextCursor === undefined ? {} : { nextCursor }),
    datum: batch.datum,
    notes: batch.notes.map((note) => note[language]),
    progress: progress ?? null,
    willWrite,
  }
}
