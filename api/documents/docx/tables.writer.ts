import {
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Form, PaperLayout, Table, TableColumn } from '../paper.ts'
import { formGrid } from '../typesetting/form-grid.ts'
import { estimateWidth } from '../typesetting/line-breaking.ts'
import { pages, twips, typeHeight, typeWidth } from '../typesetting/measures.ts'
import { cellPadding, tableLayout } from '../typesetting/table-layout.ts'
import { tableLine, textStyles } from '../typesetting/text-styles.ts'
import { alignments, runsOf, styled, styleIds } from './paragraphs.writer.ts'

/** Eighths of a point: 0.5 pt. */
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const borders = {
  top: thin,
  bottom: thin,
  left: thin,
  right: thin,
  insideHorizontal: thin,
  insideVertical: thin,
}
const margins = {
  marginUnitType: WidthType.DXA,
  top: twips(cellPadding.y),
  bottom: twips(cellPadding.y),
  left: twips(cellPadding.x),
  right: twips(cellPadding.x),
}

const ruled = (widths: readonly number[], rows: readonly TableRow[]) =>
  new WordTable({
    rows,
    borders,
    margins,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + twips(width), 0), type: WidthType.DXA },
    columnWidths: widths.map(twips),
  })

interface RowLook {
  readonly columns: readonly TableColumn[]
  readonly widths: readonly number[]
  readonly size: number
  readonly isHeading: boolean
  readonly isKept?: boolean
}

function row(
  cells: readonly string[],
  { columns, widths, size, isHeading, isKept = false }: RowLook,
  isHeader = false,
): TableRow {
  return new TableRow({
    cantSplit: true,
    tableHeader: isHeader,
    children: columns.map(
      ({ align = 'left' }, x) =>
        new TableCell({
          width: { size: twips(widths[x]!), type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            new Paragraph({
              style: isHeading ? styleIds.label : styleIds.value,
              alignment: isHeading ? alignments.centre : alignments[align],
              keepNext: isKept,
              spacing: { line: twips(tableLine(size)), lineRule: LineRuleType.EXACT },
              children: runsOf(cells[x] ?? '', { size: size * 2 }),
            }),
          ],
        }),
    ),
  })
}

/** Rows by the thousand are made in pieces; each piece is a table of the same grid. */
export function* tablePieces(
  table: Table,
  layout: PaperLayout,
  rowsEach: number,
  hasFoot: boolean,
): Generator<{ readonly piece: WordTable; readonly count: number }> {
  const page = pages[layout]
  const { widths, size } = tableLayout(table, typeWidth(page), typeHeight(page), estimateWidth)
  const look = { columns: table.columns, widths, size, isHeading: false }
  const header = row(
    table.columns.map((column) => column.header),
    { ...look, isHeading: true },
    true,
  )
  const totals = table.totals ? [row(table.totals, { ...look, isHeading: true, isKept: hasFoot })] : []
  const isLastRow = (index: number) => totals.length === 0 && index === table.rows.length - 1
  for (let from = 0; from === 0 || from < table.rows.length; from += rowsEach) {
    const rows = table.rows
      .slice(from, from + rowsEach)
      .map((cells, index) => row(cells, { ...look, isKept: hasFoot && isLastRow(from + index) }))
    const isLast = from + rowsEach >= table.rows.length
    const piece = ruled(widths, [...(from === 0 ? [header] : []), ...rows, ...(isLast ? totals : [])])
    yield { piece, count: rows.length }
  }
}

/** A receipt that is torn off keeps its rows together. */
export function formTable(form: Form, layout: PaperLayout, isTogether: boolean): WordTable {
  const styles = textStyles[layout]
  const grid = formGrid(form, typeWidth(pages[layout]), estimateWidth(styles.label.size))
  const rows = grid.rows.map(
    ({ cells, lines }, y) =>
      new TableRow({
        cantSplit: true,
        height: { value: twips(lines * styles.value.line + 2 * cellPadding.y + 4), rule: HeightRule.ATLEAST },
        children: cells.map(
          ({ text, isLabel, width, span }) =>
            new TableCell({
              columnSpan: span,
              width: { size: twips(width), type: WidthType.DXA },
              verticalAlign: VerticalAlignTable.CENTER,
              children: [
                styled(isLabel ? 'label' : 'value', text, {
                  alignment: isLabel ? alignments.centre : alignments.left,
                  keepNext: isTogether && y < grid.rows.length - 1,
                }),
              ],
            }),
        ),
      }),
  )
  return ruled(grid.columns, rows)
}
