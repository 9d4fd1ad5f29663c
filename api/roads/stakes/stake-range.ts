import { namePlace } from './road-mention.ts'
import type { StakeMark } from './stake-mark.ts'
import type { StakeRefusal, StakeWarning } from './stake-reading.ts'
import { valueOfMark } from './stake-value.ts'

/** One stake or two that a dash or 至 joins. */
export interface StakeExtent {
  readonly from: number
  readonly to?: number
  readonly precision: number
  readonly warnings: readonly StakeWarning[]
  readonly ambiguous: boolean
  readonly alternatives: readonly number[]
  /** Where in the text it stands. */
  readonly start: number
  readonly end: number
  /** The number groups behind it. */
  readonly others: readonly StakeMark[]
}

type Extent = Omit<StakeExtent, 'start' | 'end' | 'others'> & { readonly marks: 1 | 2 }
type Joined = Extent | { readonly refusal: StakeRefusal }

export type ExtentResult = StakeExtent | { readonly refusal: StakeRefusal }

const filler = String.raw`[\s${namePlace}()桩号里程处段附近的由从自起止]*`
const separator = new RegExp(String.raw`^${filler}(?:[-—–―─−‐‑‒~～∼〜]+|至|到|TO)${filler}$`, 'u')
/** 1046公里与1047公里之间. */
const listed = /^处?\s?(?:与|和|、|及)\s?$/
const closesRange = /^处?\s?之?间/
const dashOnly = /^\s?[-—–―─−‐‑‒]\s?$/u

function single(mark: StakeMark): Joined {
  const value = valueOfMark(mark)
  if ('refusal' in value) return value
  const { metres, ...rest } = value
  return { from: metres, ...rest, marks: 1 }
}

interface Completion {
  readonly metres: number
  readonly precision: number
  readonly warnings: readonly StakeWarning[]
  readonly ambiguous: boolean
}

/** K1046+900-100 goes back within its kilometre, or on into the next one: that must be asked. */
function withinKilometre(first: number, digits: string): Completion {
  const metres = Math.floor(first / 1000) * 1000 + Number(digits)
  return { metres, precision: 1, warnings: ['range_shorthand'], ambiguous: metres < first }
}

/** The second stake where it is written short: K1046+200-600, 1046公里200米至600米, K930-985. */
function completed(
  first: number,
  hasMetres: boolean,
  mark: StakeMark,
): Completion | { refusal: StakeRefusal } | undefined {
  const digits = mark.kind === 'metres' ? (mark.metres ?? '') : mark.kilometres
  if (mark.kind === 'metres' && Number(digits) >= 1000) return { refusal: 'metresTooLarge' }
  if (mark.kind === 'metres') return withinKilometre(first, digits)
  if (mark.kind !== 'bare' || mark.metres !== undefined || !/^\d{1,4}$/.test(digits)) return undefined
  if (hasMetres && digits.length === 3) return withinKilometre(first, digits)
  return {
    metres: Number(digits) * 1000,
    precision: 1000,
    warnings: ['range_shorthand'],
    ambiguous: hasMetres,
  }
}

/** No stretch of the work is longer: K12-500 is no stretch of 488 km. */
const longestKilometres = 100

/** K1046-200 cannot go back to K200 on the same breath: the dash stands for a plus. K930-985 can be either. */
function dashForPlus(first: StakeMark, second: StakeMark, between: string): Joined | undefined {
  const isWhole = first.metres === undefined && /^\d{1,4}$/.test(first.kilometres)
  const isMetres = second.kind === 'bare' && second.metres === undefined && /^\d{3}$/.test(second.kilometres)
  if (!isWhole || !isMetres || !dashOnly.test(between)) return undefined
  const [start, end] = [Number(first.kilometres) * 1000, Number(second.kilometres) * 1000]
  const plus = start + end / 1000
  const doubt = { ambiguous: true, marks: 2 } as const
  if (end <= start || end > start + longestKilometres * 1000)
    return { from: plus, precision: 1, warnings: ['dash_as_plus'], alternatives: [start], ...doubt }
  const warnings: StakeWarning[] = ['range_shorthand']
  return { from: start, to: end, precision: 1000, warnings, alternatives: [plus], ...doubt }
}

function rangeOf(first: StakeMark, second: StakeMark): Joined {
  // 1046至1048公里: the unit of the second is the unit of both.
  const borrowsUnit = first.kind === 'bare' && second.kind === 'full' && first.metres === undefined
  const start = valueOfMark(borrowsUnit ? { ...first, kind: 'full' } : first)
  if ('refusal' in start) return start
  const short =
    first.kind === 'full' ? completed(start.metres, first.metres !== undefined, second) : undefined
  const value = short ?? valueOfMark(second)
  if ('refusal' in value) return value
  const descending: StakeWarning[] = value.metres < start.metres ? ['descending'] : []
  return {
    from: start.metres,
    to: value.metres,
    precision: Math.max(start.precision, value.precision),
    warnings: [...new Set([...(borrowsUnit ? [] : start.warnings), ...value.warnings, ...descending])],
    ambiguous: (!borrowsUnit && start.ambiguous) || value.ambiguous,
    alternatives: borrowsUnit ? [] : start.alternatives,
    marks: 2,
  }
}

function join(text: string, first: StakeMark, second: StakeMark | undefined): Joined {
  if (!second) return single(first)
  const between = text.slice(first.end, second.start)
  const isBetween = listed.test(between) && closesRange.test(text.slice(second.end, second.end + 8))
  if (isBetween) return rangeOf(first, second)
  if (!separator.test(between)) return single(first)
  return dashForPlus(first, second, between) ?? rangeOf(first, second)
}

/** What is left when only stakes, their joiners and the usual words around them stand in a text. */
const onlyStakes = new RegExp(
  String.raw`^[\s${namePlace}()（）:,，。;；、.桩号里程碑处段附近约左右的由从自起止在于至到上下行方向双全幅车道线路侧国省县乡\-—–―─−~～]*$`,
  'u',
)

function outside(text: string, marks: readonly StakeMark[]): string {
  let rest = ''
  let at = 0
  for (const { start, end } of marks) {
    rest += text.slice(at, start)
    at = end
  }
  return rest + text.slice(at)
}

/** The first place or range of a text. Bare numbers count only where nothing but stakes is written: a date is none. */
export function readExtent(text: string, marks: readonly StakeMark[]): ExtentResult {
  const firstFull = marks.findIndex(({ kind }) => kind === 'full')
  const bareOnly =
    firstFull < 0 && marks.some(({ kind }) => kind === 'bare') && onlyStakes.test(outside(text, marks))
  let at = bareOnly ? marks.findIndex(({ kind }) => kind === 'bare') : firstFull
  const before = marks[at - 1]
  const first = marks[at]
  if (!first) return { refusal: 'noStake' }
  const opensRange =
    before?.kind === 'bare' &&
    first.metres === undefined &&
    separator.test(text.slice(before.end, first.start))
  if (opensRange) at -= 1
  const joined = join(text, marks[at]!, marks[at + 1])
  if ('refusal' in joined) return joined
  const { marks: used, ...extent } = joined
  return {
    ...extent,
    start: marks[at]!.start,
    end: marks[at + used - 1]!.end,
    others: marks.slice(at + used).filter(({ kind }) => kind !== 'bare' || bareOnly),
  }
}
