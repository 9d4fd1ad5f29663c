import { addDays } from '../../../api/areas/calendar-days.ts'
import type { PeriodKind, UrlState } from './url-state.ts'

export interface Period {
  readonly kind: PeriodKind
  readonly from: string
  readonly to: string
}

function yearsBefore(date: string, years: number): string {
  const [year, ...rest] = date.split('-')
  const moved = [Number(year) - years, ...rest].join('-')
  // 29 February exists every fourth year only.
  return Number.isNaN(Date.parse(moved)) || moved.endsWith('-02-29')
    ? moved.replace('-02-29', '-02-28')
    : moved
}

/** The demo year is reported up to 3 December, as the brigade's annual summary is. */
const demoCutoff = (demoYear: number) => `${demoYear}-12-03`

export interface PeriodContext {
  readonly today: string
  readonly demoYear: number | null
}

/** The dates behind the chosen preset; with demo data, "three years" ends where the demo data ends. */
export function resolvePeriod(
  state: Pick<UrlState, 'period' | 'from' | 'to'>,
  { today, demoYear }: PeriodContext,
): Period {
  const kind = state.period ?? (demoYear === null ? 'yearToDate' : 'demoYear')
  const end = demoYear === null ? today : demoCutoff(demoYear)
  if (kind === 'demoYear' && demoYear !== null) return { kind, from: `${demoYear}-01-01`, to: end }
  if (kind === 'thisMonth') return { kind, from: `${today.slice(0, 7)}-01`, to: today }
  if (kind === 'threeYears') return { kind, from: addDays(yearsBefore(end, 3), 1), to: end }
  if (kind === 'custom' && state.from && state.to && state.from <= state.to)
    return { kind, from: state.from, to: state.to }
  return { kind: 'yearToDate', from: `${today.slice(0, 4)}-01-01`, to: today }
}

/** Rules for hotspots speak of a year or of several: a longer period is screened for its last ones, up to the same day. */
export function lastOf(
  { from, to }: Pick<Period, 'from' | 'to'>,
  days: number,
): { from: string; to: string } {
  const years = Math.floor(days / 365)
  const earliest = years > 0 ? addDays(yearsBefore(to, years), 1) : addDays(to, 1 - days)
  return { from: from < earliest ? earliest : from, to }
}
