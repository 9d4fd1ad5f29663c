import type { LonLat } from '../../roads/network/geodesy.ts'
import type { RoadNetwork } from '../../roads/network/road-network.ts'
import type { Stretch } from '../../roads/road.schema.ts'
import type { ChainBreak } from '../../roads/network/running-chainage.ts'
import { metresOf, type Metres } from './inset-frame.ts'

export type RoadClass = 'national' | 'provincial' | 'firstClass' | 'county'

/** A line in metres with the box around it, so that most of them are passed over at a glance. */
export interface GroundLine {
  readonly road?: string
  readonly line: readonly Metres[]
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

export interface GroundPlace {
  readonly name: string
  readonly at: Metres
}

export interface GroundRoad {
  readonly code: string
  readonly name: string
  /** The line is a sketch, and so is every place on it. */
  readonly isSketch: boolean
  readonly chainBreaks: readonly ChainBreak[]
  readonly squads: readonly Stretch[]
}

/** What lies under every inset: made once for any number of them. */
export interface InsetGround {
  readonly network: RoadNetwork
  readonly roads: ReadonlyMap<string, GroundRoad>
  readonly roadLines: readonly GroundLine[]
  /** Unnamed main roads around. */
  readonly otherLines: readonly GroundLine[]
  readonly borders: readonly GroundLine[]
  readonly places: readonly GroundPlace[]
}

export function groundLine(points: readonly LonLat[], road?: string): GroundLine {
  const line = points.map(metresOf)
  const [easts, norths] = [line.map(([east]) => east), line.map(([, north]) => north)]
  return {
    ...(road === undefined ? {} : { road }),
    line,
    west: Math.min(...easts),
    south: Math.min(...norths),
    east: Math.max(...easts),
    north: Math.max(...norths),
  }
}

/** A road is drawn by what its number says; one without a number of the state is the first-class road. */
export function roadClass(code: string): RoadClass {
  if (/^G\d/.test(code)) return 'national'
  if (/^S\d/.test(code)) return 'provincial'
  return /^[XYCZL]\d/.test(code) ? 'county' : 'firstClass'
}
