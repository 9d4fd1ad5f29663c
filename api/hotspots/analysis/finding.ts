import type { Text } from '../../http/text.ts'
import type { Qualification } from '../rules/qualification.ts'
import type { Junction, ScreenedAccident } from './accident-on-road.ts'
import type { Route } from './route.ts'

/** The sentence of the rule that made a place a site, with its numbers there. */
export interface Fired {
  readonly id: string
  readonly text: Text
  /** Metres; λ and p are those of a window of this length. */
  readonly windowLength: number
  readonly of: Qualification
  /** Accidents that count, in the fullest window and in the whole stretch. */
  readonly densest: number
  readonly qualifying: number
  readonly expected: number
  readonly pValue: number
}

/** A stretch of a route that a rule picked. */
export interface Finding {
  readonly route: Route
  readonly fromStake: number
  readonly toStake: number
  readonly name?: string
  readonly fired: readonly Fired[]
}

/** Stretches of crossing roads at their junction are one place. */
export interface JunctionFinding {
  readonly junction: Junction
  readonly parts: readonly { readonly route: Route; readonly accidents: readonly ScreenedAccident[] }[]
  readonly fired: readonly Fired[]
}
