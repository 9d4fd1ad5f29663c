import type { ColumnType } from 'kysely'
import type { FacilityState } from '../facility-states.ts'
import type { CheckId, CheckResult } from './inspection-checks.ts'
import type { StormCause } from './storm-causes.ts'

type Json<T> = ColumnType<T, string, string>

export interface FacilityInspectionTable {
  id: string
  facility_id: string
  at: Date
  actor_id: string
  actor_name: string
  state: FacilityState
  checks: Json<Readonly<Partial<Record<CheckId, CheckResult>>>>
  note: string | null
  measure: string | null
  is_late: boolean
  request_hash: string
  created_at: Date
}

export interface FacilityRepairTable {
  id: string
  facility_id: string
  inspection_id: string
  opened_at: Date
  due_on: string
  fault: string
  closed_at: Date | null
  closed_by: string | null
  closed_by_name: string | null
  result: 'repaired' | 'replaced' | 'removed' | 'permanent' | null
  closing_note: string | null
}

export interface StormRoundTable {
  id: string
  at: Date
  actor_id: string
  cause: StormCause
  roads: string[] | null
  due_on: string
  facilities: number
}

/** All that a round after a storm has to look at. */
export interface StormRoundFacilityTable {
  storm_round_id: string
  facility_id: string
}

declare module '../../db/tables.ts' {
  interface Tables {
    facility_inspection: FacilityInspectionTable
    facility_repair: FacilityRepairTable
    storm_round: StormRoundTable
    storm_round_facility: StormRoundFacilityTable
  }
}
