import type { Office } from '../documents/office/office.ts'
import type { Block, Paper, Table } from '../documents/paper.ts'
import { provenanceLine, type Provenance } from '../documents/provenance.ts'
import { cellText, fullHeader, type Report, type ReportTable } from './report.ts'

const tableBlock = ({ columns, rows, totals }: ReportTable): Table => ({
  kind: 'table',
  columns: columns.map((column) => ({
    header: fullHeader(column),
    width: column.width,
    align: column.isText ? 'left' : 'centre',
  })),
  rows: rows.map((row) => row.map(cellText)),
  ...(totals ? { totals: totals.map(cellText) } : {}),
})

/** Who answers for a list, to be signed by hand where no name was filled in. */
export const signatureLine = ({ unitHead, reviewer, compiler, phone }: Office): readonly string[] => [
  `单位负责人(签字):${unitHead || '______'}`,
  `审核人:${reviewer || '______'}`,
  `填报人:${compiler || '______'}`,
  `联系电话:${phone || '______'}`,
]

function* blocksOf(report: Report, office: Office, provenance: Provenance): Generator<Block> {
  yield { kind: 'title', text: report.title }
  if (report.line.length > 0) yield { kind: 'spread', parts: report.line }
  for (const part of report.paragraphs)
    yield 'heading' in part
      ? { kind: 'heading', level: 1, text: part.heading }
      : { kind: 'paragraph', text: part.text }
  for (const table of report.tables) {
    if (table.heading) yield { kind: 'heading', level: 3, text: table.heading }
    yield tableBlock(table)
  }
  for (const text of report.notes) yield { kind: 'note', text }
  if (report.tables.length > 0) yield { kind: 'spread', parts: signatureLine(office) }
  yield { kind: 'note', text: provenanceLine(provenance) }
}

export interface PaperFrame {
  readonly office: Office
  readonly provenance: Provenance
  readonly isDemo: boolean
}

/** What is invented says so on every page. */
export function reportPaper(report: Report, { office, provenance, isDemo }: PaperFrame): Paper {
  const watermark = [isDemo ? '演示数据' : '', office.watermark].filter(Boolean).join('　')
  return {
    title: report.title,
    layout: report.tables.length > 0 ? 'list' : 'letter',
    ...(watermark ? { watermark } : {}),
    blocks: [...blocksOf(report, office, provenance)],
  }
}
