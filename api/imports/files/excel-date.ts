import type { DateCell } from '../import-types.ts'

const firstDay = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const
/** Behind 28 February 1900 the count of 1900 has a day that never was. */
const dayThatNeverWas = 60
const lastSerial = 2_958_466

/** Formats without a code of their own; 27–36 and 50–58 are the East Asian dates. */
const builtinDates = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Whether a number format shows a date or a time of day. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtinDates(id)
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  if (/general|@|[#?]/i.test(bare.split(';')[0] ?? '')) return false
  return /[ymdhs年月日时分秒]|上午|am\/pm/i.test(bare)
}

/** The clock that the sheet shows; `undefined` where the number is no day. */
export function dateCellOf(serial: number, is1904: boolean): DateCell | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial >= lastSerial) return undefined
  const shift = !is1904 && serial < dayThatNeverWas && serial >= 1 ? 1 : 0
  const seconds = Math.round((serial + shift) * 86_400)
  const iso = new Date(firstDay[is1904 ? 1904 : 1900] + seconds * 1000).toISOString()
  return { kind: 'date', text: `${iso.slice(0, 10)} ${iso.slice(11, 19)}` }
}

/** 2018-03-05T14:30:00.000 and 2018-03-05, as other formats keep a date. */
export function dateCellOfIso(text: string): DateCell | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(text)
  return found ? { kind: 'date', text: `${found[1]!} ${found[2] ?? '00:00:00'}` } : undefined
}
