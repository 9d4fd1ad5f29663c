import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Severity } from './severity.ts'
import type { RecordKeeping } from '../db/record-keeping.ts'
import type { CoordinateSystem } from '../roads/coordinates/coordinates.ts'

type Json<Value> = ColumnType<Value, string, string>

export interface AccidentTable extends RecordKeeping {
  id: string
  accident_no: string
  reg_no: string | null
  stat_no: string | null
  source: string
  procedure: 'general' | 'simple' | 'self'
  record_type: Generated<number>
  is_statistical: Generated<boolean>
  occurred_at: Date
  occurred_on: GeneratedAlways<string>
  time_precision: Generated<'minute' | 'hour' | 'day'>
  road_code: string | null
  road_name: string
  stake: number | null
  direction: 'increasing' | 'decreasing' | 'both' | null
  side: 'left' | 'right' | 'centre' | 'across' | null
  place_text: string
  raw_coordinate: string | null
  crs_source: Generated<CoordinateSystem | 'unknown'>
  geom: ColumnType<unknown, unknown, unknown>
  locating: 'unlocated' | 'stake' | 'manual' | 'coordinate'
  locating_grade: Generated<'good' | 'fair' | 'ambiguous' | 'none'>
  place_confirmed_reason: string | null
  /** Name of the township or park: what lists print, filters ask for and statistics count by. */
  township: string | null
  squad_code: string | null
  handling_unit: string | null
  killed_scene: Generated<number>
  killed: Generated<number>
  killed_30d: number | null
  injured: Generated<number>
  seriously_injured: Generated<number>
  loss_yuan: Generated<number>
  severity: GeneratedAlways<Severity>
  motor_count: number | null
  non_motor_count: number | null
  pedestrian_count: number | null
  form: string
  collision: string | null
  object_hit: string | null
  cause_class: string | null
  cause: string | null
  weather: string | null
  visibility: string | null
  light: string | null
  surface_state: string | null
  surface_condition: string | null
  terrain: string | null
  alignment: string | null
  site_type: string | null
  road_safety_attribute: string | null
  hit_and_run: Generated<boolean>
  hazardous_goods: Generated<boolean>
  key_vehicles: Generated<string[]>
  brief: string | null
  imported: Json<unknown> | null
  corrections: ColumnType<Record<string, unknown>, string | undefined, string>
  is_demo: Generated<boolean>
}

declare module '../db/tables.ts' {
  interface Tables {
    accident: AccidentTable
  }
}
