import type { CoordinateSystem } from './coordinates.ts'
import type { LonLat } from '../network/geodesy.ts'

export type CoordinateForm = 'decimal' | 'dms' | 'dm' | 'projected'

/** What was taken for granted; each one is put before the officer in words. */
export type CoordinateAssumption =
  | 'swapped'
  | 'labels_swapped'
  | 'datum_unknown'
  | 'datum_from_source'
  | 'projected_metres'
  | 'zone_without_prefix'
  | 'coarse'

export type CoordinateRefusal =
  | 'noCoordinate'
  | 'onlyOne'
  | 'several'
  | 'zero'
  | 'outsideRegion'
  | 'tooCoarse'
  | 'minutesTooLarge'
  | 'otherZone'
  | 'oldDatum'
  | 'webMetres'
  | 'shortLink'

/** One way to read a text. It is offered, never taken: only an officer's yes makes it a place. */
export interface CoordinateProposal {
  /** WGS 84. */
  readonly point: LonLat
  readonly crs: CoordinateSystem
  /** What to enter as longitude and latitude in `crs`; for gk36 easting and northing. */
  readonly given: LonLat
  readonly form: CoordinateForm
  /** Metres that the last written digit stands for. */
  readonly precision: number
  readonly assumed: readonly CoordinateAssumption[]
}

/** Likeliest first. */
export type CoordinateReading =
  | { readonly ok: true; readonly proposals: readonly [CoordinateProposal, ...CoordinateProposal[]] }
  | { readonly ok: false; readonly refusal: CoordinateRefusal }
