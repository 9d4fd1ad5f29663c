import type { ColumnType, Generated } from 'kysely'
import type { RecordKeeping } from '../db/record-keeping.ts'
import type { CoordinateSystem } from '../roads/coordinates/coordinates.ts'

type Json<Value> = ColumnType<Value, string | undefined, string>
type Geometry = ColumnType<unknown, unknown, unknown>

export interface HazardNumberTable {
  year: number
  last: number
}

export interface HazardTable extends RecordKeeping {
  id: string
  number: string
  display_number: string
  title: string
  status: number
  level: number | null
  type_main: string
  types: string[]
  description: string
  road_code: string | null
  road_name: string
  from_stake: number | null
  to_stake: number | null
  direction: Generated<'increasing' | 'decreasing' | 'both'>
  side: 'left' | 'right' | 'centre' | 'across' | null
  place_text: string
  geom: Geometry
  crs_source: Generated<CoordinateSystem | 'unknown'>
  raw_coordinate: string | null
  place_confirmed_reason: string | null
  locating: 'unlocated' | 'stake' | 'manual' | 'coordinate' | 'gps'
  accuracy: number | null
  township: string | null
  gacha: string | null
  squad_code: string | null
  source: Generated<string>
  found_at: Date
  found_by: string
  analysis: string | null
  advice: string | null
  emergency_advice: string | null
  responsible_unit_code: string | null
  responsible_person: string | null
  regulator_unit_code: string | null
  remedy_plan: string | null
  assurances: ColumnType<Record<string, unknown>, string | undefined, string>
  /** numeric(10, 2): a string, so that no cent is lost. */
  funds_wan: ColumnType<string | null, string | number | null | undefined, string | number | null>
  due_date: string | null
  original_due_date: string | null
  supervision_level: Generated<number>
  temporary_control: Generated<'none' | 'planned' | 'inPlace' | 'removed'>
  temporary_control_text: string | null
  progress_text: string | null
  flags: Generated<string[]>
  is_black_spot: Generated<boolean>
  screening_site_id: string | null
  merged_into: string | null
  parent_id: string | null
  sensitivity: Generated<'internal' | 'public'>
  remark: string | null
  request_hash: string
  is_demo: Generated<boolean>
}

export interface HazardTransitionTable {
  id: string
  hazard_id: string
  action: string
  from_status: number | null
  to_status: number
  note: string | null
  fields: Json<Record<string, unknown>>
  actor_id: string
  actor_name: string
  person_kind: string
  department: string
  at: Date
}

export interface ListingTable {
  id: string
  hazard_id: string
  level: number
  document_number: string | null
  listed_on: string | null
  listing_unit: string
  required_by: string | null
  delisted_on: string | null
  delisting_document: string | null
  state: Generated<'requested' | 'listed' | 'refused' | 'delisted'>
  /** What was proposed to whoever decides: 挂牌督办的意见建议. */
  proposal: string | null
  requested_on: string | null
  refused_reason: string | null
  created_at: Date
  created_by: string
  updated_at: Date | null
  updated_by: string | null
}

declare module '../db/tables.ts' {
  interface Tables {
    hazard_number: HazardNumberTable
    hazard: HazardTable
    hazard_transition: HazardTransitionTable
    listing: ListingTable
  }
}
