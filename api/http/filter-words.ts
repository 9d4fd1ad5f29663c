/** Conditions that were set, one after another as they are printed: 道路：G109；状态：整改中. 全部 without any. */
export function filterSentence(conditions: readonly (readonly [string, string | undefined])[]): string {
  const said = new Map(conditions.filter((condition): condition is [string, string] => Boolean(condition[1])))
  return [...said].map(([label, value]) => `${label}：${value}`).join('；') || '全部'
}

/** 2026-01-01至2026-06-30, or open at one end. */
export function periodWords(from: string | undefined, to: string | undefined): string | undefined {
  if (from && to) return `${from}至${to}`
  if (from) return `${from}以后`
  return to && `${to}以前`
}

/** Codes in words; one without a word stands for itself. */
export const namesOf = (
  names: Readonly<Record<string | number, { readonly zh: string } | undefined>>,
  codes: readonly (string | number)[] | undefined,
): string | undefined => codes?.map((code) => names[code]?.zh ?? String(code)).join('、')

export const roadWords = (codes: readonly string[] | undefined): string | undefined =>
  codes?.map((code) => (code === 'other' ? '其他道路' : code)).join('、')

export const yesNoWords = (value: boolean | undefined, yes: string, no: string): string | undefined =>
  value === undefined ? undefined : value ? yes : no
