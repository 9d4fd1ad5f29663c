import type { QualifyingFacts } from '../rules/qualification.ts'

export type Direction = 'increasing' | 'decreasing' | 'both'

/** One accident of the calibre and the period, placed on a road by its stake. */
export interface ScreenedAccident extends QualifyingFacts {
  readonly id: string
  readonly stake: number
  readonly direction: Direction | null
  readonly form: string
  readonly causeClass: string | null
  readonly light: string | null
  readonly weather: string | null
  /** Hour of the day and day of the week (Monday 1) in Asia/Shanghai. */
  readonly hour: number
  readonly weekday: number
}

export interface NamedSection {
  readonly name: string
  readonly fromStake: number
  readonly toStake: number
}

export interface RoadHazard {
  readonly fromStake: number
  readonly toStake: number
  readonly types: readonly string[]
}

export interface ScreenedRoad {
  readonly code: string
  readonly divided: boolean
  readonly fromStake: number
  readonly toStake: number
  /** Stakes a window must not reach across: chain breaks and gaps between sections. */
  readonly breaks: readonly number[]
  readonly accidents: readonly ScreenedAccident[]
  /** Stretches that people know by name; none: the road is one. */
  readonly sections?: readonly NamedSection[]
  /** Open ones. */
  readonly hazards?: readonly RoadHazard[]
}

/** Where two roads meet, by the stake on each. */
export interface Junction {
  readonly arms: readonly { readonly road: string; readonly stake: number }[]
}
