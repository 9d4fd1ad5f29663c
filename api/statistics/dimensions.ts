import { forms, lights, weathers, type CodeTable } from '../accidents/accident-codes.ts'
import { causeClasses } from '../accidents/cause-codes.ts'
import type { Language, Text } from '../http/text.ts'

/** What accidents are counted by. */
export const dimensions = [
  'road',
  'squad',
  'township',
  'month',
  'hour',
  'weekday',
  'severity',
  'form',
  'cause',
  'light',
  'weather',
] as const
export type Dimension = (typeof dimensions)[number]

export const dimensionNames: Readonly<Record<Dimension, Text>> = {
  road: { zh: '公路', en: 'Road' },
  squad: { zh: '中队', en: 'Squad' },
  township: { zh: '苏木镇', en: 'Township' },
  month: { zh: '月份', en: 'Month' },
  hour: { zh: '时段', en: 'Hour' },
  weekday: { zh: '星期', en: 'Weekday' },
  severity: { zh: '严重程度', en: 'Severity' },
  form: { zh: '事故形态', en: 'Form' },
  cause: { zh: '认定原因', en: 'Cause' },
  light: { zh: '照明条件', en: 'Light' },
  weather: { zh: '天气', en: 'Weather' },
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日']
const englishDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const twoDigits = (value: number) => String(value).padStart(2, '0')

const tableOf = (count: number, key: (index: number) => string, name: (index: number) => Text): CodeTable =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [key(index), name(index)]))

const hours = tableOf(24, twoDigits, (hour) => ({
  zh: `${hour}—${hour + 1}时`,
  en: `${twoDigits(hour)}–${twoDigits(hour + 1)}`,
}))
const months = tableOf(
  12,
  (month) => twoDigits(month + 1),
  (month) => ({ zh: `${month + 1}月`, en: englishMonths[month]! }),
)
const days = tableOf(
  7,
  (day) => String(day + 1),
  (day) => ({ zh: `星期${weekdays[day]}`, en: englishDays[day]! }),
)
const severities: CodeTable = {
  fatal: { zh: '死亡事故', en: 'Fatal' },
  injury: { zh: '伤人事故', en: 'Injury' },
  damageOnly: { zh: '财产损失事故', en: 'Damage only' },
}

/** Names that do not depend on what the brigade has entered. */
const fixedNames: Readonly<Partial<Record<Dimension, CodeTable>>> = {
  month: months,
  hour: hours,
  weekday: days,
  severity: severities,
  form: forms,
  cause: causeClasses,
  light: lights,
  weather: weathers,
}

export type Names = Readonly<Record<string, Text>>

export const otherRoads: Text = { zh: '其他道路（县乡、气田、镇区）', en: 'Other roads' }
const unknown: Text = { zh: '未登记', en: 'Not recorded' }

/** Never a bare code in front of a reader: one that no table knows is said to be unknown to the tables. */
export function nameOfKey(dimension: Dimension, key: string, entered: Names, language: Language): string {
  if (key === 'unknown') return unknown[language]
  if (dimension === 'road' && key === 'other') return otherRoads[language]
  const name = fixedNames[dimension]?.[key] ?? entered[key]
  if (name) return name[language]
  return language === 'zh' ? `代码表外（${key}）` : `Not in the code table (${key})`
}

/** Rows that belong in a table even where nothing happened, in the order in which they are read. */
export const wholeKeys: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  hour: Object.keys(hours).sort(),
  weekday: Object.keys(days),
}
