import type { Cell as SheetCell, CellStyle, WriteOptions, WriteSheet } from 'hucre'
import {
  border,
  cellStyle,
  fonts,
  headerStyle,
  landscapePage,
  lineStyle,
  wrappedHeight,
} from './office-sheet.ts'
import type { SpreadsheetCell } from './spreadsheet-text.ts'
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

const titleRows = 2

const titleStyle = cellStyle(fonts.title, 20, 'center')
/** Long numbers are text: as numbers a spreadsheet drops their last digits. */
const textStyle: CellStyle = { ...cellStyle(fonts.body, 10.5, 'left'), border, numFmt: '@' }
const numberStyle: CellStyle = { ...cellStyle(fonts.body, 10.5, 'center'), border }

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

function rowHeights<Row>({ columns, printed }: Ledger<Row>, rows: readonly SpreadsheetCell[][]) {
  const heights = new Map<number, { height: number }>()
  const acrossThePage = columns.slice(0, printed).reduce((sum, { width }) => sum + width, 0)
  rows.forEach((row, y) => {
    if (y === 0) return
    const height = wrappedHeight(row, (x) => (y < titleRows ? acrossThePage : columns[x]!.width))
    if (height !== undefined) heights.set(y, { height })
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
    pageSetup: landscapePage({ rows: rows.length, columns: ledger.printed, headRows: titleRows + 1 }),
    headerFooter: headAndFoot(ledger.watermark),
  }
}

/** A list as it is printed, filed and read back. */
export function ledgerWorkbook<Row>(ledger: Ledger<Row>): WriteOptions {
  const meta = ledger.meta ? [metaSheet(ledger.meta)] : []
  return { sheets: [ledgerSheet(ledger), ...meta], properties: { title: ledger.title } }
}
