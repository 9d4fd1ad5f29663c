import { describe, expect, test } from 'vitest'
import { calibreTotals } from '../../../api/surroundings/calibre-totals.ts'
import { clocksThen, type HazardStory } from '../../../api/surroundings/clocks-then.ts'

const day = (text: string) => new Date(`${text}T10:00:00+08:00`)

const story: HazardStory = {
  foundAt: day('2026-03-01'),
  steps: [
    { at: day('2026-03-02'), toStatus: 10 },
    { at: day('2026-03-05'), toStatus: 20 },
    { at: day('2026-03-08'), toStatus: 40 },
    { at: day('2026-08-01'), toStatus: 70 },
    { at: day('2026-10-01'), toStatus: 75 },
  ],
  dues: [
    { at: day('2026-03-05'), due: '2026-05-01' },
    { at: day('2026-04-28'), due: '2026-05-20' },
  ],
  originalDueDate: '2026-05-01',
  stands: [
    {
      kind: 'solar_strobe',
      quantity: 4,
      unit: '盏',
      lengthMetres: null,
      from: '2026-03-10',
      until: '2026-08-02',
    },
    { kind: 'warning_sign', quantity: 2, unit: '块', lengthMetres: null, from: '2026-04-01', until: null },
  ],
}

describe('the clocks of a ticket on the day of an accident', () => {
  test('before it was found there was nothing to be late with', () => {
    expect(clocksThen(story, day('2026-02-20'))).toEqual({
      ...{ phase: 'beforeFound', status: null, daysSinceFound: null, due: null, overdueDays: 0 },
      ...{ hadControl: false, controlText: null },
    })
  })

  test('while it is mended: days since it was found, days past the date that held that day, and what stood there', () => {
    expect(clocksThen(story, day('2026-03-20'))).toMatchObject({
      ...{ phase: 'open', status: 40, daysSinceFound: 19, due: '2026-05-01', overdueDays: 0 },
      ...{ hadControl: true, controlText: '爆闪灯4盏' },
    })
    expect(clocksThen(story, day('2026-05-10'))).toMatchObject({ due: '2026-05-20', overdueDays: 0 })
    expect(clocksThen(story, day('2026-06-01'))).toMatchObject({
      overdueDays: 12,
      controlText: '爆闪灯4盏、警示标牌2块',
    })
  })

  test('found but not yet registered is told from registered', () => {
    expect(clocksThen(story, day('2026-03-01'))).toMatchObject({ phase: 'open', status: null, due: null })
  })

  test('after it was closed, and again open after it was reopened, without the old date', () => {
    expect(clocksThen(story, day('2026-09-01'))).toMatchObject({
      phase: 'afterClosed',
      status: 70,
      overdueDays: 0,
    })
    expect(clocksThen(story, day('2026-10-02'))).toMatchObject({ phase: 'open', status: 75, due: null })
  })

  test('a light that was taken away no longer counts on the day it went', () => {
    expect(clocksThen(story, day('2026-08-01')).controlText).toBe('爆闪灯4盏、警示标牌2块')
    expect(clocksThen(story, day('2026-08-02')).controlText).toBe('警示标牌2块')
  })

  test('the day is that of the banner: a quarter to eight at night in London is tomorrow there', () => {
    expect(clocksThen(story, new Date('2026-05-20T19:45:00Z'))).toMatchObject({ overdueDays: 1 })
  })
})

test('calibres are counted apart; what was reported is a part of the general procedure and of nothing else', () => {
  const of = (countedAs: 'reported' | 'general' | 'simple' | 'self', killed: number, injured: number) => ({
    ...{ countedAs, killed, injured },
  })
  expect(
    calibreTotals([of('reported', 1, 2), of('general', 0, 3), of('simple', 0, 1), of('self', 0, 0)]),
  ).toEqual({
    general: { accidents: 2, killed: 1, injured: 5 },
    reported: { accidents: 1, killed: 1, injured: 2 },
    simple: { accidents: 1, killed: 0, injured: 1 },
    self: { accidents: 1, killed: 0, injured: 0 },
  })
})
