import type { Period } from '../state/period.ts'
import type { UrlState } from '../state/url-state.ts'

export interface YearContext {
  /** The last year of which there are accidents: that of the demonstration, or the present one. */
  readonly latest: number
}

/** As far back as three whole years before, which is what the rules look at. */
export const accidentYears = ({ latest }: YearContext): number[] => [3, 2, 1, 0].map((back) => latest - back)

/** Nothing where the period is not one of these years from its first day. */
export function yearOf(
  { from, to }: Pick<Period, 'from' | 'to'>,
  { latest }: YearContext,
): number | undefined {
  const year = Number(from.slice(0, 4))
  const isWholeYear = from.endsWith('-01-01') && to === `${year}-12-31`
  return (isWholeYear && year < latest) ||
    (year === latest && from.endsWith('-01-01') && to.startsWith(`${year}-`))
    ? year
    : undefined
}

/** The latest year ends where its data end, as everywhere; those before are whole. */
export function periodOfYear(
  year: number,
  { latest }: YearContext,
): Pick<UrlState, 'period' | 'from' | 'to'> {
  if (year === latest) return { period: null, from: null, to: null }
  return { period: 'custom', from: `${year}-01-01`, to: `${year}-12-31` }
}
