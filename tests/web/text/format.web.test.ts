import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { counted } from '../../../web/src/text/counted.ts'
import {
  datesInWords,
  formatDate,
  formatMoment,
  formatMonth,
  formatProbability,
  formatWan,
} from '../../../web/src/text/format.ts'

describe('figures and dates', () => {
  test.each([
    [1_595_300, '159.53'],
    [110_000, '11.00'],
    [0, '0.00'],
    [49, '0.00'],
    [50, '0.01'],
    [123_456_789_00, '1234567.89'],
    [-1_500, '-0.15'],
  ])('%i yuan are %s 万元, two decimals and no thousands separator', (yuan, text) => {
    expect(formatWan(yuan)).toBe(text)
  })

  test('a loss in 万元 is never off by more than half a hundredth', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (yuan) => {
        expect(Math.abs(Number(formatWan(yuan)) * 10_000 - yuan)).toBeLessThanOrEqual(50.0001)
      }),
    )
  })

  test('dates are written as in documents, without leading zeros', () => {
    expect(formatDate('2025-03-05', 'zh')).toBe('2025年3月5日')
    expect(formatDate('2025-12-31', 'en')).toBe('31 December 2025')
  })

  test('an instant is told by the clock of the banner', () => {
    expect(formatMoment('2025-12-31T16:05:00Z', 'zh')).toBe('2026年1月1日 00:05')
    expect(formatMoment('2025-06-01T18:20:00+08:00', 'zh')).toBe('2025年6月1日 18:20')
  })

  test('a tiny probability is not printed as zero', () => {
    expect(formatProbability(0.00002)).toBe('< 0.0001')
    expect(formatProbability(0.0021)).toBe('0.0021')
    expect(formatProbability(0.031)).toBe('0.03')
  })

  test('a month, and the dates within a sentence of the service', () => {
    expect(formatMonth('2026-09', 'zh')).toBe('2026年9月')
    expect(formatMonth('2026-09', 'en')).toBe('September 2026')
    expect(datesInWords('记录到 2025-12-03，编号 SS-150624-00035', 'zh')).toBe(
      '记录到 2025年12月3日，编号 SS-150624-00035',
    )
  })

  test('English tells one from several', () => {
    expect(counted(1, 'accident')).toBe('1 accident')
    expect(counted(0, 'accident')).toBe('0 accidents')
    expect(counted(2, 'facility', 'facilities')).toBe('2 facilities')
  })
})
