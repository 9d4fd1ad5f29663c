import type { RoadName, StakeWarning } from './stake-reading.ts'

export interface RoadMention {
  readonly road?: string
  readonly warnings: readonly StakeWarning[]
  /** The text without the road names: their digits are no stakes. */
  readonly rest: string
}

/** Stands where a road name stood; of the private use area, so that no ordinary text has it. */
export const namePlace = '\uE000'

/** 省道77公里 is a stake on some provincial road, not 省道77. */
const notStake = String.raw`(?![\d.]|\s?(?:公里|千米|KM|米|\+))`
const suffix = String.raw`(?:\s?(?:国道|省道|县道|乡道|村道|高速公路|高速|公路|线))*`
const coded = new RegExp(
  String.raw`(?<![A-Z0-9])(?:国道|省道|县道|乡道|村道)?\s?([GSXYCZ])\s?(\d{1,4})${notStake}${suffix}`,
  'g',
)
const classBefore = new RegExp(String.raw`(国道|省道|县道|乡道|村道)\s?(\d{1,4})${notStake}${suffix}`, 'g')
const classAfter = new RegExp(String.raw`(?<![\d.+K])(\d{1,4})\s?(国道|省道|县道|乡道|村道)${suffix}`, 'g')
const lineNumber = /(?<![\d.+KA-Z])(\d{1,4})线/g
const leadingNumber = /^(\d{2,4})(?=[ ,,、:]+(?:K ?)?\d)/

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
  readonly written: string
}

function byNumber(roads: readonly RoadName[], number: string): string[] {
  const codes = roads.map(({ code }) => code).filter((code) => /^[GSXYCZ]\d+$/.test(code))
  return codes.filter((code) => Number(code.slice(1)) === Number(number))
}

function warningsOf(found: readonly Found[], roads: readonly RoadName[]): StakeWarning[] {
  const codes = new Set(found.flatMap((mention) => mention.codes))
  const isUnknown = (mention: Found) =>
    mention.codes.length === 0 || !roads.some((road) => mention.codes.includes(road.code))
  const warnings: StakeWarning[] = []
  if (roads.length > 0 && found.some(isUnknown)) warnings.push('road_unknown')
  if (codes.size > 1) warnings.push('road_ambiguous')
  return warnings
}

/** Finds the roads a normalised text speaks of: by code, by class and number in either order, by name or alias. */
export function findRoadMention(text: string, roads: readonly RoadName[] = []): RoadMention {
  const found: Found[] = []
  const note = (codes: readonly string[], written: string) => {
    found.push({ codes, written })
    return namePlace
  }
  let rest = text
  for (const { name, code } of namedRoads(roads))
    if (rest.includes(name)) {
      rest = rest.split(name).join(namePlace)
      note([code], name)
    }
  // Y012 and Y12 are one road; one that is not in the list keeps its writing.
  const code = (letter: string, number: string) => {
    const known = byNumber(roads, number).find((each) => each.startsWith(letter))
    return [known ?? letter + number]
  }
  rest = rest.replace(coded, (written, letter: string, number: string) => note(code(letter, number), written))
  rest = rest.replace(classBefore, (written, kind: string, number: string) =>
    note(code(letterOf[kind]!, number), written),
  )
  rest = rest.replace(classAfter, (written, number: string, kind: string) =>
    note(code(letterOf[kind]!, number), written),
  )
  rest = rest.replace(lineNumber, (written, number: string) => note(byNumber(roads, number), written))
  rest = rest.replace(leadingNumber, (written, number: string) => {
    const codes = byNumber(roads, number)
    return codes.length > 0 ? note(codes, written) : written
  })
  const first = found.find(({ codes }) => codes.length > 0)?.codes[0]
  return { ...(first === undefined ? {} : { road: first }), warnings: warningsOf(found, roads), rest }
}
