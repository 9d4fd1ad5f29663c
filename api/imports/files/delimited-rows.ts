import type { SheetRow } from '../import-types.ts'
import { fileLimits } from './file-limits.ts'
import { fileNote, type FileNote } from './file-messages.ts'
import { refusal } from './file-refused.ts'

export type Delimiter = ',' | ';' | '\t' | '|'
const delimiters: readonly Delimiter[] = ['\t', ',', ';', '|']

const unquoted = (line: string) => line.replace(/"(?:[^"]|"")*"/g, '')
const countOf = (line: string, sign: string) => line.split(sign).length - 1

/** The sign that parts most lines into equally many cells. */
export function delimiterOf(head: string): Delimiter {
  const lines = unquoted(head)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50)
  const score = (sign: Delimiter) => {
    const counts = lines.map((line) => countOf(line, sign)).filter((count) => count > 0)
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
    return counts.filter((count) => count === usual).length * Math.min(usual, 40)
  }
  return delimiters.reduce((best, sign) => (score(sign) > score(best) ? sign : best), ',' as Delimiter)
}

/** Programs write ="150624…" so that Excel keeps a long number as a text. */
const excelText = /^="(.*)"$/s
// eslint-disable-next-line no-control-regex -- they are what is removed
const invisible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFEFF]/g

export interface DelimitedParser {
  push(chunk: string): void
  end(): void
  takeRows(): SheetRow[]
  notes(): FileNote[]
}

/** All cells are texts: the file does not say which of them are numbers. Row numbers are those of a spreadsheet. */
export function newDelimitedParser(delimiter: Delimiter): DelimitedParser {
  const plainEnd = new RegExp(`[${delimiter === '|' ? '\\|' : delimiter}\\r\\n]`, 'g')
  let rest = ''
  let number = 0
  let cells: (string | null)[] = []
  let rows: SheetRow[] = []
  let removed = 0
  let cut = 0
  /** Looked for once in each piece of the file: hardly any has one. */
  let hasInvisible = false

  function addCell(raw: string) {
    let text = raw
    if (hasInvisible && text.search(invisible) >= 0) {
      removed += text.match(invisible)!.length
      text = text.replace(invisible, '')
    }
    if (text.length > fileLimits.cellChars) {
      cut++
      text = text.slice(0, fileLimits.cellChars)
    }
    if (cells.length >= fileLimits.columns) {
      if (text !== '') throw refusal('too_many_columns', fileLimits.columns, number + 1)
    } else cells.push(text === '' ? null : text)
  }

  function endRow() {
    number++
    if (cells.some((cell) => cell !== null)) rows.push({ number, cells })
    cells = []
  }

  /** The end of a quoted cell, `""` being a quote inside it; -1 where more must come. */
  function closingQuote(text: string, from: number, isLast: boolean): number {
    for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
      if (at + 1 >= text.length) return isLast ? at : -1
      if (text[at + 1] !== '"') return at
    }
    return -1
  }

  /** One cell from `at`; where it ends, or -1 where more must come. */
  function readCell(text: string, at: number, isLast: boolean): number {
    let from = at
    let value = ''
    const isQuoted = text[at] === '"'
    if (isQuoted) {
      const close = closingQuote(text, at + 1, isLast)
      if (close < 0 && !isLast && text.length - at < fileLimits.tagChars) return -1
      // A quote that is not closed within a million signs is a sign like any other.
      if (close >= 0) {
        value = text.slice(at + 1, close).replaceAll('""', '"')
        from = close + 1
      }
    }
    plainEnd.lastIndex = from
    const found = plainEnd.exec(text)
    if (!found && !isLast) {
      if (text.length - from > fileLimits.tagChars) throw refusal('too_much_text')
      return -1
    }
    const to = found ? found.index : text.length
    value += text.slice(from, to)
    addCell(value.startsWith('=') ? (excelText.exec(value)?.[1] ?? value) : value)
    return to
  }

  function read(isLast: boolean, text: string) {
    hasInvisible = text.search(invisible) >= 0
    let at = 0
    while (at < text.length) {
      const end = readCell(text, at, isLast)
      if (end < 0) break
      if (text[end] === delimiter) {
        at = end + 1
        // The last cell of the file may be empty.
        if (at >= text.length && isLast) addCell('')
        continue
      }
      // Whether \r stands alone is known only with the sign behind it.
      if (text[end] === '\r' && end + 1 >= text.length && !isLast) {
        cells.pop()
        break
      }
      endRow()
      at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
    }
    rest = text.slice(at)
  }

  return {
    push: (chunk) => read(false, rest + chunk),
    end() {
      read(true, rest)
      if (cells.length > 0) endRow()
    },
    takeRows() {
      const taken = rows
      rows = []
      return taken
    },
    notes: () => [
      ...(removed > 0 ? [fileNote('control_characters_removed', removed)] : []),
      ...(cut > 0 ? [fileNote('cells_cut', cut, fileLimits.cellChars)] : []),
    ],
  }
}
