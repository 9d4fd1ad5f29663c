import type { ColumnType, Generated } from 'kysely'
import type { RecordKeeping } from '../db/record-keeping.ts'
import type { CoordinateSystem } from '../roads/coordinates/coordinates.ts'
import type { FacilityFaces, FacilityFacing } from './facility-facing.ts'
import type { FacilityKind } from './facility-kinds.ts'
import type { FacilityState } from './facility-states.ts'

type Geometry = ColumnType<unknown, unknown, unknown>

export interface FacilityTable extends RecordKeeping {
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
  crs_source: Generated<CoordinateSystem | 'unknown'>
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
}

declare module '../db/tables.ts' {
  interface Tables {
    facility: FacilityTable
  }
}
