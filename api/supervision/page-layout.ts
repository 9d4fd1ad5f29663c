import { columns, type Cell, type Column } from './supervision-table.ts'
import { lineCount, textWidth } from '../http/text-layout.ts'

/** A4 landscape less two margins of 20 mm, in column characters at full size. */
const pageWidth = 138
/** Twenty columns are printed at 77 %: 五号 comes out at eight points, and the rows stay short enough to compare. */
const sheetWidth = pageWidth * 1.3
/** Excel takes no row higher than 409 points. */
const tallestRow = 400
/** 五号 first; smaller only where a text is so long that its row would not fit on a page. */
const fontSizes = [10.5, 9, 8, 7] as const

export interface Layout {
  readonly fontSize: number
  readonly widths: readonly number[]
  readonly rowHeights: readonly number[]
}

const textOf = (cell: Cell | undefined) =>
  cell === null || cell === undefined ? '' : cell instanceof Date ? '2026-01-01' : String(cell)

/**
 * The long texts share what the narrow columns leave, by how much there is to read in them; in smaller type the narrow
 * ones leave more.
 */
export function columnWidths(
  rows: readonly (readonly Cell[])[],
  scale: (column: Column) => number = () => 1,
): number[] {
  const least = columns.map((column) => (column.growth === 0 ? column.width * scale(column) : column.width))
  const fixed = least.reduce((sum, width) => sum + width, 0)
  const weights = columns.map(({ growth }, index) => {
    const longest = Math.max(0, ...rows.map((row) => textWidth(textOf(row[index]))))
    return growth * Math.sqrt(longest)
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const spare = Math.max(0, sheetWidth - fixed)
  return least.map((width, index) => width + (total === 0 ? 0 : (spare * weights[index]!) / total))
}

/** A column's padding takes about one character. */
const padding = 1
const lineSpacing = 1.33

function heightOf(row: readonly Cell[], widths: readonly number[], fontSize: number): number {
  const lines = row.map((cell, index) => {
    const capacity = ((widths[index]! - padding) * fontSizes[0]) / fontSize
    return lineCount(textOf(cell), capacity)
  })
  return Math.ceil(Math.max(1, ...lines) * fontSize * lineSpacing + 6)
}

/** Widths and heights in which nothing is cut off, at the largest size of type that allows it. */
export function layOut(rows: readonly (readonly Cell[])[]): Layout {
  const laidAt = (fontSize: number): Layout => {
    const widths = columnWidths(rows, () => Math.max(0.75, fontSize / fontSizes[0]))
    return { fontSize, widths, rowHeights: rows.map((row) => heightOf(row, widths, fontSize)) }
  }
  const fits = ({ rowHeights }: Layout) => rowHeights.every((height) => height <= tallestRow)
  const layout = fontSizes.map(laidAt).find(fits) ?? laidAt(7)
  return { ...layout, rowHeights: layout.rowHeights.map((height) => Math.min(height, 409)) }
}

export const headerHeight = (widths: readonly number[], fontSize: number) =>
  heightOf(
    columns.map(({ header }) => header),
    widths,
    fontSize,
  )

/** How many characters a line across the whole table holds. */
export const pageCapacity = (widths: readonly number[], fontSize: number): number =>
  ((widths.reduce((sum, width) => sum + width, 0) - padding) * fontSizes[0]) / fontSize
