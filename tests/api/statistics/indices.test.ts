import { describe, expect, test } from 'vitest'
import { annualSentence } from '../../../api/statistics/annual-sentence.ts'
import { changeBetween } from '../../../api/statistics/indices.ts'
import { wanInSentence, wanInTable } from '../../../api/statistics/money.ts'
import { cutoffWords, samePeriodLastYear } from '../../../api/statistics/period.ts'

describe('the change against last year', () => {
  test('has one decimal and a word', () => {
    expect(changeBetween(194, 207)).toEqual({ difference: -13, percent: -6.3, trend: 'down' })
    expect(changeBetween(40, 43)).toMatchObject({ percent: -7, trend: 'down' })
    expect(changeBetween(1_595_300, 1_724_000)).toMatchObject({ percent: -7.5 })
    expect(changeBetween(5, 5)).toEqual({ difference: 0, percent: 0, trend: 'level' })
  })

  test('has no percentage where last year was 0, but still a direction', () => {
    expect(changeBetween(3, 0)).toEqual({ difference: 3, percent: null, trend: 'up' })
    expect(changeBetween(0, 0)).toEqual({ difference: 0, percent: null, trend: 'level' })
  })

  test('rounds halves away from zero, both ways', () => {
    expect(changeBetween(2001, 2000).percent).toBe(0.1)
    expect(changeBetween(1999, 2000).percent).toBe(-0.1)
  })
})

describe('money in 万元', () => {
  test('tables keep two decimals, sentences drop trailing zeros', () => {
    expect([1_595_300, 110_000, 0, 1_000_000].map(wanInTable)).toEqual(['159.53', '11.00', '0.00', '100.00'])
    expect([1_595_300, 110_000, 0, 1_000_000, 355_000].map(wanInSentence)).toEqual([
      '159.53',
      '11',
      '0',
      '100',
      '35.5',
    ])
  })
})

describe('periods', () => {
  test('last year’s same days, with 28 February for the 29th', () => {
    expect(samePeriodLastYear({ from: '2024-02-29', to: '2024-12-03' })).toEqual({
      from: '2023-02-28',
      to: '2023-12-03',
    })
  })

  test('a cut-off is said as offices say it', () => {
    expect(['2025-12-03', '2025-11-15', '2025-06-30'].map(cutoffWords)).toEqual([
      '截至12月初',
      '截至11月中旬',
      '截至6月底',
    ])
  })
})

test('the annual sentence has the brigade’s own pattern', () => {
  const general = { accidents: 194, killed: 40, injured: 260, lossYuan: 1_595_300 }
  const reported = { accidents: 18, killed: 13, injured: 14, lossYuan: 110_000 }
  expect(annualSentence('2025-12-03', general, reported)).toBe(
    '截至12月初,全旗发生道路交通事故一般程序共计194起,死亡40人,受伤260人,财损159.53万元(其中一般程序统计事故18起,死亡13人,受伤14人,财损11万元)。',
  )
})
