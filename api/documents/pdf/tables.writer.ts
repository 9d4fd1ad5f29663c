import type { Form, Table } from '../paper.ts'
import { formGrid } from '../typesetting/form-grid.ts'
import { typeHeight } from '../typesetting/measures.ts'
import { cellPadding, columnWidths, tableSize } from '../typesetting/table-layout.ts'
import { type TextStyle, tableLine } from '../typesetting/text-styles.ts'
import { drawRow, heightOf, placeRow, type RowCell } from './rows.writer.ts'
import { linesIn, makeRoom, type Sheet } from './sheet.writer.ts'
import { weightOf } from './type.writer.ts'

type RowOf = (cells: readonly string[], isHeading: boolean) => RowCell[]

function rowsOf(sheet: Sheet, { columns }: Table, widths: readonly number[], size: number): RowOf {
  const style = (name: 'label' | 'value'): TextStyle => ({
    ...sheet.styles[name],
    size,
    line: tableLine(size),
  })
  const styles = { heading: style('label'), body: style('value') }
  return (cells, isHeading) =>
    columns.map(({ align = 'left' }, x) => {
      const used = isHeading ? styles.heading : styles.body
      const width = widths[x]!
      return {
        lines: linesIn(sheet, cells[x] ?? '', used, width - 2 * cellPadding.x),
        width,
        align: isHeading ? 'centre' : align,
        style: used,
      }
    })
}

/** Stops after each row, so that what is written can be taken. */
export function* drawTable(sheet: Sheet, table: Table): Generator<void> {
  const { width, page, type } = sheet
  const widths = columnWidths(table, width)
  const size = tableSize(table, width, typeHeight(page), (points) => type.measureIn('regular', points))
  const rowOf = rowsOf(sheet, table, widths, size)
  const heading = rowOf(
    table.columns.map(({ header }) => header),
    true,
  )
  const first = table.rows[0] ? heightOf(rowOf(table.rows[0], false)) : 0
  makeRoom(sheet, heightOf(heading) + Math.min(first, typeHeight(page) / 2))
  const drawHeading = () => drawRow(sheet, heading, heightOf(heading))
  drawHeading()
  for (const row of table.rows) {
    placeRow(sheet, rowOf(row, false), drawHeading)
    yield
  }
  if (table.totals) placeRow(sheet, rowOf(table.totals, true), drawHeading)
  sheet.y += 6
}

function formRows(sheet: Sheet, form: Form): { readonly cells: RowCell[]; readonly least: number }[] {
  const { label, value } = sheet.styles
  const grid = formGrid(form, sheet.width, sheet.type.measureIn(weightOf(label), label.size))
  return grid.rows.map(({ cells, lines }) => ({
    least: lines * value.line + 2 * cellPadding.y + 4,
    cells: cells.map(({ text, isLabel, width }) => {
      const style = isLabel ? label : value
      return {
        lines: linesIn(sheet, text, style, width - 2 * cellPadding.x),
        width,
        align: isLabel ? ('centre' as const) : ('left' as const),
        style,
      }
    }),
  }))
}

export const formHeight = (sheet: Sheet, form: Form): number =>
  formRows(sheet, form).reduce((sum, { cells, least }) => sum + heightOf(cells, least), 0)

export function drawForm(sheet: Sheet, form: Form): void {
  for (const { cells, least } of formRows(sheet, form)) placeRow(sheet, cells, () => undefined, least)
  sheet.y += 6
}
