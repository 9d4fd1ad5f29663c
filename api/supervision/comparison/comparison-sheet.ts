import type { Cell as SheetCell, WriteSheet } from 'hucre'
import { lineCount } from '../../http/text-layout.ts'
import { listPage } from '../sheet-style.ts'
import { border, fonts, cellStyle } from '../../http/office-sheet.ts'
import { comparisonHeaders, comparisonRows, comparisonSentence } from './comparison-rows.ts'
import type { ListComparison } from './list-comparison.schema.ts'

const widths = [6, 8, 20, 34, 20, 40, 40]
const size = 10.5

const heightOf = (row: readonly string[]) =>
  6 + Math.max(...row.map((text, index) => lineCount(text, widths[index]! - 1))) * 14

/** 附表: what changed since the list before. */
export function comparisonSheet(comparison: ListComparison, watermark: string | undefined): WriteSheet {
  const body = comparisonRows(comparison)
  const rows = [['附表　与上次清单比较'], [comparisonSentence(comparison)], [...comparisonHeaders], ...body]
  const cells = new Map<string, Partial<SheetCell>>()
  rows.forEach((_row, y) =>
    widths.forEach((_width, x) => {
      const named = [cellStyle(fonts.title, 18, 'center'), cellStyle(fonts.body, 12, 'left')][y]
      const font = y === 2 ? fonts.header : fonts.body
      const style = named ?? {
        ...cellStyle(font, size, y > 2 && x > 2 ? 'left' : 'center'),
        border,
        numFmt: '@',
      }
      cells.set(`${y},${x}`, { style })
    }),
  )
  return {
    name: '与上次清单比较',
    columns: widths.map((width) => ({ width })),
    rows: rows.map((row) => widths.map((_width, index) => row[index] ?? null)),
    cells,
    rowDefs: new Map(rows.map((row, y) => [y, { height: [36, 36, 22][y] ?? heightOf(row) }])),
    merges: [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: widths.length - 1 })),
    freezePane: { rows: 3, columns: 0 },
    ...listPage({ columns: widths.length, rows: rows.length }, watermark),
  }
}
