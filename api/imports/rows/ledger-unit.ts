import { empty, noted, read, remembered, toCheck, unread, type CellReading } from '../cells/cell-reading.ts'
import { readText } from '../cells/read-text.ts'
import type { Cell } from '../import-types.ts'
import { hazardRowMessages } from './hazard-messages.ts'
import type { UnitName } from './ledger-rows.ts'

export interface ReadUnit {
  readonly code?: string
  /** Names that have no place of their own and are kept in the remark. */
  readonly others: readonly string[]
}

const longest = 200
const separators = /[、,;/\n]+/
const key = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s()]/g, '')
    .toUpperCase()
/** 鄂托克旗交通运输局, 旗交通运输局 and 交通运输局 are one office, as are 交通局 and 公路段 by custom. */
const stem = (text: string) =>
  key(text)
    .replace(/^鄂托克旗|^鄂旗|^旗/, '')
    .replace(/人民政府$/, '政府')
const customary: Readonly<Record<string, string>> = {
  交通局: '交通运输局',
  住建局: '住房和城乡建设局',
  教体局: '教育体育局',
  教育局: '教育体育局',
  应急局: '应急管理局安委办',
  应急管理局: '应急管理局安委办',
  安委办: '应急管理局安委办',
  林草局: '林业和草原局',
  工信局: '工信和能源局',
  交警大队: '交管大队',
  交管大队: '交管大队',
}

function newLookup(units: readonly UnitName[]): (text: string) => UnitName | undefined {
  const exact = new Map(
    units.flatMap((unit) =>
      [unit.code, unit.name, unit.shortName ?? unit.name].flatMap((name) => [
        [key(name), unit] as const,
        [stem(name), unit] as const,
      ]),
    ),
  )
  const named = [...exact].filter(([name]) => name.length >= 4).sort((a, b) => b[0].length - a[0].length)
  return (text) => {
    const short = stem(text)
    return (
      exact.get(key(text)) ??
      exact.get(short) ??
      exact.get(customary[short] ?? '') ??
      // 棋盘井镇 for its government.
      exact.get(`${short}政府`) ??
      named.find(([name]) => key(text).includes(name))?.[1]
    )
  }
}

/** A unit by code, name or short name; of several the first is in the lead. */
export function newUnitReader(units: readonly UnitName[]): (cell: Cell) => CellReading<ReadUnit> {
  const find = newLookup(units)
  return remembered<ReadUnit>((cell) => {
    const { value: text } = readText(cell, longest)
    if (text === undefined) return empty
    const whole = find(text)
    const parts = text.split(separators).map((part) => part.trim())
    // A name may itself hold a comma: 气田、煤炭企业.
    if (whole && (parts.length === 1 || key(whole.name) === key(text)))
      return read({ code: whole.code, others: [] })
    const [lead, ...rest] = parts.filter((part) => part !== '')
    const unit = lead === undefined ? undefined : find(lead)
    if (!unit)
      return {
        value: { others: [text] },
        issues: [toCheck('unit_unknown', hazardRowMessages.unknownUnit(text))],
      }
    const issue =
      rest.length > 0
        ? [toCheck('unit_several', hazardRowMessages.severalUnits(text, unit.shortName ?? unit.name))]
        : []
    return { value: { code: unit.code, others: rest }, issues: issue }
  })
}

const office = /^(?:\(?0\d{2,3}\)?[- ]?)?\d{7,8}(?:[- 转]\d{1,5})?$/
const mobile = /(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}/g

/** Office numbers are kept; a mobile number is somebody's own. */
export function readOfficePhone(cell: Cell): CellReading<string> {
  const { value } = readText(typeof cell === 'number' ? String(cell) : cell, 60)
  if (value === undefined) return empty
  const text = value.normalize('NFKC')
  const kept = text
    .replace(mobile, '')
    .split(/[、,;/\s]+/)
    .filter((part) => office.test(part))
  const issues = kept.join('') === text ? [] : [noted('phone_masked', hazardRowMessages.mobileMasked())]
  return kept.length > 0 ? read(kept.join('、'), ...issues) : unread(...issues)
}
