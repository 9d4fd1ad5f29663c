import type { Cell as SheetCell, CellStyle, WriteOptions, WriteSheet } from 'hucre'
import type { SpreadsheetCell } from './spreadsheet-text.ts'
import { lineCount } from './text-layout.ts'
import { headAndFoot, metaSheet } from './workbook-meta.ts'

export interface LedgerColumn<Row> {
  readonly header: string
  /** Characters wide on paper. */
  readonly width: number
  readonly cell: (row: Row) => SpreadsheetCell
}

export interface Ledger<Row> {
  readonly title: string
  /** Under the title: what the rows are and when they were drawn. */
  readonly line: string
  readonly sheetName: string
  readonly columns: readonly LedgerColumn<Row>[]
  /** The first so many columns are printed; the others are there for whoever works on with the file. */
  readonly printed: number
  readonly rows: readonly Row[]
  readonly totals?: readonly SpreadsheetCell[]
  /** Under the line, above the header: what lies under the rows would come back as a row. */
  readonly smallPrint?: string
  /** Kept in a hidden sheet. */
  readonly meta?: readonly (readonly [string, string])[]
  /** Printed at the head of every page. */
  readonly watermark?: string
}

/** Named, never bundled: WPS and Word on office machines have them. */
const fonts = { title: '方正小标宋简体', body: '仿宋_GB2312', header: '黑体' } as const
const side = { style: 'thin', color: { rgb: '000000' } } as const
const border = { top: side, bottom: side, left: side, right: side }
const inches = (millimetres: number) => millimetres / 25.4
const titleRows = 2

const style = (name: string, size: number, horizontal: 'left' | 'center'): CellStyle => ({
  font: { name, size },
  alignment: { horizontal, vertical: 'center', wrapText: true },
})
const titleStyle = style(fonts.title, 20, 'center')
const lineStyle = style(fonts.body, 11, 'left')
const headerStyle: CellStyle = { ...style(fonts.header, 10.5, 'center'), border }
/** Long numbers are text: as numbers a spreadsheet drops their last digits. */
const textStyle: CellStyle = { ...style(fonts.body, 10.5, 'left'), border, numFmt: '@' }
const numberStyle: CellStyle = { ...style(fonts.body, 10.5, 'center'), border }

function styleAt(row: number, value: SpreadsheetCell): CellStyle {
  if (row === 0) return titleStyle
  if (row === 1) return lineStyle
  if (row === titleRows) return headerStyle
  return typeof value === 'number' ? numberStyle : textStyle
}

function rowsOf<Row>({ title, line, smallPrint, columns, rows, totals }: Ledger<Row>): SpreadsheetCell[][] {
  return [
    [title],
    [smallPrint ? `${line}\n${smallPrint}` : line],
    columns.map(({ header }) => header),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
    ...(totals ? [[...totals]] : []),
  ]
}

/** 1 → A, 27 → AA. */
export function columnLetters(count: number): string {
  const last = (count - 1) % 26
  const before = (count - 1 - last) / 26
  return (before > 0 ? columnLetters(before) : '') + String.fromCharCode(65 + last)
}

const page = (lastRow: number, printed: number): WriteSheet['pageSetup'] => ({
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: {
    top: inches(25),
    bottom: inches(20),
    left: inches(20),
    right: inches(20),
    header: 0.4,
    footer: 0.4,
  },
  printTitlesRow: `$1:$${titleRows + 1}`,
  printArea: `$A$1:$${columnLetters(printed)}$${lastRow}`,
})

/** Points that one line takes at the size of the body. */
const lineHeight = 14.5

/** Not every program fits rows to their text when it opens a file: rows whose text wraps bring their height along. */
function rowHeights<Row>({ columns, printed }: Ledger<Row>, rows: readonly SpreadsheetCell[][]) {
  const heights = new Map<number, { height: number }>()
  const acrossThePage = columns.slice(0, printed).reduce((sum, { width }) => sum + width, 0)
  rows.forEach((row, y) => {
    if (y === 0) return
    const lines = row.map((value, x) =>
      lineCount(String(value ?? ''), (y < titleRows ? acrossThePage : columns[x]!.width) - 1),
    )
    const most = Math.max(1, ...lines)
    if (most > 1) heights.set(y, { height: most * lineHeight })
  })
  return heights
}

/** The header is one row, the third, so that the file can be read back. */
export function ledgerSheet<Row>(ledger: Ledger<Row>): WriteSheet {
  const rows = rowsOf(ledger)
  const cells = new Map<string, Partial<SheetCell>>()
  rows.forEach((row, y) => row.forEach((value, x) => cells.set(`${y},${x}`, { style: styleAt(y, value) })))
  return {
    name: ledger.sheetName,
    columns: ledger.columns.map(({ width }) => ({ width })),
    rows,
    rowDefs: rowHeights(ledger, rows),
    cells,
    merges: [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: ledger.printed - 1 })),
    freezePane: { rows: titleRows + 1, columns: 1 },
    pageSetup: page(rows.length, ledger.printed),
    headerFooter: headAndFoot(ledger.watermark),
  }
}

/** A list as it is printed, filed and read back. */
export function ledgerWorkbook<Row>(ledger: Ledger<Row>): WriteOptions {
  const meta = ledger.meta ? [metaSheet(ledger.meta)] : []
  return { sheets: [ledgerSheet(ledger), ...meta], properties: { title: ledger.title } }
}
