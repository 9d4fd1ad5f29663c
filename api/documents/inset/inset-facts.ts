import type { Geometry } from 'geojson'
import type { Severity } from '../../accidents/severity.ts'
import type { LonLat } from '../../roads/network/geodesy.ts'

/** The hazard that the picture is about, as far as it is drawn. */
export interface DrawnHazard {
  /** Null for a road that is only a name. */
  readonly road: string | null
  readonly fromStake: number | null
  readonly toStake: number | null
  /** Null: there is nothing to draw. */
  readonly geometry: Geometry | null
  /** 1 一般, 2 较大, 3 重大. */
  readonly level: number | null
  /** Of its status; it stands in the mark. */
  readonly letter: string
  readonly isOverdue: boolean
}

export interface DrawnFacility {
  readonly id: string
  readonly kind: string
  /** As lists call it: 爆闪灯. */
  readonly name: string
  readonly quantity: number
  readonly point: LonLat | null
  readonly stake: number | null
  /** Seen in the direction of growing stakes. */
  readonly side: 'left' | 'right' | 'centre' | 'across' | null
}

export interface DrawnAccident {
  readonly id: string
  readonly severity: Severity
  readonly point: LonLat | null
  readonly stake: number | null
}

/** Everything on a map inset that is not the ground itself. */
export interface InsetFacts {
  readonly hazard: DrawnHazard
  readonly facilities: readonly DrawnFacility[]
  /** Left out of what goes outside. */
  readonly accidents: readonly DrawnAccident[]
  /** Written in the corner: 鄂托克旗棋盘井镇. */
  readonly area: string
  /** How wide the picture will be on paper: 1:N follows from it. */
  readonly printedMillimetres: number
}
