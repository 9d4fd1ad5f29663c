import type { Cell, ColumnMapping, Finding, SheetRow } from '../import-types.ts'
import type { CellIssue, CellReading } from '../cells/cell-reading.ts'
import type { AccidentValues } from './accident-record.ts'

/** One row while it is read: its cells by field, its values and what was found. */
export interface AccidentDraft {
  readonly cellOf: (field: string) => Cell
  readonly values: AccidentValues
  readonly findings: Finding[]
  /** Adds what a reader said about a field, and gives back its value. */
  readonly take: <T>(field: string, reading: CellReading<T>) => T | undefined
}

export type ColumnOf = ReadonlyMap<string, number>

export const columnsByField = ({ fields }: ColumnMapping): ColumnOf =>
  new Map(fields.flatMap((field, column) => (field === null ? [] : [[field, column] as const])))

export function findingOf(columns: ColumnOf, field: string, issue: CellIssue): Finding {
  const column = columns.get(field)
  return { field, ...(column === undefined ? {} : { column }), ...issue }
}

export function newDraft({ cells }: SheetRow, columns: ColumnOf): AccidentDraft {
  const findings: Finding[] = []
  return {
    cellOf: (field) => {
      const column = columns.get(field)
      return column === undefined ? null : (cells[column] ?? null)
    },
    values: {},
    findings,
    take: (field, { value, issues }) => {
      for (const issue of issues) findings.push(findingOf(columns, field, issue))
      return value
    },
  }
}
