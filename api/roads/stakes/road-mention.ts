import type { RoadName, StakeWarning } from './stake-reading.ts'

export interface RoadMention {
  readonly road?: string
  /** Every road that is named and known, in the order of the text. */
  readonly roads: readonly string[]
  readonly warnings: readonly StakeWarning[]
  /** The text without the road names: their digits are no stakes. */
  readonly rest: string
}

/** Stands where a road name stood; of the private use area, which a normalised text does not have. */
export const namePlace = '\uE000'
const firstMark = 0xe000

/** 省道77公里 is a stake on some provincial road, not 省道77. */
const notStake = String.raw`(?![\d.]|\s?(?:公里|千米|KM|米|\+))`
const suffix = String.raw`(?:\s?(?:国道|省道|县道|乡道|村道|高速公路|高速|公路|线))*`
/** 国道109省道216 are two roads: no further class belongs to the first. */
const lineSuffix = String.raw`(?:\s?(?:高速公路|高速|公路|线))*`
const coded = new RegExp(
  String.raw`(?<![A-Z0-9])(?:国道|省道|县道|乡道|村道)?\s?([GSXYCZ])\s?(\d{1,4})${notStake}${suffix}`,
  'g',
)
const classBefore = new RegExp(
  String.raw`(国道|省道|县道|乡道|村道)\s?(\d{1,4})${notStake}${lineSuffix}`,
  'g',
)
const classAfter = new RegExp(
  String.raw`(?<![\d.+K]|(?:国道|省道|县道|乡道|村道)\s?)(\d{1,4})\s?(国道|省道|县道|乡道|村道)${lineSuffix}`,
  'g',
)
const lineNumber = /(?<![\d.+KA-Z])(\d{1,4})线/g
/** 109 1046.2, 109K1046; behind a dash or a slash only where what follows is a stake by itself: 109-1046+200. */
const leadingNumber = /^(\d{2,4})(?=[ ,、:#]+(?:K ?)?\d|K ?\d|(\s?[-—–/]\s?)(?:K ?\d|\d+[+.]\d))/

const letterOf: Readonly<Record<string, string>> = { 国道: 'G', 省道: 'S', 县道: 'X', 乡道: 'Y', 村道: 'C' }

function comparable(name: string): string {
  return name.normalize('NFKC').toUpperCase().replace(/\s+/gu, ' ').trim()
}

type WordName = { readonly name: string; readonly code: string }

/** A list of roads is read for every row of an import: its names are prepared once. */
const prepared = new WeakMap<readonly RoadName[], readonly WordName[]>()

/** Names of words, longest first, so that 察敖一级公路 is not read as 察敖一级. Codes are found by their pattern. */
function namedRoads(roads: readonly RoadName[]): readonly WordName[] {
  const known = prepared.get(roads)
  if (known) return known
  const names = roads.flatMap(({ code, name, aliases }) =>
    [name, ...aliases, ...name.split(/[()（）]/u), code].map((each) => ({ name: comparable(each), code })),
  )
  const isCode = /^(?:[GSXYCZ]?\d+|国道|省道|县道)(?:国道|省道|线)?$/
  const ordered = names
    .filter(({ name }) => name.length > 1 && !isCode.test(name))
    .sort((a, b) => b.name.length - a.name.length)
  prepared.set(roads, ordered)
  return ordered
}

interface Found {
  readonly codes: readonly string[]
  readonly isNumberOnly?: boolean
}

function byNumber(roads: readonly RoadName[], number: string): string[] {
  const codes = roads.map(({ code }) => code).filter((code) => /^[GSXYCZ]\d+$/.test(code))
  return codes.filter((code) => Number(code.slice(1)) === Number(number))
}

/** Every mention leaves a mark of its own, so that their order in the text is known at the end. */
function collect(text: string, roads: readonly RoadName[], given: string | undefined) {
  const found: Found[] = []
  let rest = text
  const note = (mention: Found) => String.fromCharCode(firstMark + found.push(mention) - 1)
  const take = (pattern: RegExp, read: (...groups: (string | undefined)[]) => Found | undefined) => {
    rest = rest.replace(pattern, (written: string, ...groups: (string | undefined)[]) => {
      const mention = read(...groups)
      return mention ? note(mention) : written
    })
  }
  for (const { name, code } of namedRoads(roads))
    if (rest.includes(name)) rest = rest.split(name).join(note({ codes: [code] }))
  // Y012 and Y12 are one road; one that is not in the list keeps its writing.
  const coding = (letter = '', number = ''): Found => ({
    codes: [byNumber(roads, number).find((each) => each.startsWith(letter)) ?? letter + number],
  })
  take(coded, (letter, number) => coding(letter, number))
  // 109国道1046里程碑: the number before the class is the road's, unless that one has its class in front.
  take(classAfter, (number, kind = '') => coding(letterOf[kind], number))
  take(classBefore, (kind = '', number) => coding(letterOf[kind], number))
  take(lineNumber, (number = '') => ({ codes: byNumber(roads, number) }))
  take(leadingNumber, (number = '', joiner) => {
    const codes = byNumber(roads, number)
    const contradicts = joiner !== undefined && given !== undefined && !codes.includes(given)
    return codes.length === 0 || contradicts ? undefined : { codes, isNumberOnly: true }
  })
  return { found, rest }
}

const mark = '[\uE000-\uF8FF]'
const anyMark = new RegExp(mark, 'g')
const destination = new RegExp(String.raw`(?:往|向|去|朝|至|到)\s?${mark}(?=\s?方向)`, 'g')
/** 原 and 老, but not 高原 or 草原. */
const former = new RegExp(String.raw`(?<![高平草中])[原老旧]\s?(${mark})`, 'g')
const stakeAhead = String.raw`(?:[ZY]?K\s?\d|\d+(?:\.\d+)?\s?(?:\+|公里|千米|KM))`
const beforeStake = new RegExp(String.raw`(${mark})[\s线(),:段]*${stakeAhead}`)
/** 荣乌高速K5, 棋敖线38公里, 气田3号路5公里; not 沿线, 标线, 上行线. */
const unlistedName = new RegExp(
  String.raw`(?:高速公路|高速|公路|[一二三四]级路|旅游路|[\u4E00-\u9FFF](?<![路沿全在标心止黄白实虚视直曲光电行道])线|[\u4E00-\u9FFF](?<![该本此沿道这])路)(?:国道|省道|县道|乡道|村道)?[\s(),:段]*${stakeAhead}`,
)

/** 109-115.5 can be kilometre 115.5 of road 109 or a range. */
function isRangeAsWell(text: string): boolean {
  const [, first, second] = /^(\d{2,4})\s?[-—–/]\s?K?\s?(\d{1,4})/.exec(text) ?? []
  if (first === undefined || second === undefined) return false
  return Number(second) >= Number(first) && Number(second) < Number(first) + 100
}

function warningsOf(text: string, counted: readonly Found[], roads: readonly RoadName[]): StakeWarning[] {
  const warnings: StakeWarning[] = []
  const isUnknown = ({ codes }: Found) => !roads.some((road) => codes.includes(road.code))
  if (roads.length > 0 && counted.some(isUnknown)) warnings.push('road_unknown')
  const isByNumber = counted.some(({ isNumberOnly }) => isNumberOnly === true)
  if (isByNumber) warnings.push('road_from_number')
  const codes = new Set(counted.flatMap((mention) => mention.codes))
  if (codes.size > 1 || (isByNumber && isRangeAsWell(text))) warnings.push('road_ambiguous')
  return warnings
}

/** Finds the roads a normalised text speaks of: by code, by class and number in either order, by name or alias. */
export function findRoadMention(text: string, roads: readonly RoadName[] = [], given?: string): RoadMention {
  const { found, rest } = collect(text, roads, given)
  const mentionOf = (written: string) => found[written.charCodeAt(written.length - 1) - firstMark]!
  const ahead = new Set((rest.match(destination) ?? []).map(mentionOf))
  const old = new Set([...rest.matchAll(former)].map(([, written]) => mentionOf(written!)))
  const named = (rest.match(anyMark) ?? []).map(mentionOf).filter((mention) => !ahead.has(mention))
  const current = named.filter((mention) => !old.has(mention))
  const counted = current.length > 0 ? current : named
  const beside = beforeStake.exec(rest)?.[1]
  const atStake = beside === undefined ? undefined : counted.find((each) => each === mentionOf(beside))
  const road = [...(atStake ? [atStake] : []), ...counted].find(({ codes }) => codes.length > 0)?.codes[0]
  const warnings = warningsOf(text, counted, roads)
  if (old.size > 0) warnings.push('former_road')
  if (ahead.size > 0) warnings.push('direction_unresolved')
  if (counted.length === 0 && roads.length > 0 && unlistedName.test(rest)) warnings.push('road_unknown')
  return {
    ...(road === undefined ? {} : { road }),
    roads: [...new Set(counted.flatMap(({ codes }) => codes))],
    warnings,
    rest: rest.replace(anyMark, namePlace),
  }
}
