import type { StakeSide } from './stake-reading.ts'

/**
 * One number group of a text: `full` says itself that it is a stake (K, 公里 or a plus), `metres` is metres alone
 * (the second half of a short range), `bare` is a number that only its surroundings can make a stake.
 */
export interface StakeMark {
  readonly kind: 'full' | 'metres' | 'bare'
  readonly kilometres: string
  readonly metres?: string | undefined
  readonly hasMetreUnit: boolean
  readonly joinedBySpace: boolean
  /** 1046/200, K1046_200: a sign that is no plus. */
  readonly isSeparated?: boolean
  /** 1046公里200: nothing but the place of the digits says metres. */
  readonly isUnjoined?: boolean
  readonly hasPrefix: boolean
  readonly side?: StakeSide | undefined
  readonly start: number
  readonly end: number
}

/** 60KM/H and 每小时 are speeds. */
const km = String.raw`(?:(?:公里|千米|KM)(?!\s?(?:/|每小时|\/H))|K(?=\s?\+\s?\d)|号?里程碑)`
const metre = String.raw`(?:米|M(?![A-Z/]))`
const plus = String.raw`\s?(?:\+|(?:里程)?(?:碑|桩|牌|处)?\s?(?:\+|加|又|零|过))\s?`
const otherSign = '[/_*·=:]'
/** Behind 公里 a number without 米 is metres, unless it counts something else: 1046公里2人受伤. */
const counted = String.raw`[人起辆时点分年月日号个名元万岁吨]`
const bareMetres = String.raw`(\d{3}|\d{1,2}(?=\s?(?:处|附近|路?段|$|[,。;、)])))(?![\d.]|\s?${km}|${counted})`
/** What may follow the kilometres: +500, 加500米, 500米, 半, or digits set off by a blank or by the unit alone. */
const tail = (gap: string, digits: string) =>
  String.raw`(?:${plus}(\d+(?:\.\d+)?)(?![\d.])(?!\s?${km})(?:\s?(${metre}))?|(半)|\s?(\d+(?:\.\d+)?)\s?(${metre})|(${gap})${digits})?`
const spacedMetres = String.raw`(\d{3})(?![\d.]|\s?${km})`
const number = String.raw`(\d+(?:\.\d+)?)`

const withPrefix = new RegExp(
  String.raw`([ZY左右])?K\s?${number}(?:\s?${km})?${tail(String.raw`\s`, spacedMetres)}`,
  'y',
)
const withUnit = new RegExp(String.raw`${number}\s?${km}${tail(String.raw`\s?`, bareMetres)}`, 'y')
const separated = new RegExp(
  String.raw`K\s?(\d{1,4})${otherSign}(\d{3})(?![\d.])|(?<![\d/])(\d{1,4})/(\d{3})(?![\d./])|(\d{1,4})K(\d{3})(?![\d.+])`,
  'y',
)
/** 1046加200 without 公里: three digits are metres, anything else may be counted. */
const withPlus = new RegExp(
  String.raw`(\d+)\s?(?:\+|加(?=\s?\d{3}(?!\d)))\s?(\d+(?:\.\d+)?)(?:\s?(${metre}))?`,
  'y',
)
const metresOnly = new RegExp(String.raw`\+?\s?${number}\s?${metre}|\+\s?(\d{1,3})(?![\d.])`, 'y')
const bare = new RegExp(String.raw`${number}(?:(\s)(\d{3})(?![\d.]|\s?${km}))?`, 'y')

/** A distance, a speed or a length, not a place: 时速60公里, 距乌兰镇20公里, 全长3公里. */
const notAPlace =
  /(?:时速|限速|车速|全长|总长|长约|长度|长|相距|距离?[^\d,。;、\s\uE000]{0,12})(?:约|为)?\s?$/

/** 距1046公里碑, 距1046公里处: measured from the stake, so a stake it is. */
const measuredFrom = /(?<!相)距离?\s?$/
const postBehind = /^\s?(?:里程)?(?:碑|桩|牌|处|以[东南西北])/

const sideOf: Readonly<Record<string, StakeSide>> = { Z: 'left', 左: 'left', Y: 'right', 右: 'right' }

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

