import type { FacilityFaces, FacilityFacing } from '../../facilities/facility-facing.ts'
import type { FacilityKind } from '../../facilities/facility-kinds.ts'
import type { FacilityState } from '../../facilities/facility-states.ts'
import type { CoordinateSystem } from '../../roads/coordinates/coordinates.ts'
import type { StakeDirection, StakeSide } from '../../roads/stakes/stake-reading.ts'

/** What a row says about a facility, in the names of the facility's own fields. What it does not say is absent. */
export interface FacilityValues {
  /** SS-150624-00001: only of our own lists. */
  number?: string
  kind?: FacilityKind
  quantity?: number
  unit?: string
  lengthMetres?: number
  legend?: string
  road?: string
  roadName?: string
  stake?: number
  direction?: StakeDirection
  side?: StakeSide
  placeText?: string
  /** As the file has them, in `crs`; without a `crs` they cannot be placed yet. */
  lon?: number
  lat?: number
  crs?: CoordinateSystem
  rawCoordinate?: string
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
