import type { ColumnType } from 'kysely'
import type { Office } from './office.ts'

export interface OfficeTable {
  /** Always 1: a brigade has one office. */
  id: number
  content: ColumnType<Office, string, string>
  version: number
  updated_at: Date
  updated_by: string
  updated_by_name: string
}

declare module '../../db/tables.ts' {
  interface Tables {
    office: OfficeTable
  }
}
