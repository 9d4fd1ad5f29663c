import type { Text } from '../../http/text.ts'
import type { Cell, Severity } from '../import-types.ts'

/** Something about a cell; the row adds which field and column it is. */
export interface CellIssue {
  readonly code: string
  readonly severity: Severity
  readonly message: Text
}

/** What a cell says. Without a value the cell was empty, or the issues say why it could not be read. */
export interface CellReading<T> {
  readonly value?: T
  readonly issues: readonly CellIssue[]
}

const none: readonly CellIssue[] = []

/** Nothing in the cell and nothing to say about it. */
export const empty: CellReading<never> = { issues: none }

export const read = <T>(value: T, ...issues: readonly CellIssue[]): CellReading<T> => ({
  value,
  issues: issues.length === 0 ? none : issues,
})

export const unread = (...issues: readonly CellIssue[]): CellReading<never> => ({ issues })

export const noted = (code: string, message: Text): CellIssue => ({ code, severity: 'note', message })
export const toCheck = (code: string, message: Text): CellIssue => ({ code, severity: 'check', message })
export const toRefuse = (code: string, message: Text): CellIssue => ({ code, severity: 'refuse', message })

/** As a person sees it, in one form of full-width and half-width. */
export function halfWidth(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell.normalize('NFKC').trim()
  return typeof cell === 'object' ? cell.text : String(cell)
}

const nothingWords = new Set([
  '',
  '-',
  '－',
  '―',
  '--',
  '---',
  '—',
  '——',
  '–',
  '/',
  '\\',
  '无',
  '空',
  '没有',
  'N/A',
  '#N/A',
  'NA',
  'NULL',
  'NONE',
  'NAN',
])
const unknownWords = new Set([
  '不详',
  '未知',
  '不明',
  '待查',
  '待定',
  '?',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
])

export type Absence = 'blank' | 'nothing' | 'unknown'

/** An empty cell, a word for none, or a word for not known: three different things. */
export function absenceOf(text: string): Absence | undefined {
  const plain = text.toUpperCase()
  if (plain === '') return 'blank'
  if (nothingWords.has(plain)) return 'nothing'
  return unknownWords.has(plain) ? 'unknown' : undefined
}

/** The same few words come ten thousand times in a column: each is read once. */
export function remembered<T>(
  readCell: (cell: Cell) => CellReading<T>,
  most = 5000,
): (cell: Cell) => CellReading<T> {
  const known = new Map<string | number | boolean | null, CellReading<T>>()
  return (cell) => {
    if (typeof cell === 'object' && cell !== null) return readCell(cell)
    const reading = known.get(cell)
    if (reading) return reading
    const fresh = readCell(cell)
    if (known.size < most) known.set(cell, fresh)
    return fresh
  }
}
