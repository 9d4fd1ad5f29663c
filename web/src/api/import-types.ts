import type {
  ImportBatch as BatchSchema,
  ImportChange as ChangeSchema,
  ImportProgress as ProgressSchema,
  ImportRow as RowSchema,
  ImportSummary as SummarySchema,
} from '../../../api/imports/import.schema.ts'
import type { Cell, Counts, ImportKind, Outcome, RowDecision } from '../../../api/imports/import-types.ts'
import type { OtherRecord } from '../../../api/imports/matching/other-record.ts'
import type { DatumProposal } from '../../../api/roads/coordinates/coordinate-datum.ts'
import type { z } from 'zod'

export type { Cell, Counts, ImportKind, OtherRecord, Outcome, RowDecision }

export type ImportStatus =
  'reading' | 'preview' | 'committing' | 'committed' | 'undone' | 'cancelled' | 'failed'
/** What is being done, or the state in which the work came to rest. */
export type ImportPhase = ImportStatus | 'matching' | 'undoing'

export type ImportFinding = RowSchema['findings'][number]
export type ImportDifference = NonNullable<RowSchema['match']>['differences'][number]
export type ImportChange = z.input<typeof ChangeSchema>

export interface ImportProgress extends z.infer<typeof ProgressSchema> {
  readonly phase: ImportPhase
}
export interface ImportSummary extends SummarySchema {
  readonly status: ImportStatus
}
export interface ImportRow extends Omit<RowSchema, 'cells' | 'others' | 'decision'> {
  readonly cells: Cell[]
  readonly others: OtherRecord[]
  readonly decision: RowDecision | null
}
export interface ImportSheet {
  readonly name: string
  readonly isHidden?: boolean
}
export interface ImportBatch extends Omit<BatchSchema, 'status' | 'sheets' | 'rows' | 'datum' | 'progress'> {
  readonly status: ImportStatus
  readonly sheets: ImportSheet[]
  readonly rows: ImportRow[]
  readonly datum: DatumProposal | null
  readonly progress: ImportProgress | null
}

/** What keeps a batch from being undone. */
export interface ImportDependence {
  readonly row: number
  /** Of the record that the row became. */
  readonly id: string
  readonly number: string
  readonly message: string
}
