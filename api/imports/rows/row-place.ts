import type { CoordinateSystem } from '../../roads/coordinates/coordinates.ts'
import type { StakeDirection, StakeSide } from '../../roads/stakes/stake-reading.ts'

/** What a row of a ledger says of where something lies. */
export interface RowPlace {
  /** Code of a road that is registered. */
  road?: string
  roadName?: string
  direction?: StakeDirection
  side?: StakeSide
  placeText?: string
  /** As the file has them, in `crs`; without a `crs` they cannot be placed yet. */
  lon?: number
  lat?: number
  crs?: CoordinateSystem
  rawCoordinate?: string
}

/** A place or a stretch, with who is in charge there. */
export interface RowStretch extends RowPlace {
  fromStake?: number
  /** Never below `fromStake`. */
  toStake?: number
  township?: string
  squad?: string
}
