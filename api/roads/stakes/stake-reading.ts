export type StakeDirection = 'increasing' | 'decreasing' | 'both'
export type StakeSide = 'left' | 'right' | 'centre' | 'across'

/** What was assumed or should be looked at; the sentence for each is in stake-warnings.ts. */
export type StakeWarning =
  | 'short_metres' // K1023+5: five metres as written, often meant as five hundred
  | 'unitless' // a bare number taken as metres or as kilometres
  | 'descending' // a range from the higher stake to the lower
  | 'range_shorthand' // the second stake was completed from the first
  | 'range_from_length' // 往西500米路段: the second stake follows from the length
  | 'dash_as_plus' // K1046-200 read as K1046+200
  | 'space_as_plus' // 1046 200 read as 1046+200
  | 'separator_as_plus' // 1046/200 read as 1046+200
  | 'several_stakes' // more stakes than one place or range: the first is given
  | 'confusable' // a letter O, l or I was read as a digit
  | 'approximate' // 约, 左右, 附近
  | 'maybe_distance' // 往西20公里: as likely a distance as a stake
  | 'number_left' // K1046+200KM: a number behind the stake fits no metres and was left
  | 'sign_dropped' // -K0+100 read as K0+100
  | 'ramp_stake' // AK0+250 beside it: chainage of a ramp or a building site, not of the road
  | 'text_cut' // longer than what is read
  | 'offset_applied' // 往乌海方向500米 is added to the stake
  | 'offset_across' // 路南50米: beside the road, the stake stays
  | 'offset_unresolved' // 往西500米 where nothing says whether stakes grow westwards
  | 'road_unknown' // a road is named that the list does not have
  | 'road_ambiguous' // several roads are named, or one name fits several
  | 'road_differs' // the text names another road than the one given
  | 'road_from_number' // the number before the stake was taken for the road
  | 'former_road' // 原109国道, 老109国道: the old line may bear other stakes
  | 'direction_assumed' // 上行 taken as stake-decreasing: no road says otherwise
  | 'direction_from_order' // the direction follows from the descending stakes
  | 'direction_from_bearing' // 由东向西 was compared with the drawn line at the stake
  | 'direction_from_place' // the named place lies the other way than the road's ends suggest
  | 'direction_conflict' // two of the words for the direction contradict each other
  | 'direction_unresolved' // a destination or compass bearing the road does not explain
  | 'side_assumed' // 右侧 without a direction: seen with growing stakes
  | 'side_by_travel' // 右侧 of a traveller towards falling stakes: the left of growing ones
  | 'side_from_bearing' // 路南 was compared with the drawn line at the stake
  | 'side_unresolved' // 路南 where nothing says how the road runs

/** A distance from the stake that the text adds: 往西500米. */
export interface StakeOffset {
  readonly metres: number
  readonly text: string
}

export interface StakeReading {
  readonly road?: string
  /** Every road the text names, where it names several. */
  readonly roads?: readonly string[]
  /** Metres. A range keeps the written order: `from` may be the higher stake. */
  readonly from: number
  readonly to?: number
  readonly direction?: StakeDirection
  /** The words for the direction as they stood: 上行, 北行, 往棋盘井方向. */
  readonly directionText?: string
  /** Seen in the direction of growing stakes. */
  readonly side?: StakeSide
  /** The words for the place across the road as they stood: 应急车道, 内侧, 路南. */
  readonly laneText?: string
  readonly offset?: StakeOffset
  /** To how many metres the text is exact: 1, 10, 100 or 1000. */
  readonly precision: number
  readonly warnings: readonly StakeWarning[]
  /** Another reading is as likely: ask, do not use it unseen. */
  readonly ambiguous: boolean
  /** Where those other readings begin, in metres. */
  readonly alternatives?: readonly number[]
}

/** noStake: nothing to read · metresTooLarge: K1023+1500 · tooFar: beyond any road's kilometres · rampStake: AK0+250 ·
 *  crossingOnly: two roads that meet, no stake. */
export type StakeRefusal = 'noStake' | 'metresTooLarge' | 'tooFar' | 'rampStake' | 'crossingOnly'

export type StakeParse =
  | { readonly ok: true; readonly reading: StakeReading }
  | {
      readonly ok: false
      readonly refusal: StakeRefusal
      readonly road?: string
      readonly roads?: readonly string[]
    }

/** A road as texts name it. */
export interface RoadName {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly upDirection?: 'increasing' | 'decreasing' | undefined
  /** Places ahead in the direction of growing stakes, the one that is printed first. */
  readonly increasingTowards?: readonly string[]
  readonly decreasingTowards?: readonly string[]
  /** Places on the way: 往框框井方向 depends on which side of it one stands. */
  readonly placesAlong?: readonly { readonly name: string; readonly stake: number }[] | undefined
}

export interface StakeContext {
  /** The roads that exist, with their other names. */
  readonly roads?: readonly RoadName[]
  /** The road that another column or the screen already says; the text may still name another. */
  readonly road?: string | undefined
  /** Degrees clockwise from north in which stakes grow at that stake, where the road is drawn. */
  readonly bearingAt?: ((road: string, stake: number) => number | undefined) | undefined
}
