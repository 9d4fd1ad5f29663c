import type { Table } from '../paper.ts'
import { breakLines, type Measure, widestPiece } from './line-breaking.ts'
import { linesOf } from './printable.ts'
import { tableLine, tableSizes } from './text-styles.ts'

/** Points of white on the left and right of a cell's text, and above and below it. */
export const cellPadding = { x: 3, y: 2 } as const

export interface TableLayout {
  /** Points. */
  readonly size: number
  readonly widths: readonly number[]
}

type Rows = readonly (readonly string[])[]

function heightOf(
  cells: readonly string[],
  widths: readonly number[],
  measure: Measure,
  line: number,
): number {
  const lines = cells.map((text, x) =>
    linesOf(text).flatMap((part) => breakLines(part, (widths[x] ?? 0) - 2 * cellPadding.x, measure)),
  )
  return Math.max(1, ...lines.map(({ length }) => length)) * line + 2 * cellPadding.y
}

/** In which no number, stake or date has to be cut. */
const leastWidths = (rows: Rows, columns: number, measure: Measure): number[] =>
  Array.from(
    { length: columns },
    (_, x) => Math.max(...rows.map((row) => widestPiece(row[x] ?? '', measure))) + 2 * cellPadding.x + 0.5,
  )

/** As wide as their shares, but those that need more take it from the others; nothing where there is not enough. */
export function sharedWidths(
  shares: readonly number[],
  least: readonly number[],
  width: number,
): readonly number[] | undefined {
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
  if (sum(least) > width) return undefined
  const isTight = shares.map(() => false)
  for (;;) {
    const left = width - sum(least.filter((_, x) => isTight[x]))
    const free = sum(shares.filter((_, x) => !isTight[x]))
    const widths = shares.map((share, x) => (isTight[x] ? least[x]! : (share / free) * left))
    const short = widths.findIndex((given, x) => !isTight[x] && given < least[x]! - 1e-9)
    if (short < 0) return widths
    isTight[short] = true
  }
}

/** No row should take more than this part of a page. */
const share = 0.4
const looked = 400

/** Only the rows with most text are measured. */
function measuredRows({ columns, rows, totals }: Table): Rows {
  const length = (row: readonly string[]) => row.reduce((sum, text) => sum + text.length, 0)
  const longest = [...rows].sort((a, b) => length(b) - length(a)).slice(0, looked)
  return [columns.map(({ header }) => header), ...longest, ...(totals ? [totals] : [])]
}

/**
 * The largest type in which no number is cut and the rows still look like rows; where there is none, one in which
 * at least the rows are low enough; else the smallest, and a row higher than a page is split.
 */
export function tableLayout(
  table: Table,
  width: number,
  height: number,
  measureIn: (size: number) => Measure,
): TableLayout {
  const rows = measuredRows(table)
  const shares = table.columns.map((column) => column.width)
  const all = shares.reduce((sum, value) => sum + value, 0)
  const asGiven = shares.map((value) => (value / all) * width)
  const tried = tableSizes.map((size) => {
    const measure = measureIn(size)
    const widths = sharedWidths(shares, leastWidths(rows, shares.length, measure), width)
    const used = widths ?? asGiven
    const isLow = rows.every((row) => heightOf(row, used, measure, tableLine(size)) <= height * share)
    return { size, widths: used, isWhole: widths !== undefined, isLow }
  })
  return (
    tried.find(({ isWhole, isLow }) => isWhole && isLow) ?? tried.find(({ isLow }) => isLow) ?? tried.at(-1)!
  )
}
