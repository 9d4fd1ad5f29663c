import type { Cell as SheetCell, CellStyle, WriteOptions, WriteSheet } from 'hucre'
import { provenanceEntries, provenanceLine } from '../documents/provenance.ts'
import {
  border,
  cellStyle,
  fonts,
  headerStyle,
  landscapePage,
  lineStyle,
  wrappedHeight,
} from '../http/office-sheet.ts'
import type { PaperFrame } from './report-paper.ts'
import { signatureLine } from './report-paper.ts'
import type { Report, ReportCell, ReportTable } from './report.ts'

const titleHeight = 30

const titleStyle = cellStyle(fonts.title, 18, 'center')
const bodyStyle = (isText: boolean): CellStyle => ({
  ...cellStyle(fonts.body, 10.5, isText ? 'left' : 'center'),
  border,
})

/** A list's rows with their styles, before they are a sheet. */
interface Line {
  readonly values: readonly (string | number | null)[]
  readonly styles: readonly CellStyle[]
  /** One text over the whole width. */
  readonly isMerged?: boolean
}

const valueOf = (cell: ReportCell) => (typeof cell === 'object' ? Number(cell.text) : cell)

function styleOf(cell: ReportCell, isText: boolean): CellStyle {
  const base = bodyStyle(isText)
  if (typeof cell === 'object') return { ...base, numFmt: `0.${'0'.repeat(cell.decimals)}` }
  return typeof cell === 'string' ? { ...base, numFmt: '@' } : base
}

const merged = (text: string, look: CellStyle): Line => ({ values: [text], styles: [look], isMerged: true })

function bodyLine(row: readonly ReportCell[], { columns }: ReportTable): Line {
  return {
    values: row.map(valueOf),
    styles: row.map((cell, x) => styleOf(cell, columns[x]!.isText ?? false)),
  }
}

const headerLine = (texts: readonly string[]): Line => ({
  values: texts,
  styles: texts.map(() => headerStyle),
})

function headerLines({ columns }: ReportTable): Line[] {
  const low = headerLine(columns.map(({ header }) => header))
  if (columns.every(({ group }) => group === undefined)) return [low]
  return [headerLine(columns.map(({ group, header }) => group ?? header)), low]
}

/** A group reaches over its columns; a column without one fills both rows. */
function headerMerges({ columns }: ReportTable, top: number): NonNullable<WriteSheet['merges']> {
  if (columns.every(({ group }) => group === undefined)) return []
  const merges: NonNullable<WriteSheet['merges']> = []
  for (let start = 0; start < columns.length;) {
    const { group } = columns[start]!
    let end = start
    while (group !== undefined && columns[end + 1]?.group === group) end++
    const endRow = group === undefined ? top + 1 : top
    if (endRow > top || end > start) merges.push({ startRow: top, startCol: start, endRow, endCol: end })
    start = end + 1
  }
  return merges
}

function heightOf(line: Line, { columns }: ReportTable): number | undefined {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  return wrappedHeight(line.values, (x) => (line.isMerged ? whole : columns[x]!.width))
}

function tableSheet(
  report: Report,
  table: ReportTable,
  { office, provenance, isDemo }: PaperFrame,
): WriteSheet {
  const head = [
    merged(table.heading ? `${report.title} ${table.heading}` : report.title, titleStyle),
    merged([...report.line, ...(isDemo ? ['演示数据'] : [])].join('　　'), lineStyle),
  ]
  const header = headerLines(table)
  const lines = [
    ...head,
    ...header,
    ...table.rows.map((row) => bodyLine(row, table)),
    ...(table.totals ? [bodyLine(table.totals, table)] : []),
    ...report.notes.map((note) => merged(note, lineStyle)),
    merged(signatureLine(office).join('　　'), lineStyle),
    merged(provenanceLine(provenance), lineStyle),
  ]
  const cells = new Map<string, Partial<SheetCell>>()
  lines.forEach((line, y) => line.styles.forEach((look, x) => cells.set(`${y},${x}`, { style: look })))
  const heights = lines.flatMap((line, y) => {
    const height = y === 0 ? titleHeight : heightOf(line, table)
    return height === undefined ? [] : [[y, { height }] as const]
  })
  const last = table.columns.length - 1
  return {
    name: table.sheetName,
    columns: table.columns.map(({ width }) => ({ width })),
    rows: lines.map(({ values }) => [...values]),
    rowDefs: new Map(heights),
    cells,
    merges: [
      ...lines.flatMap((line, y) =>
        line.isMerged ? [{ startRow: y, startCol: 0, endRow: y, endCol: last }] : [],
      ),
      ...headerMerges(table, head.length),
    ],
    freezePane: { rows: head.length + header.length, columns: 1 },
    pageSetup: landscapePage({
      rows: lines.length,
      columns: table.columns.length,
      headRows: head.length + header.length,
    }),
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  }
}

/** Running text as rows, for a report that has no tables. */
function textTable(report: Report): ReportTable {
  const rows = report.paragraphs.map((part): readonly string[] => [
    'heading' in part ? part.heading : part.text,
  ])
  return { sheetName: '正文', columns: [{ header: '内容', width: 110, isText: true }], rows }
}

function metaSheet(report: Report, { provenance }: PaperFrame): WriteSheet {
  const entries = [['报表', report.title], ...provenanceEntries(provenance)]
  return {
    name: '_meta',
    hidden: true,
    columns: [{ width: 16 }, { width: 80 }],
    rows: entries.map((row) => [...row]),
  }
}

/** A sheet for each table, and a hidden one that says how the file came about. */
export function reportWorkbook(report: Report, frame: PaperFrame): WriteOptions {
  const tables = report.tables.length > 0 ? report.tables : [textTable(report)]
  return {
    sheets: [...tables.map((table) => tableSheet(report, table, frame)), metaSheet(report, frame)],
    properties: { title: report.title },
  }
}
