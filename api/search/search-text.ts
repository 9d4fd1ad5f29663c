/** One form for what was typed: half-width, upper case, single blanks. */
export function normaliseQuery(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/\s+/gu, ' ').trim()
}

/** 〔2026〕 is typed as (2026), [2026] or left out. */
export const withoutBrackets = (text: string): string => text.replace(/[〔〕[\]()【】《》{}\s]/gu, '')

/** `%`, `_` and `\` stand for themselves. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Every word has to occur. */
export const wordsOf = (query: string): string[] => [...new Set(query.split(' '))].filter(Boolean).slice(0, 6)

/** The least text behind all that begin with `prefix`, in byte order; for a prefix of digits, letters and dashes. */
export function endOfPrefix(prefix: string): string {
  const last = prefix.codePointAt(prefix.length - 1)!
  return prefix.slice(0, -1) + String.fromCodePoint(last + 1)
}

export interface NumberQuery {
  /** Part of the number that is printed, without its brackets. */
  readonly printed?: string
  /** Part of the technical number, which begins with the code of the banner: short digits would match every one. */
  readonly technical?: string
}

/** 0012, 2026-0012, YH-150624-2026-0012 or 鄂交隐〔2026〕0012. */
export function numberQuery(query: string): NumberQuery {
  const compact = withoutBrackets(query)
  if (!/\d{3}/.test(compact)) return {}
  const isDigits = /^\d+$/.test(compact)
  return { printed: compact, ...(isDigits && compact.length < 6 ? {} : { technical: compact }) }
}

/** Beginning or end of an accident's number, which is digits but for what other sources use. */
export function accidentNumberQuery(query: string): string | undefined {
  return /^(?=.*\d{4})[0-9A-Z-]{4,18}$/.test(query) ? query : undefined
}
