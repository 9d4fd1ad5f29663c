import type { CellReading } from '../cells/cell-reading.ts'
import type { Cell, Finding, SheetRow } from '../import-types.ts'
import { findingOf, type ColumnOf } from './accident-draft.ts'

/** One row of a ledger while it is read: its cells by field, its values and what was found. */
export interface LedgerDraft<Values> {
  readonly cellOf: (field: string) => Cell
  readonly values: Values
  readonly findings: Finding[]
  /** Adds what a reader said about a field, and gives back its value. */
  readonly take: <T>(field: string, reading: CellReading<T>) => T | undefined
}

export function newLedgerDraft<Values extends object>(
  { cells }: SheetRow,
  columns: ColumnOf,
): LedgerDraft<Values> {
  const findings: Finding[] = []
  return {
    cellOf: (field) => {
      const column = columns.get(field)
      return column === undefined ? null : (cells[column] ?? null)
    },
    values: {} as Values,
    findings,
    take: (field, { value, issues }) => {
      for (const issue of issues) findings.push(findingOf(columns, field, issue))
      return value
    },
  }
}
