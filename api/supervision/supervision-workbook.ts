import type { Cell as SheetCell, CellStyle, MergeRange, RowDef, WriteOptions, WriteSheet } from 'hucre'
import { abbreviate, lineCount } from '../http/text-layout.ts'
import type { Edition } from '../http/provenance-entries.ts'
import { comparisonSheet } from './comparison/comparison-sheet.ts'
import type { ListComparison } from './comparison/list-comparison.schema.ts'
import { headLineParts, signatureParts, titleOf } from './list-lines.ts'
import { inEdition, listMeta, listSmallPrint, type PrintedList } from './list-provenance.ts'
import { headerHeight, layOut, pageCapacity, type Layout } from './page-layout.ts'
import { metaSheet } from '../http/workbook-meta.ts'
import { listPage } from './sheet-style.ts'
import { border, fonts, cellStyle as line } from '../http/office-sheet.ts'
import { cellOf, columns, totalsRow, type Cell } from './supervision-table.ts'

const numberFormats = { text: '@', integer: '0', money: '0.00', date: 'yyyy-mm-dd' } as const

function bodyStyle(index: number, fontSize: number): CellStyle {
  const { align, format } = columns[index]!
  return { ...line(fonts.body, fontSize, align), border, numFmt: numberFormats[format] }
}

interface Line {
  readonly cells: readonly Cell[]
  readonly height: number
  readonly style: (column: number) => CellStyle
  /** One text across the whole table; never in the body, which must be readable by machines. */
  readonly isMerged?: boolean
}

const merged = (text: string, height: number, style: CellStyle): Line => ({
  cells: [text],
  height,
  style: () => style,
  isMerged: true,
})

const longestCell = 1200
const bodyCells = (list: PrintedList) =>
  list.rows.map((row) =>
    columns.map((column) => {
      const value = cellOf(column, row)
      return typeof value === 'string' ? abbreviate(value, longestCell) : value
    }),
  )

/** A line across the sheet that wraps where its text is longer. */
const note = (text: string, widths: readonly number[]): Line => {
  const lines = lineCount(text, pageCapacity(widths, noteSize))
  return merged(text, 6 + lines * 14, line(fonts.body, noteSize, 'left'))
}
const noteSize = 10.5

interface Print {
  readonly list: PrintedList
  readonly smallPrint: string
}

function linesOf({ list, smallPrint }: Print, body: readonly (readonly Cell[])[], layout: Layout): Line[] {
  const { fontSize, widths, rowHeights } = layout
  const totals = totalsRow(list)
  const headerStyle: CellStyle = { ...line(fonts.header, fontSize, 'center'), border }
  const style = (column: number) => bodyStyle(column, fontSize)
  return [
    merged(titleOf(list), 40, line(fonts.title, 22, 'center')),
    headLine(list, widths),
    {
      cells: columns.map(({ header }) => header),
      height: headerHeight(widths, fontSize),
      style: () => headerStyle,
    },
    ...body.map((cells, index) => ({ cells, height: rowHeights[index]!, style })),
    {
      cells: totals,
      height: rowHeights[rowHeights.length - 1]!,
      style: (column) => ({ ...style(column), font: { name: fonts.header, size: fontSize } }),
    },
    merged(signatureParts(list).join('　　'), 34, line(fonts.body, 12, 'left')),
    ...list.notes.map((text, index) => note(`${index === 0 ? '注：' : '　　'}${index + 1}. ${text}`, widths)),
    note(smallPrint, widths),
  ]
}

/** As many lines as its parts need: a long document number must not hide the calibre. */
function headLine(list: PrintedList, widths: readonly number[]): Line {
  const text = headLineParts(list).join('　　')
  const lines = lineCount(text, pageCapacity(widths, 12))
  return merged(text, 8 + lines * 16, line(fonts.body, 12, 'left'))
}

function printedSheet(print: Print): WriteSheet {
  const { list } = print
  const body = bodyCells(list)
  const layout = layOut([...body, totalsRow(list)])
  const lines = linesOf(print, body, layout)
  const cells = new Map<string, Partial<SheetCell>>()
  const rowDefs = new Map<number, RowDef>()
  const merges: MergeRange[] = []
  lines.forEach(({ height, style, isMerged }, row) => {
    rowDefs.set(row, { height })
    columns.forEach((_column, column) => cells.set(`${row},${column}`, { style: style(column) }))
    if (isMerged) merges.push({ startRow: row, startCol: 0, endRow: row, endCol: columns.length - 1 })
  })
  return {
    name: '挂牌督办清单',
    columns: layout.widths.map((width) => ({ width })),
    rows: lines.map(({ cells: values }) => columns.map((_column, index) => values[index] ?? null)),
    cells,
    rowDefs,
    merges,
    freezePane: { rows: 3, columns: 2 },
    ...listPage({ columns: columns.length, rows: lines.length }, list.office?.watermark),
  }
}

export interface WorkbookExtras {
  readonly edition?: Edition
  /** Printed as a second sheet where it was asked for. */
  readonly comparison?: ListComparison | undefined
}

/** The list as the government receives it. Nothing in it depends on when it is downloaded. */
export function supervisionWorkbook(
  whole: PrintedList,
  { edition = 'internal', comparison }: WorkbookExtras = {},
): WriteOptions {
  const list = inEdition(whole, edition)
  const made = new Date(list.madeAt)
  const print = { list, smallPrint: listSmallPrint(list, edition) }
  return {
    sheets: [
      printedSheet(print),
      ...(comparison ? [comparisonSheet(comparison, list.office?.watermark)] : []),
      metaSheet(listMeta(list, edition)),
    ],
    properties: { title: list.title, creator: list.fillingUnit, created: made, modified: made },
  }
}
