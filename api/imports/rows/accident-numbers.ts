import { toCheck } from '../cells/cell-reading.ts'
import { hasZeroTail, readRecordNumber, type TailOf } from '../cells/read-record-number.ts'
import { plainText } from '../cells/read-text.ts'
import type { Finding, SheetRow } from '../import-types.ts'
import type { AccidentDraft, ColumnOf } from './accident-draft.ts'
import { accidentRowMessages } from './accident-messages.ts'

/** Fewer long numbers say nothing about how they came to end in zeros. */
const fewestForTail = 5
const numberFields = ['accidentNo', 'regNo', 'statNo'] as const

/** Numbers of 15 to 18 digits that are meant to be there. */
export const isNumberField = (field: string): boolean => numberFields.some((name) => name === field)

/** Judged from the first rows of the sheet. */
export function tailsOf(rows: readonly SheetRow[], columns: ColumnOf): TailOf {
  const column = columns.get('accidentNo')
  if (column === undefined) return () => 'unknown'
  const long = rows.map(({ cells }) => plainText(cells[column])).filter((text) => /^\d{16,18}$/.test(text))
  if (long.length < fewestForTail) return () => 'unknown'
  const zeros = long.filter(hasZeroTail).length
  if (zeros === long.length) return () => 'zero'
  return () => (zeros <= long.length / 5 ? 'kept' : 'unknown')
}

/**
 * For one row that is read again: what its sheet was judged by stands in its findings, and a number that the clerk
 * typed himself passed through no spreadsheet.
 */
export function tailsOfRow(findings: readonly Finding[], typed: ReadonlySet<string>): TailOf {
  const isLost = (field: string) =>
    findings.some((finding) => finding.field === field && finding.code === 'number_precision_lost')
  return (field) => (!typed.has(field) && isLost(field) ? 'zero' : 'kept')
}

export function readNumbers(draft: AccidentDraft, tailOf: TailOf): void {
  for (const field of numberFields) {
    const text = draft.take(field, readRecordNumber(draft.cellOf(field), tailOf(field)))
    if (text !== undefined) draft.values[field] = text
  }
  const isSaid = draft.findings.some(({ field }) => field === 'accidentNo')
  if (draft.values.accidentNo === undefined && !isSaid)
    draft.take('accidentNo', { issues: [toCheck('number_missing', accidentRowMessages.numberMissing())] })
}
