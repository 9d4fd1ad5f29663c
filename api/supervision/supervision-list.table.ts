import type { ColumnType, Generated } from 'kysely'
import type { Calibre } from '../accidents/calibre.ts'
import type { ListEventKind } from './life/list-life.schema.ts'
import type { ListStatus } from './list-status.ts'

type Json<Value> = ColumnType<Value, string, string>

export interface SupervisionListTable {
  id: string
  year: number
  serial: number
  title: string
  status: ListStatus
  calibre: Calibre
  filled_on: string
  cutoff_on: string
  document_number: string | null
  issued_on: string | null
  issued_at: Date | null
  issued_by: string | null
  /** As the person was called then. */
  issued_by_name: string | null
  /** Why it was issued although something was missing. */
  issue_reason: string | null
  submitted_at: Date | null
  submitted_by: string | null
  submitted_by_name: string | null
  returned_at: Date | null
  returned_reason: string | null
  withdrawn_at: Date | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
  content: Json<unknown>
  content_hash: string
  is_demo: Generated<boolean>
  version: Generated<number>
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
}

export interface SupervisionItemTable {
  list_id: string
  position: number
  hazard_id: string
  cells: Json<unknown>
}

interface SupervisionListNumberTable {
  year: number
  last: number
}

interface SupervisionDocumentNumberTable {
  number: string
  list_id: string
}

interface SupervisionPhotoTable {
  list_id: string
  sha256: string
}

interface SupervisionComparisonTable {
  list_id: string
  content: Json<unknown>
}

export interface SupervisionEventTable {
  id: string
  list_id: string
  kind: ListEventKind
  hazard_id: string | null
  happened_on: string
  unit: string | null
  office: string | null
  document_number: string | null
  new_due_date: string | null
  photo_sha256: string | null
  note: string | null
  at: Date
  actor_id: string
  actor_name: string
  withdrawn_at: Date | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}

declare module '../db/tables.ts' {
  interface Tables {
    supervision_list: SupervisionListTable
    supervision_item: SupervisionItemTable
    supervision_list_number: SupervisionListNumberTable
    supervision_document_number: SupervisionDocumentNumberTable
    supervision_photo: SupervisionPhotoTable
    supervision_comparison: SupervisionComparisonTable
    supervision_event: SupervisionEventTable
  }
}
