import type { Table } from '../paper.ts'
import { breakLines, type Measure } from './line-breaking.ts'
import { linesOf } from './printable.ts'
import { tableLine, tableSizes } from './text-styles.ts'

/** Points of white on the left and right of a cell's text, and above and below it. */
export const cellPadding = { x: 3, y: 2 } as const

export function columnWidths({ columns }: Table, width: number): readonly number[] {
  const shares = columns.reduce((sum, column) => sum + column.width, 0)
  return columns.map((column) => (column.width / shares) * width)
}

export const cellLines = (text: string, width: number, measure: Measure): readonly string[] =>
  linesOf(text).flatMap((line) => breakLines(line, width - 2 * cellPadding.x, measure))

export function rowHeight(
  cells: readonly string[],
  widths: readonly number[],
  measure: Measure,
  line: number,
): number {
  const lines = cells.map((text, x) => cellLines(text, widths[x] ?? 0, measure).length)
  return Math.max(1, ...lines) * line + 2 * cellPadding.y
}

/** No row should take more than this part of a page. */
const share = 0.4
const looked = 400

/**
 * The largest type in which the rows still look like rows. Where none does, the smallest; a row higher than a page is
 * then split. Only the rows with most text are measured.
 */
export function tableSize(
  table: Table,
  width: number,
  height: number,
  measureIn: (size: number) => Measure,
): number {
  const widths = columnWidths(table, width)
  const length = (row: readonly string[]) => row.reduce((sum, text) => sum + text.length, 0)
  const longest = [...table.rows].sort((a, b) => length(b) - length(a)).slice(0, looked)
  const rows = [table.columns.map(({ header }) => header), ...longest]
  return (
    tableSizes.find((size) => {
      const measure = measureIn(size)
      return rows.every((row) => rowHeight(row, widths, measure, tableLine(size)) <= height * share)
    }) ?? tableSizes.at(-1)!
  )
}
