export type StakeDirection = 'increasing' | 'decreasing' | 'both'
export type StakeSide = 'left' | 'right' | 'centre' | 'across'

/** What was assumed or should be looked at; every assumption of the parser is among them. */
export type StakeWarning =
  | 'short_metres' // K1023+5: five metres as written, often meant as five hundred
  | 'unitless' // a bare number taken as metres or as kilometres
  | 'descending' // a range from the higher stake to the lower
  | 'range_shorthand' // the second stake was completed from the first
  | 'dash_as_plus' // K1046-200 read as K1046+200
  | 'space_as_plus' // 1046 200 read as 1046+200
  | 'several_stakes' // more stakes than one place or range: the first is given
  | 'confusable' // a letter O, l or I was read as a digit
  | 'road_unknown' // a road is named that the list does not have
  | 'road_ambiguous' // several roads are named, or one name fits several
  | 'direction_assumed' // 上行 taken as stake-decreasing: no road says otherwise
  | 'direction_from_order' // the direction follows from the descending stakes
  | 'direction_unresolved' // a destination or compass bearing the road does not explain

export interface StakeReading {
  readonly road?: string
  /** Metres. A range keeps the written order: `from` may be the higher stake. */
  readonly from: number
  readonly to?: number
  readonly direction?: StakeDirection
  /** The words for the direction as they stood: 上行, 北行, 往棋盘井方向. */
  readonly directionText?: string
  readonly side?: StakeSide
  /** To how many metres the text is exact: 1, 10, 100 or 1000. */
  readonly precision: number
  readonly warnings: readonly StakeWarning[]
  /** Another reading is as likely: ask, do not use it unseen. */
  readonly ambiguous: boolean
}

/** noStake: nothing to read · metresTooLarge: K1023+1500 · tooFar: beyond any road's kilometres. */
export type StakeRefusal = 'noStake' | 'metresTooLarge' | 'tooFar'

export type StakeParse =
  | { readonly ok: true; readonly reading: StakeReading }
  | { readonly ok: false; readonly refusal: StakeRefusal; readonly road?: string }

/** A road as texts name it. */
export interface RoadName {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly upDirection?: 'increasing' | 'decreasing' | undefined
  /** Places ahead in the direction of growing stakes, the one that is printed first. */
  readonly increasingTowards?: readonly string[]
  readonly decreasingTowards?: readonly string[]
}
