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
  readonly direction: 'increasing' | 'decreasing' | 'both' | null
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

export const bothDirections: Text = { zh: '，双向', en: ', both directions' }

export const stretchRules: Readonly<Record<TreatmentKind, Text>> = {
  facility: {
    zh: `设施桩号前后各 ${reachOfFacility} 米`,
    en: `${reachOfFacility} m on both sides of the facility`,
  },
  hazard: {
    zh: `隐患路段；不足 ${shortestStretch} 米的以中点为准放宽到 ${shortestStretch} 米`,
    en: `The stretch of the hazard, widened about its middle to at least ${shortestStretch} m`,
  },
}

/** On a divided road only the carriageway of the treatment is looked at, where that is known. */
export const carriagewayRule = (heading: 'increasing' | 'decreasing'): Text =>
  heading === 'increasing'
    ? {
        zh: '；公路分幅，只计桩号增方向一侧的事故（方向不明的也计），参照路段同样',
        en: '; the road is divided: only accidents towards growing stakes count, and those of unknown direction; so on the reference',
      }
    : {
        zh: '；公路分幅，只计桩号减方向一侧的事故（方向不明的也计），参照路段同样',
        en: '; the road is divided: only accidents towards falling stakes count, and those of unknown direction; so on the reference',
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
