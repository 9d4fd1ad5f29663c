export type TimePrecision = 'minute' | 'hour' | 'day'

export interface TimeOfDay {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly precision: TimePrecision
  /** The part of the day and the hour contradict each other. */
  readonly isDoubtful?: boolean
}

export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

export interface LocalMoment {
  /** Asia/Shanghai with its offset: 2018-03-05T14:30:00+08:00. */
  readonly at: string
  readonly precision: TimePrecision
}

export const wholeDay: TimeOfDay = { hour: 0, minute: 0, second: 0, precision: 'day' }

const dayMs = 86_400_000
const two = (value: number) => (value < 10 ? `0${value}` : String(value))

export function isCalendarDay({ year, month, day }: CalendarDay): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const longest = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return day <= longest
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export function dayFromEpochMs(ms: number): CalendarDay {
  const date = new Date(ms)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** 24:00 is the first minute of the next day. */
function withoutMidnight24(day: CalendarDay, { hour }: TimeOfDay): CalendarDay {
  if (hour < 24) return day
  return dayFromEpochMs(Date.UTC(day.year, day.month - 1, day.day) + dayMs)
}

/** All times are those of the clocks here, where there is no daylight saving. */
export function momentOf(day: CalendarDay, time: TimeOfDay): LocalMoment {
  const { year, month, day: date } = withoutMidnight24(day, time)
  const clock = `${two(time.hour % 24)}:${two(time.minute)}:${two(time.second)}`
  return {
    at: `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}T${clock}+08:00`,
    precision: time.precision,
  }
}

/** Days and their fraction since the spreadsheet's own first day. */
export function fromSerial(serial: number, is1904: boolean): { day: CalendarDay; time: TimeOfDay } {
  // 1900 counts a 29 February that never was, so its first day is in effect 30 December 1899.
  const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const isCoarse = Math.abs(serial * 10_000 - Math.round(serial * 10_000)) < 1e-9
  // Three or four digits of a day are good to a minute, not to a second: 43164.604 was 14:30.
  const unit = isCoarse ? 60_000 : 1000
  const ms = Math.round((serial * dayMs) / unit) * unit
  const ofDay = ms % dayMs
  const time: TimeOfDay =
    ofDay === 0
      ? wholeDay
      : {
          hour: Math.floor(ofDay / 3_600_000),
          minute: Math.floor(ofDay / 60_000) % 60,
          second: Math.floor(ofDay / 1000) % 60,
          precision: 'minute',
        }
  return { day: dayFromEpochMs(start + ms - ofDay), time }
}
