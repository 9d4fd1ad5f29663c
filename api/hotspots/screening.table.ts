import type { ColumnType, Generated } from 'kysely'
import type { Calibre } from '../accidents/calibre.ts'
import type { PresetId } from './presets.ts'

type Json<Value> = ColumnType<Value, string, never>

export interface ScreeningRunTable {
  id: string
  method: 'windowRule'
  preset: PresetId
  parameters: Json<Record<string, unknown>>
  calibre: Calibre
  from_date: string
  to_date: string
  cutoff: Date
  accident_count: number
  located_count: number
  result_hash: string
  is_demo: Generated<boolean>
  created_at: Date
  created_by: string
}

export interface ScreeningSiteTable {
  id: string
  run_id: string
  rank: number
  road_code: string
  direction: 'increasing' | 'decreasing' | 'both'
  from_stake: number
  to_stake: number
  qualifying: number
  densest: number
  accidents: number
  killed: number
  injured: number
  loss_yuan: number
  expected: number
  p_value: number
  profile: Json<unknown>
  geom: ColumnType<unknown, unknown, never>
}

declare module '../db/tables.ts' {
  interface Tables {
    screening_run: ScreeningRunTable
    screening_site: ScreeningSiteTable
  }
}
