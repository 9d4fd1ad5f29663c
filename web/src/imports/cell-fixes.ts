import type { ImportBatch, ImportRow } from '../api/import-types.ts'

export interface CellFix {
  readonly field: string
  /** Absent for what the file has no column for. */
  readonly column: number | undefined
  readonly message: string
}

/** Asked once for the whole file, not row by row. */
const ofTheFile = new Set(['crs', 'procedure'])

/** What can be typed into a row: cells that something is wrong with, and what it lacks to become a record. */
export function fixesOf(
  { findings, blocking }: Pick<ImportRow, 'findings' | 'blocking'>,
  mapping: ImportBatch['mapping'],
): CellFix[] {
  const wrong = findings.filter(
    ({ severity, code, field }) => severity !== 'note' && code !== 'crs_undeclared' && field !== '',
  )
  const fields = [...new Set([...wrong.map(({ field }) => field), ...blocking])]
  return fields
    .filter((field) => !ofTheFile.has(field))
    .map((field) => {
      const column = mapping.indexOf(field)
      const messages = wrong.filter((finding) => finding.field === field).map(({ message }) => message)
      return { field, column: column < 0 ? undefined : column, message: [...new Set(messages)].join(' ') }
    })
}
