import type { Text } from '../../http/text.ts'
import type { ColumnOf } from './accident-draft.ts'
import { accidentRowMessages } from './accident-messages.ts'

const unsaidFields = ['procedure', 'collision', 'objectHit'] as const
type UnsaidField = (typeof unsaidFields)[number]

/** What the sheet has no column for is said once for the whole sheet, and not under each of its rows. */
export interface Unsaid {
  /** Counts a row that misses the field; false where a column exists, so that the row itself must say it. */
  readonly count: (field: string) => boolean
  readonly notes: () => readonly Text[]
}

export function newUnsaid(columns: ColumnOf): Unsaid {
  const rows = new Map<UnsaidField, number>()
  const isUnsaid = (field: string): field is UnsaidField =>
    unsaidFields.some((name) => name === field) && !columns.has(field)
  return {
    count: (field) => {
      if (!isUnsaid(field)) return false
      rows.set(field, (rows.get(field) ?? 0) + 1)
      return true
    },
    notes: () => [...rows].map(([field, count]) => accidentRowMessages.unsaid[field](count)),
  }
}