interface Tail {
  readonly metres?: string | undefined
  readonly hasMetreUnit: boolean
  readonly joinedBySpace: boolean
  readonly isUnjoined: boolean
}

function tailOf(groups: readonly (string | undefined)[]): Tail {
  const [joined, joinedUnit, half, direct, , space, spaced] = groups
  if (half !== undefined)
    return { metres: '500', hasMetreUnit: true, joinedBySpace: false, isUnjoined: false }
  return {
    metres: joined ?? direct ?? spaced,
    hasMetreUnit: joinedUnit !== undefined || direct !== undefined,
    joinedBySpace: space === ' ',
    isUnjoined: space === '',
  }
}

type Shape = readonly [
  pattern: RegExp,
  read: (groups: readonly (string | undefined)[]) => Omit<StakeMark, 'start' | 'end'>,
]

const plain = { hasMetreUnit: false, joinedBySpace: false, hasPrefix: false }

/** In the order in which they are tried: the first that fits has the number. */
const shapes: readonly Shape[] = [
  [
    separated,
    ([, prefixed, metres, slashed, slashedMetres, lettered, letteredMetres]) => ({
      ...plain,
      kind: slashed === undefined ? 'full' : 'bare',
      kilometres: prefixed ?? slashed ?? lettered ?? '',
      metres: metres ?? slashedMetres ?? letteredMetres,
      hasPrefix: prefixed !== undefined,
      isSeparated: true,
    }),
  ],
  [
    withPrefix,
    ([, carriageway = '', kilometres = '', ...rest]) => ({
      kind: 'full',
      kilometres,
      ...tailOf(rest),
      hasPrefix: true,
      side: sideOf[carriageway],
    }),
  ],
  [
    withUnit,
    ([, kilometres = '', ...rest]) => ({ kind: 'full', kilometres, ...tailOf(rest), hasPrefix: false }),
  ],
  [
    withPlus,
    ([, kilometres = '', metres, unit]) => ({
      ...plain,
      kind: 'full',
      kilometres,
      metres,
      hasMetreUnit: unit !== undefined,
    }),
  ],
  [
    metresOnly,
    ([, metres, added]) => ({
      ...plain,
      kind: 'metres',
      kilometres: '',
      metres: metres ?? added,
      hasMetreUnit: metres !== undefined,
    }),
  ],
  [
    bare,
    ([, kilometres = '', space, metres]) => ({
      ...plain,
      kind: 'bare',
      kilometres,
      metres,
      joinedBySpace: space !== undefined,
    }),
  ],
]

function markAt(text: string, at: number): StakeMark | undefined {
  for (const [pattern, read] of shapes) {
    const match = matchAt(pattern, text, at)
    if (match) return { ...read(match), start: at, end: at + match[0].length }
  }
  return undefined
}

/** Letters and the digits behind them that are no stake: a plate, a document number. */
const word = /[A-Z]+\d*/y

function isPlace(text: string, mark: StakeMark): boolean {
  if (mark.hasPrefix) return true
  const before = text.slice(Math.max(0, mark.start - 24), mark.start)
  if (!notAPlace.test(before)) return true
  if (!measuredFrom.test(before)) return false
  return mark.metres !== undefined || postBehind.test(text.slice(mark.end, mark.end + 8))
}

/** Every number group of a normalised text, in order. */
export function findStakeMarks(text: string): StakeMark[] {
  const marks: StakeMark[] = []
  for (let at = 0; at < text.length;) {
    const mark = /[\dKZY左右+]/.test(text[at]!) ? markAt(text, at) : undefined
    if (mark && isPlace(text, mark)) marks.push(mark)
    at = mark?.end ?? at + Math.max(1, matchAt(word, text, at)?.[0].length ?? 1)
  }
  return marks
}

/** AK0+250, DK12+300: a ramp or a building site counts from a zero of its own. ZK and YK are carriageways. */
const ownChainage = /(?<![A-Z])[ZY左右]?[A-JL-X]{1,2}K\s?\d+\s?(?:\+\s?\d+(?:\.\d+)?|公里(?:\d+米)?)/g

export function withoutRampStakes(text: string): { readonly text: string; readonly hadRampStake: boolean } {
  const rest = text.replace(ownChainage, ' ')
  return { text: rest, hadRampStake: rest !== text }
}
