import type { SheetRow } from '../import-types.ts'
import { fileLimits, type FileLimits } from './file-limits.ts'
import { fileNote, type FileNote } from './file-messages.ts'
import { refusal } from './file-refused.ts'

const isBlank = ({ cells }: SheetRow) =>
  cells.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''))

/**
 * Holds the rows of any format to the limits: blank rows are left out, too many of them in succession are the end of
 * the table. `upTo`: the row that the file has reached, blank or not.
 */
export function newRowBounds(limits: FileLimits = fileLimits) {
  let last = 0
  let count = 0
  let hasEnded = false
  const endAt = (number: number) => number - last > limits.blankRows
  return {
    get hasEnded() {
      return hasEnded
    },
    take(rows: readonly SheetRow[], upTo = 0): SheetRow[] {
      const taken: SheetRow[] = []
      for (const row of rows) {
        if (hasEnded || isBlank(row)) continue
        hasEnded = endAt(row.number)
        if (hasEnded) break
        last = row.number
        if (++count > limits.rows) throw refusal('too_many_rows', limits.rows)
        taken.push(row)
      }
      hasEnded ||= endAt(upTo)
      return taken
    },
    notes: (): FileNote[] => (hasEnded ? [fileNote('stopped_at_blank_rows', last, limits.blankRows)] : []),
  }
}
