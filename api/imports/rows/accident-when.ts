import { cellMessages } from '../cells/cell-messages.ts'
import { halfWidth, noted, read, toCheck, type CellReading } from '../cells/cell-reading.ts'
import { newCodeReader } from '../cells/read-code.ts'
import {
  joinDateAndTime,
  readDate,
  readTimeOfDay,
  type DateContext,
  type ReadMoment,
} from '../cells/read-date.ts'
import { plainText } from '../cells/read-text.ts'
import { readTimeWords } from '../cells/time-words.ts'
import { normaliseDateText } from '../cells/date-words.ts'
import { timePrecisions } from './accident-code-specs.ts'
import type { AccidentDraft } from './accident-draft.ts'
import { accidentRowMessages } from './accident-messages.ts'
import type { AccidentRowContext } from './accident-record.ts'

const weekdays = '一二三四五六日'

/** 星期一 or 1: Monday is 1, Sunday 7. */
function weekdayOf(text: string): number | undefined {
  const word = /^(?:星期|周)?([一二三四五六日天1-7])$/.exec(text)?.[1]
  if (word === undefined) return undefined
  if (/\d/.test(word)) return Number(word)
  return word === '天' ? 7 : weekdays.indexOf(word) + 1
}

function checkWeekday(draft: AccidentDraft, { day }: ReadMoment): void {
  const text = halfWidth(plainText(draft.cellOf('weekday')))
  const written = weekdayOf(text)
  if (written === undefined) return
  const actual = new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay() || 7
  if (written === actual) return
  const message = accidentRowMessages.weekdayDiffers(text, weekdays[actual - 1]!)
  draft.take('weekday', { issues: [toCheck('weekday_differs', message)] })
}

/** A date cell of the first day or 14:30: a time and no date. */
function isTimeOnly(draft: AccidentDraft): boolean {
  const cell = draft.cellOf('occurredAt')
  if (typeof cell === 'number') return cell >= 0 && cell < 1
  const text = plainText(cell)
  return (
    /^(?:1899|1900|1904)-/.test(text) || (text !== '' && readTimeWords(normaliseDateText(text)) !== undefined)
  )
}

/** Date and time in one column, or each in its own. */
function readMoment(draft: AccidentDraft, context: DateContext): CellReading<ReadMoment> {
  if (draft.cellOf('occurredOn') === null) return readDate(draft.cellOf('occurredAt'), context)
  const date = readDate(draft.cellOf('occurredOn'), context)
  if (!isTimeOnly(draft)) {
    const whole = readDate(draft.cellOf('occurredAt'), context)
    return whole.value ? whole : date
  }
  const time = readTimeOfDay(draft.cellOf('occurredAt'))
  if (!date.value || !time.value) return { ...date, issues: [...date.issues, ...time.issues] }
  return read(joinDateAndTime(date.value, time.value), ...date.issues, ...time.issues)
}

/** When it happened and how exactly that is known. Keep one per sheet. */
export function newTimeStep(context: AccidentRowContext): (draft: AccidentDraft) => void {
  const dates: DateContext = { now: context.now, is1904: context.fileIs1904 }
  const precisionOf = newCodeReader(timePrecisions)
  return (draft) => {
    const moment = draft.take('occurredAt', readMoment(draft, dates))
    if (moment) {
      const written = draft.take('timePrecision', precisionOf(draft.cellOf('timePrecision')))
      draft.values.occurredAt = moment.at
      draft.values.timePrecision = (written as ReadMoment['precision'] | undefined) ?? moment.precision
      checkWeekday(draft, moment)
    }
    const updated = readDate(draft.cellOf('updatedAt'), dates).value
    if (updated) draft.values.updatedAt = updated.at
    else if (plainText(draft.cellOf('updatedAt')) !== '')
      draft.take('updatedAt', {
        issues: [noted('date_unreadable', cellMessages.unreadableDate(plainText(draft.cellOf('updatedAt'))))],
      })
  }
}
