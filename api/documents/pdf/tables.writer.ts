import type { Form, Table } from '../paper.ts'
import { formGrid } from '../typesetting/form-grid.ts'
import { typeHeight } from '../typesetting/measures.ts'
import { cellPadding, tableLayout } from '../typesetting/table-layout.ts'
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

/** Room for whoever signs and for the small print under the last row. */
const footHeight = ({ styles }: Sheet) => 6 + styles.spread.line + styles.note.line * 3

/** Stops after each row, so that what is written can be taken. */
export function* drawTable(sheet: Sheet, table: Table, hasFoot: boolean): Generator<void> {
  const { width, page, type } = sheet
  const measureIn = (points: number) => type.measureIn('bold', points)
  const { widths, size } = tableLayout(table, width, typeHeight(page), measureIn)
  const rowOf = rowsOf(sheet, table, widths, size)
  const heading = rowOf(
    table.columns.map(({ header }) => header),
    true,
  )
  const first = table.rows[0] ? heightOf(rowOf(table.rows[0], false)) : 0
  makeRoom(sheet, heightOf(heading) + Math.min(first, typeHeight(page) / 2))
  const drawHeading = () => drawRow(sheet, heading, heightOf(heading))
  drawHeading()
  const below = hasFoot ? footHeight(sheet) : 0
  const last = table.totals ? -1 : table.rows.length - 1
  for (const [index, row] of table.rows.entries()) {
    placeRow(sheet, rowOf(row, false), { onNewPage: drawHeading, below: index === last ? below : 0 })
    yield
  }
  if (table.totals) placeRow(sheet, rowOf(table.totals, true), { onNewPage: drawHeading, below })
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
  for (const { cells, least } of formRows(sheet, form)) placeRow(sheet, cells, { least })
  sheet.y += 6
}
