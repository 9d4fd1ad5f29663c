import type { Cell } from '../import-types.ts'
import { cellMessages } from './cell-messages.ts'
import { absenceOf, empty, halfWidth, read, toCheck, unread, type CellReading } from './cell-reading.ts'

const yes = new Set([
  '是',
  '有',
  '1',
  'Y',
  'YES',
  'TRUE',
  'T',
  '√',
  '✓',
  '✔',
  '☑',
  '对',
  '已',
  '统计',
  '上报',
  '已上报',
])
const no = new Set([
  '否',
  '无',
  '不',
  '2',
  '0',
  'N',
  'NO',
  'FALSE',
  'F',
  '×',
  '✗',
  '✘',
  'X',
  '没有',
  '未',
  '非统计',
  '不统计',
  '未上报',
  '不上报',
])

/** 1 is yes and 2 is no, as the platform numbers them. */
export function readYesNo(cell: Cell): CellReading<boolean> {
  if (typeof cell === 'boolean') return read(cell)
  const text = halfWidth(cell).replace(/^'/, '').toUpperCase()
  const coded = /^([12])\s*[-:.、]?\s*([是否])$/.exec(text)?.[2] ?? text
  if (yes.has(coded)) return read(true)
  if (no.has(coded)) return read(false)
  const absence = absenceOf(text)
  if (absence === 'blank' || absence === 'nothing') return empty
  return unread(toCheck('yes_no_unreadable', cellMessages.unreadableYesNo(text)))
}

/** 是否统计: 3 is "reported, the update failed". */
export function readReported(cell: Cell): CellReading<boolean> {
  if (/^3(?:\D.*)?$/.test(halfWidth(cell)))
    return read(true, toCheck('reported_unconfirmed', cellMessages.reportedUnconfirmed()))
  return readYesNo(cell)
}
