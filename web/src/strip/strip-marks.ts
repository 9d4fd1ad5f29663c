import type { HazardRing } from '../map/hazard-style.ts'
import type { Selection } from '../map/map-types.ts'
import type { PlaceDoubt, Span } from './strip-axis.ts'

export const facilityTracks = ['lamp', 'sign', 'bump', 'other'] as const
export type FacilityTrack = (typeof facilityTracks)[number]
export type MarkTrack = 'accident' | 'hazard' | FacilityTrack | 'gap'
export type Heading = 'increasing' | 'decreasing' | 'both'

const trackOfKind: Readonly<Record<string, FacilityTrack>> = {
  solar_strobe: 'lamp',
  warning_sign: 'sign',
  chevron: 'sign',
  vms: 'sign',
  speed_bump: 'bump',
  rumble_line: 'bump',
}
export const facilityTrackOf = (kind: string): FacilityTrack => trackOfKind[kind] ?? 'other'

/** One record on the axis, in the words and with the symbol it has everywhere. */
export interface Mark extends Span {
  readonly id: string
  readonly track: MarkTrack
  readonly heading: Heading
  readonly selection: Selection
  /** As the catalogue of symbols knows it. */
  readonly symbol: string
  readonly weight: number
  readonly label: string
  readonly place: string
  readonly ring?: HazardRing
  readonly killed?: number
  readonly doubt?: PlaceDoubt
}

/** A stretch that is written on: a squad's, a township's, an accident-prone one. */
export interface Band extends Span {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly rank?: number
  readonly selection?: Selection
}

export interface Town {
  readonly running: number
  readonly name: string
}
