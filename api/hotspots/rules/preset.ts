import type { Calibre } from '../../accidents/calibre.ts'
import type { Text } from '../../http/text.ts'
import type { Qualification } from './qualification.ts'
import type { WeightId, WeightNumbers } from './severity-weights.ts'

export const presetIds = ['P0', 'P1a', 'P1b', 'P1c', 'P2', 'P3', 'P4', 'P5', 'P6', 'P6b', 'P7', 'P8'] as const
export type PresetId = (typeof presetIds)[number]

export const methods = ['windowRule', 'threeColours', 'slidingRank', 'cumulativeFrequency'] as const
export type Method = (typeof methods)[number]

/** The most common form, cause or three hours of the day shared by at least this part of a window's accidents. */
export interface Regularity {
  readonly share: number
}

/** One sentence of a rule; a site names those that fired. All that is said must hold. */
export interface Clause {
  readonly id: string
  readonly text: Text
  /** Metres along the stakes. */
  readonly windowLength: number
  readonly of: Qualification
  readonly minimum: number
  readonly regularity?: Regularity
  /** Only accidents within `reach` metres of an open hazard of these types count. */
  readonly nearHazard?: { readonly types: readonly string[]; readonly reach: number }
  /** P(X ≥ n) must be below it, with the mean of the road. */
  readonly alpha?: number
  /** The weighted sum of a window must reach what stands out among the units of the network. */
  readonly standsOut?: {
    readonly weights: WeightId
    readonly by: 'sigma' | 'topShare'
    readonly sigmas: number
    readonly topShare: number
    /** Those of the set, unless they were changed for this run. */
    readonly numbers?: WeightNumbers
  }
}

interface PresetFacts {
  readonly id: PresetId
  readonly version: number
  readonly name: Text
  /** Longest period the rule speaks of, in days. */
  readonly longestPeriodDays: number
  readonly weights: WeightId
  readonly calibre?: Calibre
  readonly criterion: Text
  readonly source: Text
}

export interface WindowPreset extends PresetFacts {
  readonly method: 'windowRule'
  readonly clauses: readonly Clause[]
  /** Accidents of crossing roads this near to their junction count together. */
  readonly junctionRadius: number
}

export interface ColourThreshold {
  readonly colour: 'red' | 'yellow' | 'blue'
  readonly text: Text
  readonly of: 'killed' | 'casualtyAccidents'
  readonly minimum: number
}

export interface ColourPreset extends PresetFacts {
  readonly method: 'threeColours'
  /** Worst first: the first that holds gives the colour. */
  readonly thresholds: readonly ColourThreshold[]
}

export interface RankPreset extends PresetFacts {
  readonly method: 'slidingRank'
  readonly windowLength: number
  readonly minimum: number
  readonly top: number
}

export interface UnitPreset extends PresetFacts {
  readonly method: 'cumulativeFrequency'
  readonly unitLength: number
  /** Of the length of the network. */
  readonly lengthShare: number
}

/** A written rule for hotspots. Its numbers are copied into every run, so that a later edit changes no old result. */
export type Preset = WindowPreset | ColourPreset | RankPreset | UnitPreset
