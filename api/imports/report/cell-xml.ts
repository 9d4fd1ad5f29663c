import { columnLetters } from '../../http/office-sheet.ts'
import type { Cell } from '../import-types.ts'
import { styleOf, type Look } from './report-styles.ts'

/** A spreadsheet cell holds no more. */
const longest = 32_767
const forbidden =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const needsEscape = /[<>&"\r]/
const entities: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  '\r': '&#13;',
}

export function xmlText(text: string): string {
  const clean = text.slice(0, longest).replace(forbidden, '')
  return needsEscape.test(clean) ? clean.replace(/[<>&"\r]/g, (sign) => entities[sign]!) : clean
}

const letters: string[] = []
/** A1 for the first column of the first row. */
export function cellName(column: number, row: number): string {
  letters[column] ??= columnLetters(column + 1)
  return letters[column] + row
}

const firstDay = Date.UTC(1899, 11, 30)
/** Before March 1900 the count of days has one that never was: such a date stays text. */
const firstSureSerial = 61

function serialOf(text: string): number | undefined {
  const ms = Date.parse(`${text.slice(0, 10)}T${text.slice(11) || '00:00:00'}Z`)
  const serial = (ms - firstDay) / 86_400_000
  return serial >= firstSureSerial ? serial : undefined
}

/** A text is written as a text, whatever it begins with: nothing in this file is ever computed. */
export function textCell(name: string, text: string, style: number): string {
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
}

/** One cell as it was; the look is ours. */
export function cellXml(name: string, cell: Cell, look: Look): string {
  if (cell === null || cell === '') return look === 'plain' ? '' : `<c r="${name}" s="${styleOf(look)}"/>`
  if (typeof cell === 'string') return textCell(name, cell, styleOf(look))
  if (typeof cell === 'boolean') return `<c r="${name}" s="${styleOf(look)}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number')
    return Number.isFinite(cell)
      ? `<c r="${name}" s="${styleOf(look)}"><v>${cell}</v></c>`
      : textCell(name, String(cell), styleOf(look))
  const serial = serialOf(cell.text)
  if (serial === undefined) return textCell(name, cell.text, styleOf(look))
  const format = Number.isInteger(serial) ? 'date' : 'dateTime'
  return `<c r="${name}" s="${styleOf(look, format)}"><v>${serial}</v></c>`
}
