import type { Cell, ColumnMapping, SheetRow } from '../import-types.ts'
import { cellName, cellXml, textCell } from './cell-xml.ts'
import { markedColumns, newResultFinder, reasonText, type RowResult } from './report-result.ts'
import { outcomeNames, styleOf, type Look } from './report-styles.ts'

export interface ReportRows {
  readonly rows: AsyncIterable<readonly SheetRow[]>
  /** In the order of their first rows. */
  readonly results: AsyncIterable<readonly RowResult[]>
  readonly mapping: ColumnMapping
}

/** Before the clerk's own columns; an import leaves these titles aside when the file comes back. */
export const reportTitles = ['结果', '原因', '行号'] as const
const ours = reportTitles.length
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const mostColumns = 16_384 - ours
const widthOfReason = 60
/** Points; a sheet allows no higher row. */
const lineHeight = 15
const highestRow = 409

const headerEnd = ({ headerRows }: ColumnMapping) => Math.max(1, ...headerRows)

/** By the title: what stands below is rarely much wider. */
const widthOf = (title: string) => Math.min(30, Math.max(9, title.length * 2 + 3))

function beginning(mapping: ColumnMapping): string {
  const below = headerEnd(mapping)
  const widths = [8, widthOfReason, 7, ...mapping.titles.slice(0, mostColumns).map(widthOf)]
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${main}">` +
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>` +
    `<sheetView workbookViewId="0" tabSelected="1"><pane xSplit="${ours}" ySplit="${below}" ` +
    `topLeftCell="${cellName(ours, below + 1)}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`
  )
}

/** Not every program fits rows to their text when it opens a file, so the reasons bring their height along. */
function heightFor(reasons: string): string {
  const linesOf = (line: string) =>
    Math.max(1, Math.ceil((line.length + (line.match(/[^\0-\u00FF]/g)?.length ?? 0)) / (widthOfReason - 2)))
  const lines = reasons.split('\n').reduce((sum, line) => sum + linesOf(line), 0)
  return lines > 1 ? ` ht="${Math.min(highestRow, lines * lineHeight)}" customHeight="1"` : ''
}

const ownCells = (cells: readonly Cell[], row: number, lookAt: (column: number) => Look) =>
  cells
    .slice(0, mostColumns)
    .map((cell, column) => cellXml(cellName(column + ours, row), cell, lookAt(column)))
    .join('')

function headerRow({ number, cells }: SheetRow, isLast: boolean): string {
  const titles = isLast
    ? reportTitles.map((title, column) => textCell(cellName(column, number), title, styleOf('header')))
    : []
  return `<row r="${number}">${titles.join('')}${ownCells(cells, number, () => 'header')}</row>`
}

/** At least as many cells as there are columns, so that a mark on an empty cell is seen. */
const padded = (cells: readonly Cell[], marks: ReadonlyMap<number, Look>): readonly Cell[] => {
  const last = Math.max(-1, ...marks.keys())
  return last < cells.length ? cells : [...cells, ...Array<Cell>(last + 1 - cells.length).fill(null)]
}

function recordRow({ number, cells }: SheetRow, result: RowResult, mapping: ColumnMapping): string {
  const { outcome } = result
  const marks = markedColumns(result, mapping)
  const dimmed: Look = outcome === 'duplicate' ? 'duplicate' : 'plain'
  const reasons = reasonText(result, mapping)
  return (
    `<row r="${number}"${heightFor(reasons)}>` +
    textCell(cellName(0, number), outcomeNames[outcome], styleOf(outcome)) +
    textCell(cellName(1, number), reasons, styleOf(outcome, 'text')) +
    `<c r="${cellName(2, number)}" s="${styleOf(outcome)}"><v>${number}</v></c>` +
    ownCells(padded(cells, marks), number, (column) => marks.get(column) ?? dimmed) +
    '</row>'
  )
}

/** Titles above, subtotals and notes below stay where they were, without a result. */
const otherRow = ({ number, cells }: SheetRow) =>
  `<row r="${number}">${ownCells(cells, number, () => 'plain')}</row>`

function ending(mapping: ColumnMapping, lastRow: number): string {
  const below = headerEnd(mapping)
  const last = cellName(Math.min(mapping.titles.length, mostColumns) + ours - 1, Math.max(lastRow, below))
  return (
    `</sheetData><autoFilter ref="A${below}:${last}"/>` +
    `<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
  )
}

/** The clerk's own rows in their order and at their row numbers, each with what became of it. */
export async function* reportSheet({ rows, results, mapping }: ReportRows): AsyncGenerator<string> {
  const finder = newResultFinder(results)
  const headers = new Set(mapping.headerRows)
  const lastHeader = headerEnd(mapping)
  let lastRow = 0
  yield beginning(mapping)
  try {
    for await (const batch of rows)
      for (const row of batch) {
        // A row number that does not grow would make the file unreadable.
        if (row.number <= lastRow) continue
        lastRow = row.number
        if (headers.has(row.number)) yield headerRow(row, row.number === lastHeader)
        else {
          const result = await finder.find(row.number)
          yield result ? recordRow(row, result, mapping) : otherRow(row)
        }
      }
  } finally {
    await finder.close()
  }
  yield ending(mapping, lastRow)
}
