import { roadMessages } from '../../roads/road-messages.ts'
import type {
  StakeContext,
  StakeDirection,
  StakeReading,
  StakeSide,
  StakeWarning,
} from '../../roads/stakes/stake-reading.ts'
import { parseStakeText } from '../../roads/stakes/stake-text.ts'
import { stakeWarningText } from '../../roads/stakes/stake-warnings.ts'
import type { Cell } from '../import-types.ts'
import {
  absenceOf,
  empty,
  halfWidth,
  noted,
  read,
  toCheck,
  unread,
  type CellIssue,
  type CellReading,
} from './cell-reading.ts'
import { plainText } from './read-text.ts'
import { stakeMessages } from './stake-messages.ts'

export interface ReadStake {
  readonly road?: string
  readonly stake: number
  readonly direction?: StakeDirection
  readonly side?: StakeSide
}

/** The platform's own form, which nine of ten rows have, needs no further reading. */
const canonical = /^K(\d{1,4})\+(\d{3})$/
const harmless: readonly StakeWarning[] = [
  'direction_from_bearing',
  'side_by_travel',
  'side_assumed',
  'side_from_bearing',
]

/** What the reader of stakes assumed: most of it is to be checked, the harmless is only noted. */
export function stakeIssues(
  text: string,
  { warnings, ambiguous, alternatives = [] }: StakeReading,
  alsoHarmless: readonly StakeWarning[] = [],
): CellIssue[] {
  const noticed = [...harmless, ...alsoHarmless]
  const issues = warnings.map((warning) =>
    (noticed.includes(warning) ? noted : toCheck)(`stake_${warning}`, stakeWarningText(warning)),
  )
  if (ambiguous) issues.push(toCheck('stake_ambiguous', stakeMessages.ambiguous(text, alternatives)))
  return issues
}

function issuesOf(text: string, reading: StakeReading): CellIssue[] {
  const issues = stakeIssues(text, reading)
  if (reading.to !== undefined) issues.push(toCheck('stake_range', stakeMessages.range(text)))
  return issues
}

/** A stake in any usual spelling; what the reader of texts assumed becomes issues. */
export function readStakeWords(text: string, context: StakeContext): CellReading<ReadStake> {
  const plain = canonical.exec(text)
  const named = context.road === undefined ? {} : { road: context.road }
  if (plain) return read({ ...named, stake: Number(plain[1]) * 1000 + Number(plain[2]) })
  const parsed = parseStakeText(text, context)
  if (!parsed.ok) {
    const message = roadMessages.unreadableStake(parsed.refusal, text)
    return unread(
      toCheck(parsed.refusal === 'metresTooLarge' ? 'stake_metres_too_large' : 'stake_unreadable', message),
    )
  }
  const { road, from, direction, side } = parsed.reading
  const value: ReadStake = {
    stake: from,
    ...(road === undefined ? {} : { road }),
    ...(direction === undefined ? {} : { direction }),
    ...(side === undefined ? {} : { side }),
  }
  return read(value, ...issuesOf(text, parsed.reading))
}

/** One column with the whole stake. */
export function readStakeCell(cell: Cell, context: StakeContext): CellReading<ReadStake> {
  const text = plainText(cell)
  return absenceOf(halfWidth(text)) ? empty : readStakeWords(text, context)
}

interface Part {
  readonly value?: number
  readonly isUnreadable?: boolean
  readonly wasConfusable?: boolean
}

const partPattern = /^[K+]?(\d{1,7}(?:\.\d{1,3})?)(?:公里|千米|KM|米|M)?(?:处)?$/

/** A part of a stake is a number; letters that look like digits are read as such, as in stakes. */
function readPart(cell: Cell | undefined): Part {
  if (typeof cell === 'number') return cell >= 0 ? { value: cell } : { isUnreadable: true }
  const text = halfWidth(plainText(cell)).toUpperCase().replace(/\s+/g, '')
  if (absenceOf(text)) return {}
  const digits = text.replace(/O/g, '0').replace(/[LI|](?=\d|$)/g, '1')
  const value = partPattern.exec(digits)?.[1]
  return value === undefined
    ? { isUnreadable: true }
    : { value: Number(value), wasConfusable: digits !== text }
}

const isWholeStake = (cell: Cell | undefined) =>
  typeof cell === 'string' && /\d.*(?:\+|＋|公里|[kK][mM]).*\d/.test(cell)

/** Kilometres and metres in two columns. */
export function readStakeColumns(
  km: Cell,
  metre: Cell | undefined,
  context: StakeContext,
): CellReading<ReadStake> {
  if (isWholeStake(km)) return readStakeCell(km, context)
  const [kilometres, metres] = [readPart(km), readPart(metre)]
  const written = `${plainText(km)} ${plainText(metre)}`.trim()
  if (kilometres.isUnreadable || metres.isUnreadable)
    return unread(toCheck('stake_unreadable', stakeMessages.unreadablePart(written)))
  if (kilometres.value === undefined)
    return metres.value === undefined
      ? empty
      : unread(toCheck('stake_unreadable', stakeMessages.metresAlone(written)))
  const confusable =
    kilometres.wasConfusable || metres.wasConfusable
      ? [toCheck('stake_confusable', stakeWarningText('confusable'))]
      : []
  if (kilometres.value > 9999)
    return unread(toCheck('stake_unreadable', stakeMessages.unreadablePart(written)))
  const hasFraction = !Number.isInteger(kilometres.value)
  const named = context.road === undefined ? {} : { road: context.road }
  if (metres.value === undefined) {
    const stake = Math.round(kilometres.value * 1000)
    return read(
      { ...named, stake },
      ...confusable,
      ...(hasFraction ? [] : [noted('stake_kilometre_only', stakeMessages.kilometreOnly(stake))]),
    )
  }
  if (metres.value >= 1000)
    return unread(toCheck('stake_metres_too_large', stakeMessages.metresTooLarge(plainText(metre))))
  if (hasFraction) return unread(toCheck('stake_unreadable', stakeMessages.unreadablePart(written)))
  return read({ ...named, stake: kilometres.value * 1000 + Math.round(metres.value) }, ...confusable)
}
