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
  /** How many number groups it used. */
  readonly marks: number
}

export type ExtentResult = StakeExtent | { readonly refusal: StakeRefusal }

const filler = String.raw`[\s${namePlace}()桩号里程处段附近的由从自起止]*`
const separator = new RegExp(String.raw`^${filler}(?:[-—–―─−‐‑‒~～∼〜]+|至|到|TO)${filler}$`, 'u')
const dashOnly = /^\s?[-—–―─−‐‑‒]\s?$/u

function single(mark: StakeMark): ExtentResult {
  const value = valueOfMark(mark)
  if ('refusal' in value) return value
  return {
    from: value.metres,
    precision: value.precision,
    warnings: value.warnings,
    ambiguous: value.ambiguous,
    marks: 1,
  }
}

interface Completion {
  readonly metres: number
  readonly precision: number
  readonly warnings: readonly StakeWarning[]
  readonly ambiguous?: boolean
}

/** The second stake where it is written short: K1046+200-600, 1046公里200米至600米, K930-985. */
function completed(
  first: { readonly metres: number },
  hasMetres: boolean,
  mark: StakeMark,
): Completion | { refusal: StakeRefusal } | undefined {
  const kilometre = Math.floor(first.metres / 1000) * 1000
  const digits = mark.kind === 'metres' ? (mark.metres ?? '') : mark.kilometres
  const isWhole = /^\d+$/.test(digits) && (mark.kind === 'metres' || mark.metres === undefined)
  if (mark.kind === 'metres' && Number(digits) >= 1000) return { refusal: 'metresTooLarge' }
  if (mark.kind === 'metres')
    return { metres: kilometre + Number(digits), precision: 1, warnings: ['range_shorthand'] }
  if (mark.kind !== 'bare' || !isWhole) return undefined
  if (hasMetres && digits.length === 3)
    return { metres: kilometre + Number(digits), precision: 1, warnings: ['range_shorthand'] }
  if (digits.length > 4) return undefined
  return {
    metres: Number(digits) * 1000,
    precision: 1000,
    warnings: ['range_shorthand'],
    ambiguous: hasMetres,
  }
}

/** K1046-200 cannot go back to K200 on the same breath: the dash stands for a plus. K930-985 can be either. */
function dashForPlus(first: StakeMark, second: StakeMark, between: string): ExtentResult | undefined {
  const bothWhole = first.kind === 'full' && first.metres === undefined && /^\d{1,4}$/.test(first.kilometres)
  const isMetres = second.kind === 'bare' && second.metres === undefined && /^\d{3}$/.test(second.kilometres)
  if (
    !bothWhole ||
    !isMetres ||
    !dashOnly.test(between) ||
    Number(second.kilometres) > Number(first.kilometres)
  )
    return undefined
  const from = Number(first.kilometres) * 1000 + Number(second.kilometres)
  return { from, precision: 1, warnings: ['dash_as_plus'], ambiguous: true, marks: 2 }
}

function rangeOf(first: StakeMark, second: StakeMark): ExtentResult {
  // 1046至1048公里: the unit of the second is the unit of both.
  const borrowsUnit = first.kind === 'bare' && second.kind === 'full' && first.metres === undefined
  const start = valueOfMark(borrowsUnit ? { ...first, kind: 'full' } : first)
  if ('refusal' in start) return start
  const hasMetres = first.metres !== undefined
  const value =
    first.kind === 'full' ? (completed(start, hasMetres, second) ?? valueOfMark(second)) : valueOfMark(second)
  if ('refusal' in value) return value
  const descending: StakeWarning[] = value.metres < start.metres ? ['descending'] : []
  const ownDoubt = borrowsUnit ? false : start.ambiguous
  return {
    from: start.metres,
    to: value.metres,
    precision: Math.max(start.precision, value.precision),
    warnings: [...new Set([...(borrowsUnit ? [] : start.warnings), ...value.warnings, ...descending])],
    ambiguous: ownDoubt || value.ambiguous === true,
    marks: 2,
  }
}

function join(text: string, first: StakeMark, second: StakeMark | undefined): ExtentResult {
  if (!second) return single(first)
  const between = text.slice(first.end, second.start)
  if (!separator.test(between)) return single(first)
  return dashForPlus(first, second, between) ?? rangeOf(first, second)
}

/** What is left when only stakes, their joiners and the usual words around them stand in a text. */
const onlyStakes = new RegExp(
  String.raw`^[\s${namePlace}()（）:,，。;、.桩号里程碑处段附近约左右的由从自起止在于至到上下行方向双全幅车道线路侧国省县乡\-—–―─−~～]*$`,
  'u',
)

function outside(text: string, marks: readonly StakeMark[]): string {
  return marks.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
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
  const extent = join(text, marks[at]!, marks[at + 1])
  if ('refusal' in extent) return extent
  const others = marks
    .slice(at + extent.marks)
    .filter(({ kind }) => kind === 'full' || (bareOnly && kind === 'bare'))
  if (others.length === 0) return extent
  return { ...extent, warnings: [...extent.warnings, 'several_stakes'], ambiguous: true }
}
