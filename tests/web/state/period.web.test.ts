import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastOf, resolvePeriod } from '../../../web/src/state/period.ts'
import { addDays } from '../../../api/areas/calendar-days.ts'

const none = { period: null, from: null, to: null }
const real = { today: '2026-11-23', demoYear: null }
const demo = { today: '2026-11-23', demoYear: 2025 }

describe('the period of a view', () => {
  test('is this year so far, where nothing is said', () => {
    expect(resolvePeriod(none, real)).toEqual({ kind: 'yearToDate', from: '2026-01-01', to: '2026-11-23' })
  })

  test('is the reporting year of the demo data, where there is demo data', () => {
    expect(resolvePeriod(none, demo)).toEqual({ kind: 'demoYear', from: '2025-01-01', to: '2025-12-03' })
  })

  test('of three years is three years to the day', () => {
    expect(resolvePeriod({ ...none, period: 'threeYears' }, real)).toMatchObject({
      from: '2023-11-24',
      to: '2026-11-23',
    })
    expect(resolvePeriod({ ...none, period: 'threeYears' }, demo)).toMatchObject({
      from: '2022-12-04',
      to: '2025-12-03',
    })
  })

  test('chosen back to front falls back to this year', () => {
    const state = { period: 'custom' as const, from: '2025-06-01', to: '2025-05-01' }
    expect(resolvePeriod(state, real).kind).toBe('yearToDate')
  })

  test('of the demo year means this year where no demo data is loaded', () => {
    expect(resolvePeriod({ ...none, period: 'demoYear' }, real).kind).toBe('yearToDate')
  })

  test('that is screened never exceeds what the rule speaks of, and fills it where it can', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days))
    fc.assert(
      fc.property(day, fc.nat(5000), (to, length) => {
        for (const longest of [30, 366, 731, 1096]) {
          const screened = lastOf({ from: addDays(to, -length), to }, longest)
          const days = (Date.parse(screened.to) - Date.parse(screened.from)) / 86_400_000 + 1
          expect(days).toBeLessThanOrEqual(longest)
          expect(days).toBeGreaterThanOrEqual(Math.min(length + 1, longest - 1))
        }
      }),
    )
  })
})
