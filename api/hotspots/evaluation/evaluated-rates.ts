import { monthlyAadt, type Volume } from '../analysis/before-after/calibrated-volumes.ts'
import type { Months } from '../analysis/before-after/periods.ts'
import type { OnRoad } from '../analysis/before-after/reference-group.ts'
import { ratePerHundredMillion } from '../analysis/rates.ts'
import { ratesUnit } from './evaluation-words.ts'
import type { Evaluation } from './evaluation.schema.ts'

interface RatedGround {
  readonly volumes: readonly Volume[]
  readonly stretch: OnRoad
  readonly before: Months
  readonly after: Months
}
interface Counted {
  readonly accidents: number
  readonly months: number
}

/** Accidents per distance travelled, where the traffic of both periods was counted. */
export function ratesOf(
  { volumes, stretch, ...periods }: RatedGround,
  before: Counted,
  after: Counted,
): Evaluation['rates'] {
  const rateOf = (period: Months, { accidents, months }: Counted) => {
    const aadts = monthlyAadt(volumes, stretch, period)
    if (!aadts) return undefined
    const aadt = aadts.reduce((sum, value) => sum + value, 0) / aadts.length
    const length = (stretch.to - stretch.from) / 1000
    return ratePerHundredMillion(accidents, { aadt, length, years: months / 12 })
  }
  const rates = { before: rateOf(periods.before, before), after: rateOf(periods.after, after) }
  if (rates.before === undefined || rates.after === undefined) return null
  return { before: rates.before, after: rates.after, unit: ratesUnit }
}
