import type { ChainBreak } from '../network/running-chainage.ts'
import type { LonLat } from '../network/geodesy.ts'
import type { Carriageway } from '../network/road-network.ts'
import type { NamedRoad } from './road-refs.ts'

export interface PresentSection {
  readonly sequence: number
  readonly carriageway: Carriageway
  readonly fromStake: number
  readonly toStake: number
  readonly coordinates: readonly LonLat[]
}

export interface PresentAnchor {
  /** Sequence of the section it lies on. */
  readonly section: number
  readonly stake: number
  readonly point: LonLat
  readonly method: 'surveyed' | 'imagery' | 'interpolated'
  readonly note: string | null
}

/** The road as it is registered and drawn so far; sections are empty for a road that is only a name. */
export interface PresentRoad extends NamedRoad {
  readonly fromStake: number | null
  readonly toStake: number | null
  readonly officialLengthKm: number | null
  readonly sections: readonly PresentSection[]
  readonly anchors: readonly PresentAnchor[]
  readonly chainBreaks: readonly ChainBreak[]
}
