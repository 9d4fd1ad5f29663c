import type { AccidentSummary } from '../accidents/accident.schema.ts'

/** How one accident is counted. A reported one is of the general procedure and counts there as well. */
export type CountedAs = 'reported' | 'general' | 'simple' | 'self'

export function countedAs({
  procedure,
  isStatistical,
}: Pick<AccidentSummary, 'procedure' | 'isStatistical'>): CountedAs {
  return procedure === 'general' && isStatistical ? 'reported' : procedure
}

export interface Total {
  readonly accidents: number
  readonly killed: number
  readonly injured: number
}

/** `reported` is a part of `general`; the others are never added to each other. */
export type CalibreTotals = Readonly<Record<CountedAs, Total>>

export interface Counted {
  readonly countedAs: CountedAs
  readonly killed: number
  readonly injured: number
}

function totalOf(accidents: readonly Counted[]): Total {
  const sum = (key: 'killed' | 'injured') => accidents.reduce((total, accident) => total + accident[key], 0)
  return { accidents: accidents.length, killed: sum('killed'), injured: sum('injured') }
}

export function calibreTotals(accidents: readonly Counted[]): CalibreTotals {
  const of = (...kinds: CountedAs[]) => totalOf(accidents.filter((each) => kinds.includes(each.countedAs)))
  return {
    general: of('general', 'reported'),
    reported: of('reported'),
    simple: of('simple'),
    self: of('self'),
  }
}
