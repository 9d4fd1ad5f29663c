import {
  absenceOf,
  halfWidth,
  noted,
  read,
  toCheck,
  unread,
  type CellReading,
} from '../cells/cell-reading.ts'
import { normaliseDateText } from '../cells/date-words.ts'
import { dayFromEpochMs, isCalendarDay, type CalendarDay } from '../cells/local-time.ts'
import { readDate } from '../cells/read-date.ts'
import { plainText } from '../cells/read-text.ts'
import type { Cell } from '../import-types.ts'
import { hazardRowMessages } from './hazard-messages.ts'

export interface ReadDue {
  /** The words as they stand. */
  readonly text: string
  /** YYYY-MM-DD, where the words mean a day. */
  readonly date?: string
}

export interface DueContext {
  /** When the hazard was found: 15日内 and 年底前 count from there. */
  readonly foundOn?: CalendarDay | undefined
  readonly is1904?: boolean | undefined
}

const dayMs = 86_400_000
/** A time limit lies ahead; the reader of dates must not wonder at that. */
const farAhead = new Date(Date.UTC(2190, 0, 1))
const two = (value: number) => String(value).padStart(2, '0')
const isoDay = ({ year, month, day }: CalendarDay) => `${year}-${two(month)}-${two(day)}`
const lastDay = (year: number, month: number): CalendarDay => dayFromEpochMs(Date.UTC(year, month, 0))

const withoutDay = /立即|立行立改|马上|即时|即刻|尽快|长期|常态|持续|随时/
const closing = String.raw`(?:年?底|末|内)?(?:之)?(?:以)?前?(?:完成|整改|整改完成|完成整改|完毕)*`
const yearEnd = new RegExp(String.raw`^(?:(\d{4})年?|[今本当]年)?(?:年?(?:底|末|终|内)|12月底)${closing}$`)
const wholeYear = new RegExp(String.raw`^(\d{4})年(?:度|内|以内|之内)?(?:前)?(?:完成|整改完成)*$`)
const half = new RegExp(String.raw`^(?:(\d{4})年)?(上|下)半年${closing}$`)
const quarter = new RegExp(String.raw`^(?:(\d{4})年)?(?:第)?([1-4])季度${closing}$`)
const month = new RegExp(
  String.raw`^(?:(\d{4})[年.\-/])?(\d{1,2})月?(份)?(底|末|内|前)*(?:之)?(?:以)?(前)?(?:完成|整改完成|完成整改)*$`,
)
const day =
  /^(?:于|在)?(?:(\d{4})[年.\-/])?(\d{1,2})[月.\-/](\d{1,2})(?:日|号)?(?:之前|以前|前)?(?:完成|整改|整改完成|完成整改|完毕)*$/
const within =
  /^(?:限期|限|在)?(\d{1,3})(个?工作日|个月|个星期|天|日|周|月)(?:以?内|之内)?(?:完成|整改|整改完成|完成整改)*$/

interface Meant {
  readonly day?: CalendarDay
  /** The year, or the day to count from, was not written. */
  readonly isAssumed?: boolean
  readonly isUncertain?: boolean
}

function inYear(
  written: string | undefined,
  found: CalendarDay | undefined,
  of: (year: number) => CalendarDay,
): Meant {
  const year = written === undefined ? found?.year : Number(written)
  if (year === undefined) return { isUncertain: true }
  const meant = of(year)
  return isCalendarDay(meant) ? { day: meant, isAssumed: written === undefined } : { isUncertain: true }
}

function countFrom(found: CalendarDay | undefined, count: number, unit: string): Meant {
  // Working days need the calendar of public holidays.
  if (!found || unit.includes('工作日')) return { isUncertain: true }
  if (/月/.test(unit)) {
    const target = lastDay(found.year, found.month + count)
    return { day: { ...target, day: Math.min(found.day, target.day) }, isAssumed: true }
  }
  const days = /周|星期/.test(unit) ? count * 7 : count
  return {
    day: dayFromEpochMs(Date.UTC(found.year, found.month - 1, found.day) + days * dayMs),
    isAssumed: true,
  }
}

function monthEnd(text: string, found: CalendarDay | undefined): Meant | undefined {
  const [whole, year, months] = month.exec(text) ?? []
  if (whole === undefined || (!/月/.test(whole) && year === undefined)) return undefined
  const number = Number(months)
  if (number < 1 || number > 12) return { isUncertain: true }
  const meant = inYear(year, found, (given) => lastDay(given, number))
  // 6月前 may end with May; 6月底前 does not.
  return /前/.test(whole) && !/底|末|内/.test(whole) ? { ...meant, isAssumed: true } : meant
}

function meaningOf(text: string, found: CalendarDay | undefined): Meant | undefined {
  const [isYearEnd, endYear] = yearEnd.exec(text) ?? []
  if (isYearEnd !== undefined) return inYear(endYear, found, (year) => ({ year, month: 12, day: 31 }))
  const year = wholeYear.exec(text)?.[1]
  if (year !== undefined) return { day: { year: Number(year), month: 12, day: 31 }, isAssumed: true }
  const [isHalf, halfYear, which] = half.exec(text) ?? []
  if (isHalf !== undefined) return inYear(halfYear, found, (given) => lastDay(given, which === '上' ? 6 : 12))
  const [isQuarter, quarterYear, number] = quarter.exec(text) ?? []
  if (isQuarter !== undefined)
    return inYear(quarterYear, found, (given) => lastDay(given, Number(number) * 3))
  const [isDay, dayYear, months, days] = day.exec(text) ?? []
  if (isDay !== undefined)
    return inYear(dayYear, found, (given) => ({ year: given, month: Number(months), day: Number(days) }))
  const [isWithin, count, unit] = within.exec(text) ?? []
  if (isWithin !== undefined) return countFrom(found, Number(count), unit!)
  return monthEnd(text, found)
}

function readWords(text: string, { foundOn }: DueContext): CellReading<ReadDue> {
  if (!/\d/.test(text) && (withoutDay.test(text) || /^限期(?:整改|治理|完成)?$/.test(text)))
    return read({ text }, noted('due_without_date', hazardRowMessages.dueWithoutDate(text)))
  const meant = meaningOf(normaliseDateText(text).replace(/\s/g, ''), foundOn)
  if (!meant?.day) return read({ text }, toCheck('due_unreadable', hazardRowMessages.unreadableDue(text)))
  const date = isoDay(meant.day)
  const issue = meant.isAssumed ? toCheck : noted
  return read({ text, date }, issue('due_from_words', hazardRowMessages.dueFromWords(text, date)))
}

/** A day as a cell of the file, as a number or in words: 立即整改, 2018年底前, 15日内. */
export function readDue(cell: Cell, context: DueContext): CellReading<ReadDue> {
  const text = plainText(cell)
  const absence = absenceOf(halfWidth(cell))
  if (absence === 'blank' || absence === 'nothing') return { issues: [] }
  if (absence) return unread(toCheck('due_unreadable', hazardRowMessages.unreadableDue(text)))
  const date = readDate(cell, { now: farAhead, is1904: context.is1904 })
  if (!date.value) return readWords(text, context)
  const iso = isoDay(date.value.day)
  return read({ text: typeof cell === 'string' ? text : iso, date: iso }, ...date.issues)
}
