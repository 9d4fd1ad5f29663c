import type { LonLat } from '../network/geodesy.ts'
import type { Carriageway } from '../network/road-network.ts'
import type { Trimmed } from './carry-stakes.ts'
import type { LeftOut } from './left-out.ts'
import type { DroppedAnchor } from './place-controls.ts'
import type { PresentAnchor } from './present-road.ts'
import type { Deviation } from './ruler.ts'

export interface PlannedSection {
  readonly sequence: number
  readonly carriageway: Carriageway
  readonly fromStake: number
  readonly toStake: number
  readonly lengthMetres: number
  readonly coordinates: readonly LonLat[]
  readonly anchors: readonly Omit<PresentAnchor, 'section'>[]
}

export interface Gap {
  readonly metres: number
  readonly from: LonLat
  readonly to: LonLat
}

/** A stretch whose drawn length and stakes differ by more than a fifth: a wrong anchor, a wrong line or a chain break. */
export interface Uneven {
  readonly fromStake: number
  readonly toStake: number
  readonly drawnMetres: number
}

/** What an import would do to one road: plain data, the same on the command line, in the API and on a screen. */
export interface RoadImportPlan {
  readonly road: string
  readonly status: 'ready' | 'unchanged'
  readonly sections: readonly PlannedSection[]
  /** Without the opposite carriageway. */
  readonly lengthMetres: number
  readonly officialMetres: number | null
  readonly ways: number
  readonly gaps: readonly Gap[]
  readonly leftOut: readonly LeftOut[]
  /** Metres of ways drawn against the stakes, and of carriageway taken against its traffic. */
  readonly turnedMetres: number
  readonly againstMetres: number
  readonly trimmed: readonly Trimmed[]
  readonly droppedAnchors: readonly DroppedAnchor[]
  readonly uneven: readonly Uneven[]
  /** Between the new line and the present one, whichever way is larger; absent where there was none. */
  readonly change?: Deviation
}

export interface RefusedImport {
  readonly road: string
  readonly status: 'refused'
  readonly refusal: ImportRefusal
}

export type ImportRefusal =
  /** No way of the file bears the road's code or a name of it. */
  | 'nothingFound'
  /** Ways there are, all of them elsewhere. */
  | 'outside'
  /** Nothing says at which end the stakes begin. */
  | 'noStart'
  /** Nothing says at which stake the road begins. */
  | 'noStakes'

export type ImportOutcome = RoadImportPlan | RefusedImport
