import type { ColumnType, Generated } from 'kysely'
import type { Procedure } from './rows/accident-record.ts'
import type { CoordinateSystem } from '../roads/coordinates/coordinates.ts'
import type { DatumProposal } from '../roads/coordinates/coordinate-datum.ts'
import type { Text } from '../http/text.ts'
import type { StandingMatch } from './matching/standing-match.ts'
import type { OtherRecord } from './matching/other-record.ts'
import type {
  Cell,
  ColumnMapping,
  Counts,
  Finding,
  ImportKind,
  Outcome,
  RowDecision,
} from './import-types.ts'
import '../accidents/accident.table.ts'
import '../facilities/facility.table.ts'
import '../hazards/hazard.table.ts'

type Json<Value> = ColumnType<Value, string | undefined, string>
type JsonOrNull<Value> = ColumnType<Value | null, string | null | undefined, string | null>

export const batchStatuses = [
  'reading',
  'preview',
  'committing',
  'committed',
  'undone',
  'cancelled',
  'failed',
] as const
export type BatchStatus = (typeof batchStatuses)[number]

/** What the clerk decided for all rows of a sort at once. */
export interface BatchRule {
  /** Rows to check that nobody decided one by one. */
  readonly check?: 'take' | 'skip' | undefined
  /** Values that differ from a human correction. */
  readonly conflicts?: 'keep' | 'overrule' | undefined
}

export interface ImportBatchTable {
  id: string
  kind: ImportKind
  status: BatchStatus
  file_name: string
  file_bytes: number
  file_hash: string
  sheet: string | null
  sheets: Json<readonly unknown[]>
  crs: CoordinateSystem | null
  procedure: Procedure | null
  fields: JsonOrNull<readonly (string | null)[]>
  mapping: JsonOrNull<ColumnMapping>
  shape: string | null
  rule: Json<BatchRule>
  notes: Json<readonly Text[]>
  datum: JsonOrNull<DatumProposal>
  committed_counts: JsonOrNull<Counts>
  heartbeat_at: Date | null
  version: Generated<number>
  created_at: Date
  created_by: string
  created_by_name: string
  updated_at: Date
  updated_by: string
  committed_at: Date | null
  committed_by: string | null
  undone_at: Date | null
  undone_by: string | null
}

export interface ImportRowTable {
  batch_id: string
  position: number
  sheet: string
  row_numbers: number[]
  raw: Json<readonly (readonly Cell[])[]>
  values: Json<Record<string, unknown>>
  said: Json<Record<string, unknown>>
  filled: Json<Record<string, unknown>>
  blocking: Generated<string[]>
  findings: Json<readonly Finding[]>
  record_key: string | null
  occurred_at: Date | null
  road_code: string | null
  stake: number | null
  geom: ColumnType<unknown, unknown, unknown>
  outcome: Outcome
  match: JsonOrNull<StandingMatch>
  target_id: string | null
  others: Json<readonly OtherRecord[]>
  decision: JsonOrNull<RowDecision>
  written: 'inserted' | 'updated' | null
  written_version: number | null
  before: JsonOrNull<Record<string, unknown>>
}

export interface ImportTemplateTable {
  kind: ImportKind
  shape: string
  fields: ColumnType<readonly (string | null)[], string, string>
  saved_at: Date
  saved_by: string
}

declare module '../db/tables.ts' {
  interface Tables {
    import_batch: ImportBatchTable
    import_row: ImportRowTable
    import_template: ImportTemplateTable
  }
}

interface FromImport {
  import_batch_id: ColumnType<string | null, string | null | undefined, string | null>
  import_undone: Generated<boolean>
}
declare module '../accidents/accident.table.ts' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface AccidentTable extends FromImport {}
}
