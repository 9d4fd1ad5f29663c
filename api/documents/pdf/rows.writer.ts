import { cellPadding } from '../typesetting/table-layout.ts'
import { addPage, setLine, type Align, type Sheet } from './sheet.writer.ts'
import { weightOf } from './type.writer.ts'
import type { TextStyle } from '../typesetting/text-styles.ts'

export interface RowCell {
  readonly lines: readonly string[]
  readonly width: number
  readonly align: Align
  readonly style: TextStyle
}

export const heightOf = (cells: readonly RowCell[], least = 0): number =>
  Math.max(least, ...cells.map(({ lines, style }) => lines.length * style.line + 2 * cellPadding.y))

function drawCell(sheet: Sheet, { lines, width, align, style }: RowCell, x: number, height: number): void {
  sheet.document.lineWidth(0.5).strokeColor('#000000').rect(x, sheet.y, width, height).stroke()
  const measure = sheet.type.measureIn(weightOf(style), style.size)
  const top = sheet.y + (height - lines.length * style.line) / 2
  lines.forEach((text, index) => {
    const left = width - measure(text)
    const inset = align === 'centre' ? left / 2 : align === 'right' ? left - cellPadding.x : cellPadding.x
    setLine(sheet, text, { x: x + inset, y: top + index * style.line, style })
  })
}

export function drawRow(sheet: Sheet, cells: readonly RowCell[], height: number): void {
  let x = sheet.page.left
  for (const cell of cells) {
    drawCell(sheet, cell, x, height)
    x += cell.width
  }
  sheet.y += height
}

/** The first lines of each cell that fit in the height, and what is left of them. */
function cut(cells: readonly RowCell[], height: number): readonly [RowCell[], RowCell[]] {
  const fit = ({ style }: RowCell) => Math.max(1, Math.floor((height - 2 * cellPadding.y) / style.line))
  return [
    cells.map((cell) => ({ ...cell, lines: cell.lines.slice(0, fit(cell)) })),
    cells.map((cell) => ({ ...cell, lines: cell.lines.slice(fit(cell)) })),
  ]
}

interface Placing {
  readonly onNewPage?: () => void
  readonly least?: number
  /** What must find room under the row. */
  readonly below?: number
}

/** A row stays whole; only one that is higher than a page is cut, between lines, and goes on under the heading. */
export function placeRow(
  sheet: Sheet,
  row: readonly RowCell[],
  { onNewPage, least = 0, below = 0 }: Placing,
): void {
  const newPage = () => {
    addPage(sheet)
    onNewPage?.()
  }
  const isTooHigh = (height: number) => sheet.y + height > sheet.foot + 0.01
  let cells = row
  let height = heightOf(cells, least)
  if (isTooHigh(height + below)) newPage()
  while (isTooHigh(height)) {
    const [now, later] = cut(cells, sheet.foot - sheet.y)
    drawRow(sheet, now, Math.min(heightOf(now), sheet.foot - sheet.y))
    if (later.every(({ lines }) => lines.length === 0)) return
    newPage()
    cells = later
    height = heightOf(cells)
  }
  drawRow(sheet, cells, height)
}
