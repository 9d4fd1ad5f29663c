import { exactRatio } from '../../statistics/exact-ratio.ts'

export interface Moments {
  readonly foundAt: string
  readonly registeredAt: string
  readonly reportedAt: string | null
  readonly remediedAt: string | null
}

export interface TimelyMedian {
  /** One decimal; null where no ticket has come that far. */
  readonly median: string | null
  /** Tickets it is the median of. */
  readonly of: number
}

export interface TimelyMedians {
  readonly registerHours: TimelyMedian
  readonly reportDays: TimelyMedian
  readonly remedyDays: TimelyMedian
}

const hourMs = 3_600_000
const between = (from: string | null, to: string | null): number[] =>
  from === null || to === null ? [] : [Date.parse(to) - Date.parse(from)]

/** In whole milliseconds and rounded once, at the end: the mean of two rounded values would not be the median. */
export function medianIn(durations: readonly number[], unitMs: number): TimelyMedian {
  const sorted = [...durations].sort((a, b) => a - b)
  if (sorted.length === 0) return { median: null, of: 0 }
  const upper = sorted[Math.floor(sorted.length / 2)]!
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]!
  return { median: exactRatio(BigInt(lower) + BigInt(upper), 2 * unitMs, 1), of: sorted.length }
}

/** 三个及时: found → registered, registered → told, told → remedied. Medians, which one old ticket does not move. */
export function timelyMedians(tickets: readonly Moments[]): TimelyMedians {
  return {
    registerHours: medianIn(
      tickets.flatMap(({ foundAt, registeredAt }) => between(foundAt, registeredAt)),
      hourMs,
    ),
    reportDays: medianIn(
      tickets.flatMap(({ registeredAt, reportedAt }) => between(registeredAt, reportedAt)),
      24 * hourMs,
    ),
    remedyDays: medianIn(
      tickets.flatMap(({ reportedAt, remediedAt }) => between(reportedAt, remediedAt)),
      24 * hourMs,
    ),
  }
}
