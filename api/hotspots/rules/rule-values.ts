import type { NumberKey } from './number-bounds.ts'
import type { WeightNumbers } from './severity-weights.ts'

export type ChoiceKey = 'qualification' | 'by'

/** One thing of a rule that may be changed: a number, or a choice of words. */
export interface RuleValue {
  readonly path: string
  /** The clause or the colour that it belongs to; null for one of the whole rule. */
  readonly part: string | null
  readonly key: NumberKey | ChoiceKey
  readonly value: number | string
}

interface ClauseNumbers {
  readonly id: string
  readonly windowLength: number
  readonly of: string
  readonly minimum: number
  readonly alpha?: number
  readonly regularity?: { readonly share: number }
  readonly nearHazard?: { readonly reach: number }
  readonly standsOut?: { readonly by: string; readonly sigmas: number; readonly topShare: number }
}

/** A written rule, or what a run kept of one: of both the same values are told. */
export interface RuleNumbers {
  readonly longestPeriodDays: number
  readonly clauses?: readonly ClauseNumbers[]
  readonly thresholds?: readonly { readonly colour: string; readonly minimum: number }[]
  readonly windowLength?: number
  readonly unitLength?: number
  readonly minimum?: number
  readonly top?: number
  readonly lengthShare?: number
  readonly junctionRadius?: number
  readonly weightSet?: { readonly id: string; readonly numbers: WeightNumbers }
  readonly clusterRule?: { readonly radius: number; readonly minimum: number }
  readonly simulations?: number
}

type Given = readonly (readonly [RuleValue['key'], number | string | undefined])[]

function valuesOf(part: string | null, given: Given): RuleValue[] {
  return given.flatMap(([key, value]) =>
    value === undefined ? [] : [{ path: part === null ? key : `${part}.${key}`, part, key, value }],
  )
}

const ofClause = ({ id, regularity, nearHazard, standsOut, ...clause }: ClauseNumbers) =>
  valuesOf(id, [
    ['windowLength', clause.windowLength],
    ['qualification', clause.of],
    ['minimum', clause.minimum],
    ['alpha', clause.alpha],
    ['regularityShare', regularity?.share],
    ['hazardReach', nearHazard?.reach],
    ['by', standsOut?.by],
    ['sigmas', standsOut?.sigmas],
    ['topShare', standsOut?.topShare],
  ])

/** Only the sums that weigh have numbers of their own; "deaths first" is an order, and every accident alike is a count. */
export const weighs = (id: string): boolean => id === 'etan' || id === 'epdo'

const ofWeights = ({ id, numbers }: NonNullable<RuleNumbers['weightSet']>) =>
  weighs(id) ? valuesOf('weights', Object.entries(numbers) as [NumberKey, number][]) : []

/** Everything of a rule that may be changed for one run, in the order in which it is read. */
export function ruleValues(rule: RuleNumbers): RuleValue[] {
  return [
    ...(rule.clauses ?? []).flatMap(ofClause),
    ...(rule.thresholds ?? []).flatMap(({ colour, minimum }) => valuesOf(colour, [['minimum', minimum]])),
    ...valuesOf(null, [
      ['windowLength', rule.windowLength],
      ['unitLength', rule.unitLength],
      ['minimum', rule.minimum],
      ['top', rule.top],
      ['lengthShare', rule.lengthShare],
      ['longestPeriodDays', rule.longestPeriodDays],
      ['junctionRadius', rule.junctionRadius],
    ]),
    ...(rule.weightSet ? ofWeights(rule.weightSet) : []),
    ...valuesOf(null, [
      ['clusterRadius', rule.clusterRule?.radius],
      ['clusterMinimum', rule.clusterRule?.minimum],
      ['simulations', rule.simulations],
    ]),
  ]
}

export interface RuleChange {
  readonly now: RuleValue
  readonly original: RuleValue | undefined
}

/** In what a run's rule differs from the written one; what the written one does not know is left out. */
export function ruleChanges(original: RuleNumbers, now: RuleNumbers): RuleChange[] {
  const known = new Map(ruleValues(original).map((each) => [each.path, each]))
  return ruleValues(now).flatMap((each) => {
    const written = known.get(each.path)
    return written && written.value !== each.value ? [{ now: each, original: written }] : []
  })
}
