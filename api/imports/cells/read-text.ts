import type { Cell } from '../import-types.ts'
import { cellMessages } from './cell-messages.ts'
import { absenceOf, empty, read, toCheck, type CellReading } from './cell-reading.ts'

/** ="150624…" and '150624… are how spreadsheets and exports keep a text from being a number or a formula. */
const asText = /^="(.*)"$/s

export function plainText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return cell.text
  if (typeof cell !== 'string') return String(cell)
  const text = cell.trim()
  const first = text.charCodeAt(0)
  if (first === 0x27) return text.slice(1).trim()
  return first === 0x3d ? (asText.exec(text)?.[1] ?? text) : text
}

/** The words as they stand; blanks and words for none are nothing. */
export function readText(cell: Cell, most: number): CellReading<string> {
  const text = plainText(cell)
  const absence = absenceOf(text)
  if (absence === 'blank' || absence === 'nothing') return empty
  if (text.length <= most) return read(text)
  return read(text.slice(0, most), toCheck('text_cut', cellMessages.tooLong(most)))
}
