import { describe, expect, test, vi } from 'vitest'
import { queryText } from '../../../api/client.ts'
import { changeBetween } from '../../../api/statistics/indices.ts'
import type { AppState } from '../../../web/src/state/app-state.svelte.ts'
import { accidentQuery } from '../../../web/src/state/filter-query.ts'
import { baseOfDraft, draftOfBase, faultsOfBase } from '../../../web/src/statistics/base-draft.ts'
import { barShare, changeTone, changeWords, shadeOf } from '../../../web/src/statistics/figure-text.ts'
import { headGroups } from '../../../web/src/statistics/head-groups.ts'
import { draftOfMaterial, faultyCounts, materialOfDraft } from '../../../web/src/statistics/material-draft.ts'
import { rowPatch } from '../../../web/src/statistics/row-filter.ts'
import { StatisticsDesk } from '../../../web/src/statistics/statistics-desk.svelte.ts'
import { wordsIn } from '../../../web/src/text/words.ts'

const year = { from: '2025-01-01', to: '2025-12-03' }
const zh = wordsIn('zh').statistics

describe('a row of figures on the map', () => {
  test('asks for exactly its accidents, by the filter that exports use too', () => {
    const { part } = rowPatch('form', '21', year)!
    const filters = { calibre: 'general', road: null, severity: [], part: part! } as const
    expect(queryText(accidentQuery(filters, year))).toContain('&form=21&')
  })

  test('takes back the row before it', () => {
    expect(rowPatch('road', 'G109', year)).toEqual({ panel: null, road: 'G109', severity: [], part: null })
    expect(rowPatch('severity', 'fatal', year)).toMatchObject({ severity: ['fatal'], road: null })
  })

  test('of a month holds its days within the period, and none where the month comes twice', () => {
    expect(rowPatch('month', '12', year)).toMatchObject({ from: '2025-12-01', to: '2025-12-03' })
    expect(rowPatch('month', '02', { from: '2024-01-01', to: '2024-12-31' })).toMatchObject({
      to: '2024-02-29',
    })
    expect(rowPatch('month', '02', { from: '2024-01-01', to: '2025-12-31' })).toBeNull()
  })

  test('that nobody recorded cannot be filtered by', () => {
    expect(rowPatch('cause', 'unknown', year)).toBeNull()
  })
})

describe('words and drawings of a figure', () => {
  test('say the change in words, and no share of nothing', () => {
    expect(changeWords(changeBetween(194, 207), zh, 'zh')).toBe('下降 6.3%')
    expect(changeWords(changeBetween(3, 3), zh, 'zh')).toBe('持平')
    expect(changeWords(changeBetween(3, 0), zh, 'zh')).toBe('—')
    expect(changeWords(changeBetween(0, 0), zh, 'zh')).toBe('持平')
    expect(changeTone(changeBetween(3, 0))).toBe('worse')
  })

  test('draw nothing only for nothing', () => {
    expect([barShare(0, 100), barShare(1, 1000), barShare(100, 100), barShare(0, 0)]).toEqual([0, 2, 100, 0])
    expect([shadeOf(0, 9), shadeOf(1, 9), shadeOf(9, 9)]).toEqual([0, 1, 4])
  })

  test('a heading of two rows reaches over its columns', () => {
    expect(headGroups([{ header: '路别' }])).toBeUndefined()
    const heads = [{ header: '路别' }, { header: '起数', group: '本期' }, { header: '死亡', group: '本期' }]
    expect(headGroups(heads)).toEqual([
      { text: '路别', span: 1, isAlone: true },
      { text: '本期', span: 2, isAlone: false },
    ])
  })
})

describe('what is entered', () => {
  test('a base needs vehicles and a source, and takes whole numbers only', () => {
    const draft = { ...draftOfBase(undefined), drivers: '4.3万' }
    expect(faultsOfBase(draft)).toEqual({ vehicles: 'needed', source: 'needed', drivers: 'wholeNumber' })
    const whole = { ...draft, vehicles: ' 39100 ', drivers: '', source: '年报' }
    expect(faultsOfBase(whole)).toEqual({})
    expect(baseOfDraft(whole)).toEqual({
      ...{ vehicles: 39_100, drivers: null, population: null, residents: null, source: '年报' },
    })
  })

  test('material keeps an empty field apart from a 0', () => {
    const kept = { year: 2025, counts: { banners: 0 }, texts: {}, updatedAt: null, updatedBy: null }
    const draft = draftOfMaterial(kept)
    expect(draft.counts).toMatchObject({ banners: '0', slogans: '' })
    expect(materialOfDraft(draft)).toEqual({ counts: { banners: 0 }, texts: {} })
    expect(faultyCounts({ ...draft, counts: { ...draft.counts, slogans: '约30' } })).toEqual(['slogans'])
  })
})

test('the page asks anew only when its question changed, and takes files with the same period and calibre', async () => {
  const calls = Object.fromEntries(
    ['figuresBy', 'crossTable', 'report', 'statisticBases', 'summary'].map((name) => [
      name,
      vi.fn(async () => ({ items: [] })),
    ]),
  )
  const reportFile = vi.fn(async () => ({ blob: new Blob(), name: '月报.xlsx' }))
  const app = { calls: { ...calls, reportFile }, url: { calibre: 'reported' }, period: year, language: 'zh' }
  const desk = new StatisticsDesk(app as unknown as AppState)
  desk.load()
  desk.load()
  expect(calls['figuresBy']).toHaveBeenCalledTimes(1)
  desk.dimension = 'form'
  desk.load()
  expect(calls['figuresBy']).toHaveBeenLastCalledWith({ ...year, calibre: 'reported', by: 'form' })
  const saved: string[] = []
  await desk.takeAway('four-indices', 'xlsx', (_, name) => void saved.push(name))
  expect(reportFile).toHaveBeenCalledWith('four-indices', 'xlsx', { ...year, calibre: 'reported' })
  expect(saved).toEqual(['月报.xlsx'])
})
