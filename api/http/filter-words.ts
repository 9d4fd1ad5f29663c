import { punctuation, type Language, type Text } from './text.ts'

type Conditions = readonly (readonly [string, string | undefined])[]

/** Conditions that were set, one after another as they are printed: 道路：G109；状态：整改中. 全部 without any. */
export function filterSentence(conditions: Conditions, language: Language = 'zh'): string {
  const { semicolon, colon } = punctuation[language]
  const said = new Map(conditions.filter((condition): condition is [string, string] => Boolean(condition[1])))
  const all = language === 'zh' ? '全部' : 'all'
  return [...said].map(([label, value]) => label + colon + value).join(semicolon) || all
}

/** 2026-01-01至2026-06-30, or open at one end. */
export function periodWords(
  from: string | undefined,
  to: string | undefined,
  language: Language = 'zh',
): string | undefined {
  const isChinese = language === 'zh'
  if (from && to) return isChinese ? `${from}至${to}` : `${from} to ${to}`
  if (from) return isChinese ? `${from}以后` : `from ${from}`
  return to && (isChinese ? `${to}以前` : `up to ${to}`)
}

/** Codes in words; one without a word stands for itself. */
export const namesOf = (
  names: Readonly<Record<string | number, Text | undefined>>,
  codes: readonly (string | number)[] | undefined,
  language: Language = 'zh',
): string | undefined =>
  codes?.map((code) => names[code]?.[language] ?? String(code)).join(punctuation[language].listed)

const otherRoads: Text = { zh: '其他道路', en: 'other roads' }

export const roadWords = (
  codes: readonly string[] | undefined,
  language: Language = 'zh',
): string | undefined => namesOf({ other: otherRoads }, codes, language)

export const yesNoWords = <Words>(value: boolean | undefined, yes: Words, no: Words): Words | undefined =>
  value === undefined ? undefined : value ? yes : no
