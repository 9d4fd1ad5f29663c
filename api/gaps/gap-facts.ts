import type { GapDismissal } from './dismissals/standing-dismissal.ts'
import type { FacilityKind } from '../facilities/facility-kinds.ts'
import type { FacilityState } from '../facilities/facility-states.ts'
import type { HazardType } from '../hazards/hazard-codes.ts'
import type { HazardStatus } from '../hazards/hazard-status.ts'
import type { LonLat } from '../roads/network/geodesy.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import type { Road, Stretch } from '../roads/road.schema.ts'

export type Way = 'increasing' | 'decreasing' | 'both'

interface Placed {
  readonly id: string
  readonly road: string | null
  readonly fromStake: number | null
  readonly point: LonLat | null
  readonly direction: Way | null
  readonly side: 'left' | 'right' | 'centre' | 'across' | null
}

export interface GapFacility extends Placed {
  readonly number: string
  readonly kind: FacilityKind
  readonly state: FacilityState
  readonly quantity: number
  readonly unit: string
  readonly lengthMetres: number | null
  readonly legend: string | null
  readonly roadName: string
  readonly direction: Way
  readonly hazardId: string | null
  readonly hazardNumber: string | null
  /** Day on which its hazard was closed; null while that is open. */
  readonly hazardClosedOn: string | null
  /** Said at the closing: 保留. */
  readonly isKept: boolean
  readonly inspectionDueOn: string | null
  readonly demo: boolean
}

/** Open ones only. */
export interface GapHazard extends Placed {
  readonly number: string
  readonly title: string
  readonly level: number | null
  readonly types: readonly HazardType[]
  readonly status: HazardStatus
  readonly roadName: string
  readonly toStake: number | null
  readonly squad: string | null
  readonly screeningSiteId: string | null
  readonly demo: boolean
}

/** A site of the newest screening of the whole network. */
export interface GapHotspot {
  readonly id: string
  readonly rank: number
  readonly preset: string
  readonly calibre: string
  readonly from: string
  readonly to: string
  readonly road: string
  readonly roadName: string
  readonly direction: Way
  readonly fromStake: number
  readonly toStake: number
  readonly accidents: number
  readonly killed: number
  readonly injured: number
  readonly demo: boolean
}

export interface NightAccident extends Placed {
  readonly killed: number
  readonly injured: number
}

/** Everything that the rules look at, read once. */
export interface GapFacts {
  readonly today: string
  readonly network: RoadNetwork
  readonly roads: readonly Road[]
  readonly squads: readonly Stretch[]
  readonly facilities: readonly GapFacility[]
  readonly hazards: readonly GapHazard[]
  readonly hotspots: readonly GapHotspot[]
  /** Calibre `general`, since `nightSince`. */
  readonly nightAccidents: readonly NightAccident[]
  readonly nightSince: string
  /** What people decided not to place. */
  readonly dismissals: readonly GapDismissal[]
}
