import type { Cell } from '../import-types.ts'
import { cellMessages } from './cell-messages.ts'
import {
  absenceOf,
  empty,
  noted,
  read,
  toCheck,
  unread,
  type CellIssue,
  type CellReading,
} from './cell-reading.ts'
import { normaliseDateText, readDateWords, type DateWords } from './date-words.ts'
import {
  fromSerial,
  isCalendarDay,
  momentOf,
  wholeDay,
  type CalendarDay,
  type LocalMoment,
  type TimeOfDay,
} from './local-time.ts'
import { plainText } from './read-text.ts'
import { readTimeWords } from './time-words.ts'

export interface DateContext {
  readonly now: Date
  /** The workbook counts its days from 1904. */
  readonly is1904?: boolean | undefined
}

export interface ReadMoment extends LocalMoment {
  readonly day: CalendarDay
}

/** 1990 to 2090 in either count; other numbers are no dates of accidents. */
const serials = { from: 31_000, to: 70_000 } as const
const plainForm = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/
const earliestYear = 1990
const minuteMs = 60_000

function checked(text: string, day: CalendarDay, time: TimeOfDay, context: DateContext, issues: CellIssue[]) {
  const moment = momentOf(day, time)
  if (day.year < earliestYear) issues.push(toCheck('date_too_early', cellMessages.tooEarly(text)))
  else if (Date.parse(moment.at) > context.now.getTime() + minuteMs)
    issues.push(toCheck('date_future', cellMessages.inFuture(text)))
  return read({ ...moment, day }, ...issues)
}

/** What the file itself keeps as a date: at midnight nobody wrote a time. */
function readPlainForm(text: string, isDateCell: boolean): { day: CalendarDay; time: TimeOfDay } | undefined {
  const found = plainForm.exec(text)
  if (!found) return undefined
  const [, years, , months, dates, hours, minutes, seconds] = found
  const [year, month, date] = [Number(years), Number(months), Number(dates)]
  const [hour, minute, second] = [Number(hours ?? 0), Number(minutes ?? 0), Number(seconds ?? 0)]
  const day = { year, month, day: date }
  if (!isCalendarDay(day) || hour > 23 || minute > 59 || second > 59) return undefined
  const isWhole = hours === undefined || (isDateCell && hour + minute + second === 0)
  return { day, time: isWhole ? wholeDay : { hour, minute, second, precision: 'minute' } }
}

function readNumber(text: string, value: number, context: DateContext): CellReading<ReadMoment> | undefined {
  if (value < serials.from || value > serials.to) return undefined
  const { day, time } = fromSerial(value, context.is1904 === true)
  const written = momentOf(day, time).at.slice(0, 16).replace('T', ' ')
  return checked(text, day, time, context, [
    noted('date_from_serial', cellMessages.fromSerial(text, written)),
  ])
}

/** The zone is said, so the clock here showed eight hours more. */
function inLocalClock({ day, time }: DateWords): { day: CalendarDay; time: TimeOfDay } {
  const ms = Date.UTC(day.year, day.month - 1, day.day, time.hour + 8, time.minute, time.second)
  const local = new Date(ms)
  return {
    day: { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() },
    time: { ...time, hour: local.getUTCHours() },
  }
}

function doubtOf(text: string, { doubt, day }: DateWords): CellIssue[] {
  if (doubt === 'twoDigitYear')
    return [toCheck('date_two_digit_year', cellMessages.twoDigitYear(text, day.year))]
  if (doubt === 'monthBeforeDay') return [toCheck('date_month_day', cellMessages.monthBeforeDay(text))]
  return doubt ? [toCheck('date_doubtful_hour', cellMessages.doubtfulHour(text))] : []
}

function readWords(text: string, context: DateContext): CellReading<ReadMoment> {
  const normalised = normaliseDateText(text)
  if (/^\d+(?:\.\d+)?$/.test(normalised)) {
    const number = readNumber(text, Number(normalised), context)
    if (number) return number
  }
  const words = readDateWords(normalised, context.now.getUTCFullYear())
  if (words === 'noYear') return unread(toCheck('date_no_year', cellMessages.noYear(text)))
  if (words === 'unreadable') return unread(toCheck('date_unreadable', cellMessages.unreadableDate(text)))
  const { day, time } = words.isUtc ? inLocalClock(words) : words
  return checked(text, day, time, context, doubtOf(text, words))
}

/** A date as spreadsheets, platforms and people write it, on the clock of Asia/Shanghai. */
export function readDate(cell: Cell, context: DateContext): CellReading<ReadMoment> {
  const text = plainText(cell)
  const absence = absenceOf(text)
  if (absence === 'blank' || absence === 'nothing') return empty
  const plain = readPlainForm(text, typeof cell === 'object')
  return plain ? checked(text, plain.day, plain.time, context, []) : readWords(text, context)
}

/** The clock time where it has a column of its own: 14:30, 14时许, 0.604 or a date cell of the first day. */
export function readTimeOfDay(cell: Cell): CellReading<TimeOfDay> {
  const text = plainText(cell)
  const absence = absenceOf(text)
  if (absence === 'blank' || absence === 'nothing') return empty
  if (typeof cell === 'number' && cell >= 0 && cell < 1) {
    const { time } = fromSerial(cell, false)
    return read(cell === 0 ? { ...time, precision: 'minute' } : time)
  }
  const ofFirstDay = /^(?:1899|1900|1904)-\d{2}-\d{2} (\d{2}:\d{2}(?::\d{2})?)/.exec(text)?.[1]
  const time = readTimeWords(ofFirstDay ?? normaliseDateText(text))
  if (!time) return unread(toCheck('time_unreadable', cellMessages.unreadableTime(text)))
  return read(
    time,
    ...(time.isDoubtful ? [toCheck('date_doubtful_hour', cellMessages.doubtfulHour(text))] : []),
  )
}

/** Date and time from two columns. */
export function joinDateAndTime(date: ReadMoment, time: TimeOfDay): ReadMoment {
  return { ...momentOf(date.day, time), day: date.day }
}
