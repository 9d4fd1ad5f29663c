import type { CellStyle, WriteSheet } from 'hucre'
import { lineCount } from './text-layout.ts'

/** Named, never bundled: WPS and Word on office machines have them. */
export const fonts = { title: '方正小标宋简体', body: '仿宋_GB2312', header: '黑体' } as const
const side = { style: 'thin', color: { rgb: '000000' } } as const
export const border = { top: side, bottom: side, left: side, right: side }
export const inches = (millimetres: number) => millimetres / 25.4

export const cellStyle = (name: string, size: number, horizontal: 'left' | 'center'): CellStyle => ({
  font: { name, size },
  alignment: { horizontal, vertical: 'center', wrapText: true },
})
export const lineStyle = cellStyle(fonts.body, 11, 'left')
export const headerStyle: CellStyle = { ...cellStyle(fonts.header, 10.5, 'center'), border }

/** 1 → A, 27 → AA. */
export function columnLetters(count: number): string {
  const last = (count - 1) % 26
  const before = (count - 1 - last) / 26
  return (before > 0 ? columnLetters(before) : '') + String.fromCharCode(65 + last)
}

/** Of a page as offices file it; the room for head and foot is in inches. */
export const margins = {
  top: inches(25),
  bottom: inches(20),
  left: inches(20),
  right: inches(20),
  header: 0.4,
  footer: 0.4,
}

interface Extent {
  readonly rows: number
  readonly columns: number
  /** Rows that head every printed page. */
  readonly headRows: number
}

/** As wide as the page, as long as it takes. */
export const landscapePage = ({ rows, columns, headRows }: Extent): NonNullable<WriteSheet['pageSetup']> => ({
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins,
  printTitlesRow: `$1:$${headRows}`,
  printArea: `$A$1:$${columnLetters(columns)}$${rows}`,
})

/** Points that one line takes at the size of the body. */
const lineHeight = 14.5

/**
 * Not every program fits rows to their text when it opens a file: a row whose text wraps brings its height along;
 * undefined where one line is enough.
 */
export function wrappedHeight(
  values: readonly unknown[],
  widthOf: (column: number) => number,
): number | undefined {
  const lines = values.map((value, x) => lineCount(String(value ?? ''), widthOf(x) - 1))
  const most = Math.max(1, ...lines)
  return most > 1 ? most * lineHeight : undefined
}
