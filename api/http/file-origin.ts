import { createHash } from 'node:crypto'
import type { Edition, Origin } from './provenance-entries.ts'
import { attachment, type SpreadsheetCell } from './spreadsheet-text.ts'

interface Taken {
  readonly filter: string
  readonly calibreName?: string
  readonly cutoffOn: string
  readonly at: Date
  readonly by: string
  readonly edition: Edition
}

/** Where the cells of a file come from, with the hash by which anybody can tell whether two files hold the same. */
export function originOfTable(
  table: readonly (readonly SpreadsheetCell[])[],
  { at, by, ...from }: Taken,
): Origin {
  const hash = createHash('sha256').update(JSON.stringify(table)).digest('hex')
  return { ...from, madeAt: at.toISOString(), madeBy: by, hash }
}

/** A CSV has no place for small print that would not come back as a row: the hash is in its name and beside it. */
export const originHeaders = (name: string, ending: string, { hash }: Origin): Record<string, string> => ({
  ...attachment(`${name}-${hash.slice(0, 8)}.${ending}`),
  'x-content-hash': hash,
})
