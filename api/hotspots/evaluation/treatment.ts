import type { Text } from '../../http/text.ts'
import type { OnRoad } from '../analysis/before-after/reference-group.ts'

export type TreatmentKind = 'facility' | 'hazard'

/** Something that was done at a place on a day; what is not known of it is null. */
export interface Treatment {
  readonly kind: TreatmentKind
  readonly id: string
  readonly number: string
  readonly name: Text
  readonly road: string | null
  readonly roadName: string
  readonly fromStake: number | null
  readonly toStake: number | null
  readonly on: string | null
  /** 规划 of a facility; a hazard that is not closed. */
  readonly isPending: boolean
  /** Stands no longer, or not working: what it did has ended on a day that nobody knows exactly. */
  readonly isGone: boolean
}

/** A driver slows down before a facility and drives on with care behind it, in both directions. */
export const reachOfFacility = 250
/** Accidents are recorded to some hundred metres: a shorter stretch would lose its own. */
export const shortestStretch = 500

export const stretchRules: Readonly<Record<TreatmentKind, Text>> = {
  facility: {
    zh: `设施桩号前后各 ${reachOfFacility} 米，双向`,
    en: `${reachOfFacility} m on both sides of the facility, both directions`,
  },
  hazard: {
    zh: `隐患路段；不足 ${shortestStretch} 米的以中点为准放宽到 ${shortestStretch} 米，双向`,
    en: `The stretch of the hazard, widened about its middle to at least ${shortestStretch} m, both directions`,
  },
}

/** Where the treatment may have changed something; undefined without a stake. */
export function stretchOf({ kind, road, fromStake, toStake }: Treatment): OnRoad | undefined {
  if (road === null || fromStake === null) return undefined
  const [from, to] = [fromStake, toStake ?? fromStake]
  const least = kind === 'facility' ? 2 * reachOfFacility : shortestStretch
  if (to - from >= least) return { road, from, to }
  const start = Math.round((from + to - least) / 2)
  return { road, from: start, to: start + least }
}
