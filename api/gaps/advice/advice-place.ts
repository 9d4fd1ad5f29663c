import type { HazardType } from '../../hazards/hazard-codes.ts'
import type { Road } from '../../roads/road.schema.ts'
import type { Bend } from '../bend.ts'
import type { AccidentProfile } from './accident-profile.ts'

export interface Junction {
  readonly road: string
  readonly roadName: string
  readonly isMainLine: boolean
  /** On the road that is advised on. */
  readonly stake: number
  /** On the other road. */
  readonly otherStake: number
}

/** All that speaks for or against something at a stretch. */
export interface AdvicePlace {
  readonly road: Road
  readonly profile: AccidentProfile
  /** Of the open tickets there. */
  readonly hazardTypes: readonly HazardType[]
  readonly bend: (Bend & { readonly stakeText: string }) | null
  readonly junctions: readonly Junction[]
}

/** National and provincial main lines are taken as 60 km/h or more: the road catalogue has no limits yet. */
export const isMainLine = ({ adminGrade }: Pick<Road, 'adminGrade'>): boolean =>
  adminGrade === 'national' || adminGrade === 'provincial'

/** Sharper than this drivers must be shown the bend; the brigade's number to confirm. */
export const sharpRadius = 400

export const isSharp = ({ bend }: AdvicePlace): boolean => bend !== null && bend.radius < sharpRadius

export const hasType = ({ hazardTypes }: AdvicePlace, ...types: readonly HazardType[]): boolean =>
  hazardTypes.some((type) => types.includes(type))

export const hasJunction = (place: AdvicePlace): boolean =>
  place.junctions.length > 0 || place.profile.counts.junction > 0 || hasType(place, 'C1', 'C2', 'F6', 'F7')
