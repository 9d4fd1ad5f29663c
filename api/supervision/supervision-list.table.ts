import type { ColumnType, Generated } from 'kysely'
import type { Calibre } from '../accidents/calibre.ts'

type Json<Value> = ColumnType<Value, string, string>

export interface SupervisionListTable {
  id: string
  title: string
  status: 'draft' | 'issued'
  calibre: Calibre
  filled_on: string
  cutoff_on: string
  document_number: string | null
  issued_at: Date | null
  issued_by: string | null
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

declare module '../db/tables.ts' {
  interface Tables {
    supervision_list: SupervisionListTable
    supervision_item: SupervisionItemTable
  }
}
