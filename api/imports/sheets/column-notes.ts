import type { Text } from '../../http/text.ts'
import type { MappedColumns } from './map-columns.ts'
import { sheetMessages } from './sheet-messages.ts'

/** Only number the lines, or were written by our own report: no clerk expects them to be read. */
const needsNoWord = new Set(['序号', '行号', '结果', '原因'])
const unusedCodes = ['column_unknown', 'column_left_out']

/** What the clerk is told of the columns: one remark for all that nobody uses. */
export function columnNotes({ notes, titles }: MappedColumns, fields: readonly (string | null)[]): Text[] {
  const unused = notes.flatMap(({ code, column }) => {
    const title = unusedCodes.includes(code) && column !== undefined ? (titles[column] ?? '') : ''
    const isUsed = column !== undefined && (fields[column] ?? null) !== null
    return title === '' || isUsed || needsNoWord.has(title.trim()) ? [] : [title]
  })
  const others = notes.filter(({ code }) => !unusedCodes.includes(code)).map(({ message }) => message)
  return unused.length > 0 ? [...others, sheetMessages.unused(unused)] : others
}
