import type { CoordinateForm } from './coordinate-reading.ts'

/** What the writer says a number is; X and Y mean either, by trade. */
export type AxisLabel = 'lon' | 'lat' | 'x' | 'y'

export interface AngleToken {
  readonly value: number
  readonly form: Exclude<CoordinateForm, 'projected'>
  /** Metres that the last written digit stands for, were it degrees. */
  readonly precision: number
  readonly isOverflowing: boolean
  readonly start: number
  readonly end: number
  readonly label?: AxisLabel | undefined
}

interface LabelToken {
  readonly axis: AxisLabel
  readonly isNegative: boolean
  readonly start: number
  readonly end: number
}

type Token = LabelToken | AngleToken

const number = String.raw`\d+(?:\.\d+)?`
const minutes = String.raw`\d{1,2}(?:\.\d+)?`
const pattern = new RegExp(
  [
    String.raw`(?<word>东经|西经|北纬|南纬|经度|纬度|经|纬)`,
    String.raw`(?<![A-Za-z])(?<latin>longitude|latitude|easting|northing|east|north|long|lng|lon|lag|lat|[ENWSXY])(?![A-Za-z])`,
    String.raw`(?<!\d)(?<degrees>\d{1,3})°\s*(?<minutes>${minutes})(?![\d.]|\s*°)'?(?:(?<=')\s*(?<seconds>${minutes})(?![\d.]|\s*[°'])"?)?`,
    String.raw`(?<![\d:])(?<clockDegrees>\d{2,3}):(?<clockMinutes>\d{2}):(?<clockSeconds>${minutes})(?![\d:])`,
    String.raw`(?<decimal>(?:(?<![\d.°'"])[-+])?${number})°?`,
  ].join('|'),
  'gi',
)

const words: Readonly<Record<string, readonly [AxisLabel, boolean]>> = {
  东经: ['lon', false],
  西经: ['lon', true],
  北纬: ['lat', false],
  南纬: ['lat', true],
  经度: ['lon', false],
  纬度: ['lat', false],
  经: ['lon', false],
  纬: ['lat', false],
  e: ['lon', false],
  w: ['lon', true],
  n: ['lat', false],
  s: ['lat', true],
  x: ['x', false],
  y: ['y', false],
  east: ['lon', false],
  easting: ['lon', false],
  north: ['lat', false],
  northing: ['lat', false],
}

/** lng, lon, long and lag (a misspelt heading that is about) are longitudes, lat and latitude are not. */
const axisOf = (word: string): readonly [AxisLabel, boolean] =>
  words[word] ?? [word.startsWith('lat') ? 'lat' : 'lon', false]

/** Metres in one degree of latitude; a longitude is somewhat shorter. */
const degreeMetres = 111_000

const decimalsOf = (text: string) => text.split('.')[1]?.length ?? 0
const lastDigit = (text: string, unit: number) => unit / 10 ** decimalsOf(text)

type Groups = Readonly<Record<string, string | undefined>>

function sexagesimal(degrees: string, minute: string, second: string | undefined) {
  const isOverflowing = Number(minute) >= 60 || Number(second ?? 0) >= 60
  const value = Number(degrees) + Number(minute) / 60 + Number(second ?? 0) / 3600
  return second === undefined
    ? { value, form: 'dm' as const, precision: lastDigit(minute, degreeMetres / 60), isOverflowing }
    : { value, form: 'dms' as const, precision: lastDigit(second, degreeMetres / 3600), isOverflowing }
}

function angleOf(groups: Groups): Omit<AngleToken, 'start' | 'end'> {
  const { degrees, minutes: minute, seconds, clockDegrees, clockMinutes, clockSeconds, decimal = '' } = groups
  if (degrees !== undefined && minute !== undefined) return sexagesimal(degrees, minute, seconds)
  if (clockDegrees !== undefined) return sexagesimal(clockDegrees, clockMinutes ?? '', clockSeconds)
  const precision = lastDigit(decimal, degreeMetres)
  return { value: Number(decimal), form: 'decimal', precision, isOverflowing: false }
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(pattern)].map((match) => {
    const groups: Groups = match.groups ?? {}
    const span = { start: match.index, end: match.index + match[0].length }
    const label = groups['word'] ?? groups['latin']?.toLowerCase()
    if (label === undefined) return { ...angleOf(groups), ...span }
    const [axis, isNegative] = axisOf(label)
    return { axis, isNegative, ...span }
  })
}

const isAngle = (token: Token): token is AngleToken => 'value' in token

interface Neighboured {
  readonly angle: AngleToken
  readonly before: LabelToken | undefined
  readonly after: LabelToken | undefined
}

/** A letter with other words between it and the number is not about the number: the x of a path, the S of a road. */
const belongsBefore = /^["'\s:=,(为是约]*$/
const belongsBehind = /^["'\s,)]*$/

function neighboured(text: string): Neighboured[] {
  const tokens = tokensOf(text)
  const labelAt = (index: number) => {
    const token = tokens[index]
    return token && !isAngle(token) ? token : undefined
  }
  return tokens.flatMap((angle, index) => {
    if (!isAngle(angle)) return []
    const [before, after] = [labelAt(index - 1), labelAt(index + 1)]
    const isBefore = before && belongsBefore.test(text.slice(before.end, angle.start))
    const isBehind = after && belongsBehind.test(text.slice(angle.end, after.start))
    return [{ angle, before: isBefore ? before : undefined, after: isBehind ? after : undefined }]
  })
}

const differ = (a: LabelToken | undefined, b: LabelToken | undefined) =>
  a !== undefined && b !== undefined && a.axis !== b.axis

/** Letters stand before their numbers or behind them: E107.97 N39.09 or 107.97E 39.09N. */
function labelsOf(a: Neighboured, b: Neighboured) {
  if (differ(a.before, b.before)) return [a.before, b.before] as const
  if (differ(a.after, b.after)) return [a.after, b.after] as const
  const isBehind = a.after !== undefined && !a.before && a.after.start === a.angle.end
  return isBehind ? ([a.after, undefined] as const) : ([a.before, b.before] as const)
}

function labelled(angle: AngleToken, label: LabelToken | undefined): AngleToken {
  return label ? { ...angle, label: label.axis, value: label.isNegative ? -angle.value : angle.value } : angle
}

export type AnglePair = readonly [AngleToken, AngleToken]

/** Every two numbers that follow each other, with what the writer calls them. */
export function findAnglePairs(text: string): { pairs: AnglePair[]; count: number } {
  const angles = neighboured(text)
  const pairs = angles.slice(1).map((second, i): AnglePair => {
    const first = angles[i]!
    const [a, b] = labelsOf(first, second)
    return [labelled(first.angle, a), labelled(second.angle, b)]
  })
  return { pairs, count: angles.length }
}
