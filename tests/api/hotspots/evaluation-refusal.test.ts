import { describe, expect, test } from 'vitest'
import { planEvaluation } from '../../../api/hotspots/evaluation/refusal.ts'
import { stretchOf, type Treatment } from '../../../api/hotspots/evaluation/treatment.ts'

const treatment = (changes: Partial<Treatment> = {}): Treatment => ({
  ...{ kind: 'facility', id: 'a', number: 'SS-1', name: { zh: '警示灯', en: 'Light' } },
  ...{ road: 'G109', roadName: '国道109线', fromStake: 950_000, toStake: 950_000 },
  ...{ direction: null },
  ...{ on: '2024-03-05', isPending: false, isGone: false, ...changes },
})
const records = { from: '2022-01-02', to: '2026-11-20' }
const plan = (changes: Partial<Treatment> = {}, known: object = {}) =>
  planEvaluation({ treatment: treatment(changes), records, today: '2026-11-23', ...known })

describe('a verdict is refused, with what to do about it', () => {
  test.each([
    ['no day of installation', { on: null }, 'notEvaluable', /补登/],
    ['only planned', { on: null, isPending: true }, 'notEvaluable', /规划/],
    ['a hazard that is not closed', { kind: 'hazard', on: null, isPending: true }, 'notEvaluable', /销号/],
    ['no stake', { fromStake: null }, 'notEvaluable', /桩号/],
    ['no road', { road: null }, 'notEvaluable', /桩号/],
    ['before the records begin', { on: '2021-06-01' }, 'notEvaluable', /补录/],
    ['less than a year of records before', { on: '2022-12-15' }, 'notEvaluable', /补录/],
    ['less than a year after', { on: '2025-11-30' }, 'tooEarly', /只有 11 个整月/],
    ['still to come', { on: '2026-12-01' }, 'tooEarly', /还没有到/],
  ] as const)('%s', (_, changes, code, text) => {
    const { refusal } = plan(changes)
    expect(refusal?.code).toBe(code)
    expect(refusal?.text.zh).toMatch(text)
    expect(refusal?.tellableFrom === null).toBe(code === 'notEvaluable')
  })

  test('no accidents of the calibre are no proof of anything', () => {
    expect(plan({}, { records: undefined }).refusal?.text.en).toContain('no accident records')
  })

  test('a year on both sides is enough, and one month less says the day', () => {
    expect(plan({ on: '2025-09-30' }).refusal).toBeUndefined()
    expect(plan({ on: '2023-01-15' }).refusal).toBeUndefined()
    expect(plan({ on: '2025-12-01' }).refusal?.tellableFrom).toBe('2027-01-01')
  })
})

describe('the stretch that is looked at', () => {
  test('reaches 250 m to both sides of a facility', () => {
    expect(stretchOf(treatment())).toEqual({ road: 'G109', from: 949_750, to: 950_250 })
  })

  test('is that of the hazard, widened about its middle where it is short', () => {
    const hazard = (toStake: number | null) => stretchOf(treatment({ kind: 'hazard', toStake }))
    expect(hazard(951_600)).toEqual({ road: 'G109', from: 950_000, to: 951_600 })
    expect(hazard(950_200)).toEqual({ road: 'G109', from: 949_850, to: 950_350 })
    expect(hazard(null)).toEqual({ road: 'G109', from: 949_750, to: 950_250 })
  })
})
