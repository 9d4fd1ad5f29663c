import type { FacilityFaces, FacilityFacing } from '../../facilities/facility-facing.ts'
import type { FacilityKind } from '../../facilities/facility-kinds.ts'
import type { FacilityState } from '../../facilities/facility-states.ts'
import type { RowPlace } from './row-place.ts'

/** What a row says about a facility, in the names of the facility's own fields. What it does not say is absent. */
export interface FacilityValues extends RowPlace {
  /** SS-150624-00001: only of our own lists. */
  number?: string
  kind?: FacilityKind
  quantity?: number
  unit?: string
  lengthMetres?: number
  legend?: string
  stake?: number
  /** As the ledger numbers it; the hazard is looked up where the rows are compared with the database. */
  hazardNumber?: string
  state?: FacilityState
  installedOn?: string
  installedBy?: string
  costYuan?: number
  consent?: 'asked' | 'granted' | 'emergency'
  consentDocument?: string
  supplier?: string
  model?: string
  facing?: FacilityFacing
  faces?: FacilityFaces
  funding?: string
  removalReason?: string
  warrantyUntil?: string
  lastInspectedOn?: string
  remark?: string
}
