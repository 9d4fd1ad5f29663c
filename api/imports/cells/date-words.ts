import { arabicFromChinese } from '../../roads/stakes/chinese-numerals.ts'
import { isCalendarDay, wholeDay, type CalendarDay, type TimeOfDay } from './local-time.ts'
import { readTimeWords } from './time-words.ts'

export interface DateWords {
  readonly day: CalendarDay
  readonly time: TimeOfDay
  readonly doubt?: 'twoDigitYear' | 'monthBeforeDay' | 'doubtfulHour'
  readonly isUtc?: boolean
}

export type DateRefusal = 'noYear' | 'unreadable'

const weekday = /[(]?(?:星期|周)[一二三四五六日天][)]?/g
const numerals = /[〇零○一二三四五六七八九十]+/g
const yearFirst = /^(\d{4}|\d{2})\s*([年\-/.])\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})\s*(?:[日号]|(?!\d))(.*)$/s
const joined = /^((?:19|20)\d{2})(\d{2})(\d{2})(.*)$/s
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)(.*)$/s
const withoutYear = /^\d{1,2}\s*(?:月\s*\d{1,2}\s*[日号]?|[-/.]\d{1,2}(?![-/.\d]))/

/** Half-width, 二〇一八年三月五日 in digits, without the day of the week. */
export function normaliseDateText(text: string): string {
  const plain = text.slice(0, 80).normalize('NFKC').trim().toUpperCase().replace(weekday, ' ')
  const digits = plain.replace(numerals, (run) => arabicFromChinese(run.replaceAll('○', '〇')) ?? run)
  return digits
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

function found(day: CalendarDay, rest: string, doubt?: DateWords['doubt']): DateWords | DateRefusal {
  if (!isCalendarDay(day)) return 'unreadable'
  const tail = rest.trim()
  if (tail === '' || /^(?:许|左右|前后)$/.test(tail))
    return { day, time: wholeDay, ...(doubt ? { doubt } : {}) }
  const time = readTimeWords(tail)
  if (!time) return 'unreadable'
  const doubted = time.isDoubtful ? 'doubtfulHour' : doubt
  return { day, time, ...(doubted ? { doubt: doubted } : {}), ...(time.isUtc ? { isUtc: true } : {}) }
}

/** Two digits of a year are this century's up to the present year. */
const century = (year: number, presentYear: number) => (year <= presentYear % 100 ? 2000 + year : 1900 + year)

function readYearFirst(text: string, presentYear: number): DateWords | DateRefusal | undefined {
  const [, years = '', sign, months, days, rest = ''] = yearFirst.exec(text) ?? []
  if (years === '') return undefined
  const [month, day] = [Number(months), Number(days)]
  if (years.length === 4) return found({ year: Number(years), month, day }, rest)
  // 03/05/18 may begin with any of the three.
  if (sign !== '年' && Number(years) <= 12) return 'unreadable'
  return found({ year: century(Number(years), presentYear), month, day }, rest, 'twoDigitYear')
}

/** 3/5/2018: the American order, which spreadsheets in English write; 15/3/2018 can only be the other one. */
function readYearLast(text: string): DateWords | DateRefusal | undefined {
  const [, first, second, year, rest = ''] = yearLast.exec(text) ?? []
  if (year === undefined) return undefined
  const [a, b] = [Number(first), Number(second)]
  if (a > 12) return found({ year: Number(year), month: b, day: a }, rest)
  return found(
    { year: Number(year), month: a, day: b },
    rest,
    a !== b && b <= 12 ? 'monthBeforeDay' : undefined,
  )
}

/** A date as people write it; `text` is normalised. */
export function readDateWords(text: string, presentYear: number): DateWords | DateRefusal {
  const first = readYearFirst(text, presentYear) ?? readYearLast(text)
  if (first !== undefined) return first
  const [, year, month, day, rest = ''] = joined.exec(text) ?? []
  if (year !== undefined && (rest === '' || /^(?:\d{4}|\d{6}|[\sT].*)$/.test(rest)))
    return found({ year: Number(year), month: Number(month), day: Number(day) }, rest)
  return withoutYear.test(text) ? 'noYear' : 'unreadable'
}
