import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  judge,
  leastTellable,
  usableReference,
  yearsUntilTellable,
  type JudgedFacts,
} from '../../../../../api/hotspots/analysis/before-after/judge.ts'
import { momentsOf } from '../../../../../api/hotspots/analysis/before-after/moments.ts'
import { compareRates } from '../../../../../api/hotspots/analysis/before-after/naive-comparison.ts'
import type { ReferenceStretch } from '../../../../../api/hotspots/analysis/before-after/reference-group.ts'

const stretchOf = (before: number, after: number, i = 0): ReferenceStretch => ({
  ...{ road: 'G109', from: i * 500, to: (i + 1) * 500, before, after, isTreatedLater: false },
})
/** Sixty stretches: 20 with none, 20 with one, 20 with five; half as many afterwards. */
const reference = Array.from({ length: 60 }, (_, i) => stretchOf([0, 1, 5][i % 3]!, [0, 1, 2][i % 3]!, i))

const facts = (given: Partial<JudgedFacts> = {}): JudgedFacts => ({
  ...{ observedBefore: 20, observedAfter: 3, monthsBefore: 36, monthsAfter: 36, reference: [] },
  ...given,
})

describe('two counts compared', () => {
  test('as R does in the example of poisson.test: 11 in 800 against 21 in 3011', () => {
    const { ratio, interval, pValue } = compareRates(
      { accidents: 21, exposure: 3011 },
      { accidents: 11, exposure: 800 },
    )!
    expect(ratio).toBeCloseTo(1.971488, 6)
    expect(interval.from).toBeCloseTo(0.8584264, 7)
    expect(interval.to).toBeCloseTo(4.2772659, 7)
    expect(pValue).toBeCloseTo(0.07967, 5)
  })

  test('with none before there is no ratio, but a lower end of it', () => {
    const compared = compareRates({ accidents: 0, exposure: 12 }, { accidents: 6, exposure: 12 })!
    expect(compared.ratio).toBeUndefined()
    expect(compared.interval.from).toBeGreaterThan(1)
    expect(compared.interval.to).toBe(Infinity)
  })

  test('none at all, or no time, compares nothing', () => {
    expect(compareRates({ accidents: 0, exposure: 12 }, { accidents: 0, exposure: 12 })).toBeUndefined()
    expect(compareRates({ accidents: 4, exposure: 12 }, { accidents: 1, exposure: 0 })).toBeUndefined()
  })
})

describe('the method of moments', () => {
  test('takes as overdispersion what the variance has above the mean', () => {
    const moments = momentsOf([0, 0, 1, 1, 5, 5])!
    expect(moments.mean).toBe(2)
    expect(moments.variance).toBeCloseTo(28 / 5, 12)
    expect(moments.overdispersion).toBeCloseTo((28 / 5 - 2) / 4, 12)
  })

  test('is 0 where the stretches differ less than chance, and nothing for a single stretch', () => {
    expect(momentsOf([2, 2, 2, 2])).toMatchObject({ overdispersion: 0 })
    expect(momentsOf([0, 0, 0])).toMatchObject({ mean: 0, overdispersion: 0 })
    expect(momentsOf([4])).toBeUndefined()
  })

  test('the weight of the prediction is mean over variance', () => {
    const { working, reference: group } = judge(facts({ reference }))
    expect(working!.weight).toBeCloseTo(group!.mean / group!.variance, 12)
  })
})

describe('the judgement', () => {
  test('draws a stretch that had many towards its like, so that luck is not called success', () => {
    const bare = judge(facts({ observedBefore: 8, observedAfter: 2 }))
    const bayes = judge(facts({ observedBefore: 8, observedAfter: 2, reference }))
    expect(bare.method).toBe('naive')
    expect(bayes.method).toBe('ebMoments')
    expect(bayes.expected).toBeLessThan(bare.expected)
    expect(bayes.effectPercent!).toBeLessThan(bare.effectPercent!)
    expect(bayes.outcome).not.toBe('effective')
  })

  test('goes with the trend of the reference group', () => {
    const { working } = judge(facts({ reference }))
    expect(working!.ratio).toBeCloseTo(60 / 120, 12)
  })

  test('what was treated since tells what was usual, not where it went', () => {
    const treated = reference.map((each) => ({ ...each, isTreatedLater: each.before === 5 }))
    const group = usableReference(treated)!
    expect(group.mean).toBe(2)
    expect(group.trend).toEqual({ before: 20, after: 20 })
    expect(judge(facts({ reference: treated })).working!.ratio).toBeCloseTo(1, 12)
  })

  test('too few stretches, or too few accidents on them, are no reference group', () => {
    expect(usableReference(reference.slice(0, 29))).toBeUndefined()
    expect(usableReference(reference.map((each) => ({ ...each, after: 0 })))).toBeUndefined()
    expect(judge(facts({ reference: reference.slice(0, 29) })).method).toBe('naive')
  })

  test('volumes go before the reference group', () => {
    const volumes = { before: 10, after: 9, overdispersion: 0.3 }
    const judged = judge(facts({ volumes, reference }))
    expect(judged.method).toBe('ebVolumes')
    expect(judged.working!.ratio).toBeCloseTo(0.9, 12)
  })

  test.each([
    ['many before, few after', { observedBefore: 20, observedAfter: 3 }, 'effective'],
    ['many before, as many after', { observedBefore: 20, observedAfter: 19 }, 'unclear'],
    ['few before, many after', { observedBefore: 4, observedAfter: 20 }, 'worse'],
    ['two before, none after: not even zero could tell', { observedBefore: 2, observedAfter: 0 }, 'tooFew'],
    ['none before, none after', { observedBefore: 0, observedAfter: 0 }, 'tooFew'],
    ['none before, seven after', { observedBefore: 0, observedAfter: 7 }, 'worse'],
  ] as const)('%s', (_, counts, outcome) => {
    expect(judge(facts(counts)).outcome).toBe(outcome)
  })

  test('a stretch for which nothing is expected is too few, whatever the method', () => {
    const volumes = { before: 0, after: 0, overdispersion: 1 }
    expect(judge(facts({ observedBefore: 0, observedAfter: 0, volumes }))).toMatchObject({
      ...{ outcome: 'tooFew', effectPercent: undefined, interval: undefined },
    })
  })

  test('below 3.69 expected accidents not even zero tells, so it says how long that takes', () => {
    expect(leastTellable).toBeCloseTo(3.689, 3)
    expect(yearsUntilTellable(1, 12)).toBe(4)
    expect(yearsUntilTellable(0, 12)).toBeUndefined()
    expect(yearsUntilTellable(0.01, 12)).toBeUndefined()
  })

  test('the same facts give the same judgement, whatever the order of the stretches', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(reference, { minLength: 60 }), (shuffled) => {
        expect(judge(facts({ reference: shuffled })).effectPercent).toBeCloseTo(
          judge(facts({ reference })).effectPercent!,
          9,
        )
      }),
      { numRuns: 20 },
    )
  })

  test('more accidents after are never a better effect', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (before, after) => {
        const here = judge(facts({ observedBefore: before, observedAfter: after, reference }))
        const more = judge(facts({ observedBefore: before, observedAfter: after + 1, reference }))
        expect(more.effectPercent!).toBeLessThan(here.effectPercent!)
        expect(here.pValue!).toBeGreaterThanOrEqual(0)
        expect(here.pValue!).toBeLessThanOrEqual(1)
      }),
    )
  })
})
