import type { Text } from '../http/text.ts'

export const importKinds = ['accidents', 'hazards', 'facilities'] as const
export type ImportKind = (typeof importKinds)[number]

/** A date as the spreadsheet's own clock shows it, without a zone: `2018-03-05 14:30:00`. */
export interface DateCell {
  readonly kind: 'date'
  readonly text: string
}
/** What a cell holds after reading the file; formulas come as their last computed value. */
export type Cell = string | number | boolean | null | DateCell

export interface SheetRow {
  /** As the user sees it in the spreadsheet, from 1. */
  readonly number: number
  readonly cells: readonly Cell[]
}

/** `note`: done as said · `check`: a person must look (待核) · `refuse`: the row cannot be taken (拒绝). */
export type Severity = 'note' | 'check' | 'refuse'

/** Something about one cell of a row, or about the row as a whole where `field` is ''. */
export interface Finding {
  readonly field: string
  /** Column of the sheet, from 0, where there is one. */
  readonly column?: number
  readonly code: string
  readonly severity: Severity
  readonly message: Text
}

/** Columns of one sheet → fields of the kind; what is not mapped is kept in the raw row and said. */
export interface ColumnMapping {
  /** Row numbers of the header, from 1; two for a two-level header. */
  readonly headerRows: readonly number[]
  /** Flattened titles per column: `死亡/7日`. */
  readonly titles: readonly string[]
  /** Field per column, null for one that is not used. */
  readonly fields: readonly (string | null)[]
  /** Unit that the title states: 财损(万元) → 10000. */
  readonly factors: readonly (number | null)[]
}

/** One record of the file after reading: several rows of the sheet where parties of one accident repeat. */
export interface ReadRecord {
  readonly sheet: string
  readonly rowNumbers: readonly number[]
  readonly raw: readonly (readonly Cell[])[]
  /** In the shape of the kind's record (accident-record.ts, hazard-record.ts, facility-record.ts). */
  readonly values: Readonly<Record<string, unknown>>
  readonly findings: readonly Finding[]
}

export type Outcome = 'new' | 'changed' | 'duplicate' | 'check' | 'refused'
export type Counts = Readonly<Record<Outcome, number>>

/** What the clerk decided about one row. `take`: as it is proposed · `skip` · `same`: is the existing record `of`. */
export interface RowDecision {
  readonly action: 'take' | 'skip' | 'same'
  readonly of?: string
  /** Corrections typed into the preview, by field. */
  readonly values?: Readonly<Record<string, unknown>>
  /** Fields for which the imported value replaces a human correction. */
  readonly overrule?: readonly string[]
}

/** Found again by its sheet and the number that the clerk sees. */
export interface DecidedRow {
  readonly sheet: string
  readonly row: number
  readonly decision: RowDecision
}
