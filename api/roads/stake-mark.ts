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
  readonly hasPrefix: boolean
  readonly side?: StakeSide | undefined
  readonly start: number
  readonly end: number
}

/** 60KM/H and 每小时 are speeds. */
const km = String.raw`(?:公里|千米|KM)(?!\s?(?:/|每小时|\/H))`
const metre = String.raw`(?:米|M(?![A-Z/]))`
const plus = String.raw`\s?(?:\+|加|又|零|过)\s?`
/** What may follow the kilometres: +500, 加500米, 500米, 半, or a blank and three digits. */
const tail = String.raw`(?:${plus}(\d+(?:\.\d+)?)(?![\d.])(?!\s?${km})(?:\s?(${metre}))?|(半)|\s?(\d+(?:\.\d+)?)\s?(${metre})|(\s)(\d{3})(?![\d.]|\s?${km}))?`
const number = String.raw`(\d+(?:\.\d+)?)`

const withPrefix = new RegExp(String.raw`([ZY左右])?K\s?${number}(?:\s?${km})?${tail}`, 'y')
const withUnit = new RegExp(String.raw`${number}\s?${km}${tail}`, 'y')
const withPlus = new RegExp(String.raw`(\d+)\s?\+\s?(\d+(?:\.\d+)?)(?:\s?(${metre}))?`, 'y')
const metresOnly = new RegExp(String.raw`\+?\s?${number}\s?${metre}|\+\s?(\d{1,3})(?![\d.])`, 'y')
const bare = new RegExp(String.raw`${number}(?:(\s)(\d{3})(?![\d.]|\s?${km}))?`, 'y')

/** A distance, a speed or a length, not a place: 时速60公里, 距乌兰镇20公里, 全长3公里. */
const notAPlace =
  /(?:时速|限速|车速|全长|总长|长约|长度|长|相距|距离?[^\d,。;、\s\uE000]{0,12})(?:约|为)?\s?$/

const sideOf: Readonly<Record<string, StakeSide>> = { Z: 'left', 左: 'left', Y: 'right', 右: 'right' }

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

interface Tail {
  readonly metres?: string | undefined
  readonly hasMetreUnit: boolean
  readonly joinedBySpace: boolean
}

function tailOf(groups: readonly (string | undefined)[]): Tail {
  const [joined, joinedUnit, half, direct, , space, spaced] = groups
  if (half !== undefined) return { metres: '500', hasMetreUnit: true, joinedBySpace: false }
  return {
    metres: joined ?? direct ?? spaced,
    hasMetreUnit: joinedUnit !== undefined || direct !== undefined,
    joinedBySpace: space !== undefined,
  }
}

function markAt(text: string, at: number): StakeMark | undefined {
  const place = (match: RegExpExecArray) => ({ start: at, end: at + match[0].length })
  const prefixed = matchAt(withPrefix, text, at)
  if (prefixed)
    return {
      kind: 'full',
      kilometres: prefixed[2]!,
      ...tailOf(prefixed.slice(3)),
      hasPrefix: true,
      side: sideOf[prefixed[1] ?? ''],
      ...place(prefixed),
    }
  const united = matchAt(withUnit, text, at)
  if (united)
    return {
      kind: 'full',
      kilometres: united[1]!,
      ...tailOf(united.slice(2)),
      hasPrefix: false,
      ...place(united),
    }
  const joined = matchAt(withPlus, text, at)
  if (joined)
    return {
      kind: 'full',
      kilometres: joined[1]!,
      metres: joined[2],
      hasMetreUnit: joined[3] !== undefined,
      joinedBySpace: false,
      hasPrefix: false,
      ...place(joined),
    }
  const metres = matchAt(metresOnly, text, at)
  if (metres)
    return {
      kind: 'metres',
      kilometres: '',
      metres: metres[1] ?? metres[2],
      hasMetreUnit: metres[1] !== undefined,
      joinedBySpace: false,
      hasPrefix: false,
      ...place(metres),
    }
  const alone = matchAt(bare, text, at)
  if (!alone) return undefined
  return {
    kind: 'bare',
    kilometres: alone[1]!,
    metres: alone[3],
    hasMetreUnit: false,
    joinedBySpace: alone[2] !== undefined,
    hasPrefix: false,
    ...place(alone),
  }
}

/** Letters and the digits behind them that are no stake: a plate, a document number. */
const word = /[A-Z]+\d*/y

/** Every number group of a normalised text, in order. */
export function findStakeMarks(text: string): StakeMark[] {
  const marks: StakeMark[] = []
  for (let at = 0; at < text.length;) {
    const mark = /[\dKZY左右+]/.test(text[at]!) ? markAt(text, at) : undefined
    if (mark && (mark.hasPrefix || !notAPlace.test(text.slice(Math.max(0, at - 24), at)))) marks.push(mark)
    at = mark?.end ?? at + Math.max(1, matchAt(word, text, at)?.[0].length ?? 1)
  }
  return marks
}
