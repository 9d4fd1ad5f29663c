import type { ColumnType } from 'kysely'
import type { AnnualMaterial } from './annual-fields.ts'

type Json<Value> = ColumnType<Value, string, string>

export interface AnnualMaterialTable {
  year: number
  counts: Json<AnnualMaterial['counts']>
  texts: Json<AnnualMaterial['texts']>
  updated_at: Date
  updated_by: string
  updated_by_name: string
}

declare module '../db/tables.ts' {
  interface Tables {
    annual_material: AnnualMaterialTable
  }
}
