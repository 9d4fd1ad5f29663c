import type { Qualification } from './qualification.ts'
import type { WeightNumbers } from './severity-weights.ts'

interface Common {
  readonly windowLength?: number | undefined
  readonly minimum?: number | undefined
  readonly qualification?: Qualification | undefined
  readonly alpha?: number | undefined
  readonly by?: 'sigma' | 'topShare' | undefined
}

export interface ClauseEdit extends Common {
  readonly regularityShare?: number | undefined
  readonly hazardReach?: number | undefined
  readonly sigmas?: number | undefined
  readonly topShare?: number | undefined
}

/** Numbers of a rule that somebody changed for one run; what is said of a clause goes before what is said of all. */
export interface PresetEdit extends Common {
  readonly longestPeriodDays?: number | undefined
  readonly top?: number | undefined
  readonly lengthShare?: number | undefined
  readonly junctionRadius?: number | undefined
  readonly clauses?: readonly (ClauseEdit & { readonly id: string })[] | undefined
  readonly thresholds?:
    readonly { readonly colour: 'red' | 'yellow' | 'blue'; readonly minimum: number }[] | undefined
  readonly weights?: { readonly [Key in keyof WeightNumbers]?: number | undefined } | undefined
}
