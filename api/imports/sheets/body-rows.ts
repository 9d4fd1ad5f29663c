import type { ColumnMapping, SheetRow } from '../import-types.ts'
import { cellText, compact } from './read-title.ts'

/**
 * `record`: to be read · `blank` · `header`: the title row or its repetition on a new page · `subtotal`: 小计 ·
 * `end`: 合计 or a signature line · `afterEnd`: stands below the end and is not read, which the clerk is told.
 */
export type RowRole = 'record' | 'blank' | 'header' | 'subtotal' | 'end' | 'afterEnd'

const total = /^(?:本页)?(?:合计|总计|共计|累计)(?![\u4E00-\u9FFF])/
const subtotal = /^(?:本页)?小计/
const closing =
  /^(?:填报人|填报单位|填表人|填表单位|填表日期|填报日期|制表人?[::]|审核人?|审批人?|负责人[::]|单位负责人|备注?[::]|注[::\d]|说明[::])/

const isBlank = ({ cells }: SheetRow) =>
  cells.every((cell) => cell === null || (typeof cell === 'string' && compact(cell) === ''))

/** The first words of a row: totals stand in the first column, or in the second behind a serial number. */
function openingWords({ cells }: SheetRow): string[] {
  const words: string[] = []
  for (const cell of cells) {
    if (cell === null || cell === '') continue
    if (typeof cell !== 'string') return words
    const text = compact(cell)
    if (text !== '') words.push(text)
    if (words.length === 2) return words
  }
  return words
}

/** A header that is printed again at each page break repeats most of its titles. */
function repeatsHeader({ cells }: SheetRow, titles: readonly (readonly string[])[]): boolean {
  let same = 0
  let filled = 0
  for (const [column, cell] of cells.entries()) {
    if (cell === null) continue
    if (typeof cell !== 'string') return false
    const text = compact(cell)
    if (text === '') continue
    filled++
    if (titles[column]?.includes(text)) same++
    // A row of data differs at once.
    else if (filled - same >= 2 && same === 0) return false
  }
  return filled >= 2 && same * 10 >= filled * 7
}

const filledCells = ({ cells }: SheetRow) => cells.filter((cell) => cellText(cell).trim() !== '').length

/** Tells row by row what it is; keep one per sheet, rows in their order. */
export function newRowSorter({ headerRows, titles }: ColumnMapping): (row: SheetRow) => RowRole {
  const lastHeader = Math.max(0, ...headerRows)
  const writings = titles.map((title) => [compact(title), ...compact(title).split('/')])
  let hasEnded = false
  return (row) => {
    if (row.number <= lastHeader) return 'header'
    if (isBlank(row)) return 'blank'
    if (repeatsHeader(row, writings)) {
      // A new block with its own header below the totals: one sheet for several months.
      hasEnded = false
      return 'header'
    }
    const words = openingWords(row)
    if (words.some((word) => subtotal.test(word))) return 'subtotal'
    if (words.some((word) => total.test(word)) || closing.test(words[0] ?? '')) hasEnded = true
    else if (hasEnded) return filledCells(row) >= 4 ? 'afterEnd' : 'end'
    return hasEnded ? 'end' : 'record'
  }
}
