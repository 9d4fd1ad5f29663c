import type { Text } from '../http/text.ts'
import type { CoordinateSystem } from '../roads/coordinates/coordinates.ts'
import type { LonLat } from '../roads/network/geodesy.ts'
import type { LocatingGrade } from '../roads/network/locating-grade.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import type { RoadName } from '../roads/stakes/stake-reading.ts'

export interface RecordPlace {
  readonly road: string | null
  readonly roadName: string
  readonly stake: number | null
  readonly toStake: number | null
  readonly placeText: string
  readonly point: LonLat | null
  readonly rawCoordinate: string | null
  readonly crsSource: string
}

/** What is sent to place the record there. */
export interface PlaceRequest {
  readonly road?: string
  readonly stake?: number
  readonly toStake?: number
  readonly lon?: number
  readonly lat?: number
  readonly crs?: CoordinateSystem
}

export interface PlaceCandidate {
  readonly how: 'stake' | 'text' | 'datum' | 'point'
  readonly road: string
  readonly stake: number
  readonly toStake?: number
  readonly point: LonLat
  /** Metres between the coordinate and the road, or between the stake's place and the present point. */
  readonly distance?: number
  readonly grade: LocatingGrade
  readonly why: Text
  readonly assumed: readonly string[]
  readonly place: PlaceRequest
}

export interface Ground {
  readonly network: RoadNetwork
  readonly roads: readonly RoadName[]
}

export interface StakeAnswer {
  readonly road: string
  readonly stake: number
  readonly toStake?: number | undefined
}
