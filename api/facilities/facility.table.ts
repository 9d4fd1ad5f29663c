import type { ColumnType, Generated } from 'kysely'
import type { FacilityFaces, FacilityFacing } from './facility-facing.ts'
import type { FacilityKind } from './facility-kinds.ts'
import type { FacilityState } from './facility-states.ts'

type Geometry = ColumnType<unknown, unknown, unknown>

export interface FacilityTable {
  id: string
  number: string
  kind: FacilityKind
  quantity: number
  unit: string
  /** numeric(8, 1), in metres. */
  length_metres: ColumnType<string | null, string | number | null | undefined, string | number | null>
  legend: string | null
  road_code: string | null
  road_name: string
  stake: number | null
  direction: Generated<'increasing' | 'decreasing' | 'both'>
  side: 'left' | 'right' | 'centre' | 'across' | null
  place_text: string
  geom: Geometry
  crs_source: Generated<'wgs84' | 'cgcs2000' | 'gcj02' | 'bd09' | 'gk36' | 'unknown'>
  raw_coordinate: string | null
  hazard_id: string | null
  state: FacilityState
  installed_on: string | null
  installed_by: string | null
  cost_yuan: number | null
  consent: 'asked' | 'granted' | 'emergency' | null
  consent_document: string | null
  supplier: string | null
  model: Generated<string | null>
  facing: Generated<FacilityFacing | null>
  faces: Generated<FacilityFaces | null>
  funding: Generated<string | null>
  removal_reason: Generated<string | null>
  warranty_until: string | null
  last_inspected_on: string | null
  inspection_due_on: string | null
  remark: string | null
  request_hash: string
  is_demo: Generated<boolean>
  version: Generated<number>
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  withdrawn_at: Date | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}

declare module '../db/tables.ts' {
  interface Tables {
    facility: FacilityTable
  }
}
