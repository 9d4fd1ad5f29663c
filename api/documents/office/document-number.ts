/** 鄂公交隐函〔2026〕7号: six-angled brackets, no leading zeros. */
export const documentNumber = (prefix: string, year: number, sequence: number): string =>
  `${prefix}〔${year}〕${sequence}号`

/** A space as wide as a character. */
const wide = '\u3000'

/** Room to write the year and the number by hand. */
export const blankNumber = (prefix: string): string => `${prefix}〔${wide.repeat(3)}〕${wide.repeat(2)}号`

/** The sequence of a number under this prefix and year; undefined for every other number. */
export function sequenceOf(number: string, prefix: string, year: number): number | undefined {
  const head = `${prefix}〔${year}〕`
  const rest = number.normalize('NFKC').replace(/\s/g, '')
  const match = rest.startsWith(head.normalize('NFKC'))
    ? /^(?:第)?(\d{1,6})号$/.exec(rest.slice(head.normalize('NFKC').length))
    : null
  return match ? Number(match[1]) : undefined
}

/** One after the highest that was recorded; gaps are explained, never filled. */
export function nextNumber(prefix: string, year: number, recorded: readonly string[]): string {
  const taken = recorded.flatMap((number) => sequenceOf(number, prefix, year) ?? [])
  return documentNumber(prefix, year, Math.max(0, ...taken) + 1)
}
