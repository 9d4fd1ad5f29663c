import { describe, expect, test } from 'vitest'
import type { ScreeningRun } from '../../../web/src/api/api-types.ts'
import { countSince, isOfPeriod, questionOf } from '../../../web/src/hotspots/stale-run.ts'

const days = { from: '2025-01-01', to: '2025-12-03' }
const run = {
  ...{ ...days, id: 'r1', preset: 'P2', calibre: 'general', weights: 'deaths', accidentCount: 194 },
  parameters: {},
} as unknown as ScreeningRun

interface Page {
  readonly accidents?: number | undefined
  readonly url?: object
  readonly period?: typeof days
}

const page = ({ accidents = 196, url = {}, period = days }: Page = {}) =>
  ({
    url: { road: null, severity: [], part: null, calibre: 'general', ...url },
    period,
    data: { indices: { value: { current: { accidents } } } },
  }) as unknown as Parameters<typeof countSince>[1]

describe('a ranking whose records have changed since', () => {
  test('is told with the number on record by now, more or fewer', () => {
    expect(countSince(run, page())).toBe(196)
    expect(countSince(run, page({ accidents: 190 }))).toBe(190)
  })

  test('is not told of where nothing changed, or where the number has not come yet', () => {
    expect(countSince(run, page({ accidents: 194 }))).toBeUndefined()
    const waiting = { ...page(), data: { indices: { value: undefined } } }
    expect(countSince(run, waiting)).toBeUndefined()
  })

  test.each([
    ['one road only', { url: { road: 'G109' } }],
    ['one severity only', { url: { severity: ['fatal'] } }],
    ['one row of the figures only', { url: { part: { field: 'form', key: '21' } } }],
    ['another calibre', { url: { calibre: 'reported' } }],
    ['other days', { period: { from: '2025-01-01', to: '2025-06-30' } }],
  ])('is not compared with what a page of %s counts', (_, shown) => {
    expect(countSince(run, page(shown))).toBeUndefined()
  })

  test('is made anew by the same question, and nothing of the old result goes with it', () => {
    expect(questionOf(run)).toEqual({ ...days, preset: 'P2', calibre: 'general', weights: 'deaths' })
  })

  test('knows whether it is of the days on the page', () => {
    expect(isOfPeriod(run, page())).toBe(true)
    expect(isOfPeriod(run, page({ period: { ...days, to: '2025-12-04' } }))).toBe(false)
  })
})
