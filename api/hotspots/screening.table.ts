import type { ColumnType, Generated } from 'kysely'
import type { Calibre } from '../accidents/calibre.ts'
import type { OwnDefinition } from './rules/own-preset.ts'
import type { Method, PresetId } from './rules/preset.ts'
import type { WeightId } from './rules/severity-weights.ts'

type Json<Value> = ColumnType<Value, string, never>

export interface ScreeningRunTable {
  id: string
  method: Method
  preset: PresetId
  parameters: Json<Record<string, unknown>>
  calibre: Calibre
  from_date: string
  to_date: string
  cutoff: Date
  accident_count: number
  located_count: number
  result_hash: string
  weights: WeightId
  facts: Json<unknown>
  is_demo: Generated<boolean>
  created_at: Date
  created_by: string
}

export interface ScreeningSiteTable {
  id: string
  run_id: string
  rank: number
  kind: 'stretch' | 'junction'
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
  facts: Json<unknown>
  geom: ColumnType<unknown, unknown, never>
}

export interface ScreeningClusterTable {
  id: string
  run_id: string
  rank: number
  accidents: number
  killed: number
  injured: number
  loss_yuan: number
  accident_ids: ColumnType<string[], unknown, never>
  geom: ColumnType<unknown, unknown, never>
}

export interface ScreeningPresetTable {
  preset: PresetId
  version: number
  definition: Json<OwnDefinition>
  created_at: Date
  created_by: string
}

declare module '../db/tables.ts' {
  interface Tables {
    screening_run: ScreeningRunTable
    screening_site: ScreeningSiteTable
    screening_cluster: ScreeningClusterTable
    screening_preset: ScreeningPresetTable
  }
}
