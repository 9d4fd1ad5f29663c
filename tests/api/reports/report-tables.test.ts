import { describe, expect, test } from 'vitest'
import type { TicketFacts } from '../../../api/hazards/figures/ticket-facts.ts'
import { manualSentence } from '../../../api/reports/annual-fields.ts'
import { hazardWork, workSentence } from '../../../api/reports/annual-report.ts'
import { changePercentText, changeText } from '../../../api/reports/change-text.ts'
import { calibresTable, combined, compared, comparisonTable } from '../../../api/reports/comparison-table.ts'
import { hourRows } from '../../../api/reports/four-indices-report.ts'
import { periodTitle } from '../../../api/reports/period-title.ts'
import { reportWorkbook } from '../../../api/reports/report-workbook.ts'
import type { Provenance } from '../../../api/documents/provenance.ts'
import { defaultOffice } from '../../../api/documents/office/office.ts'
import { changeBetween, noAccidents } from '../../../api/statistics/indices.ts'

const indices = (accidents: number, killed: number, injured: number, lossYuan: number) => ({
  ...{ accidents, killed, injured, lossYuan },
})

describe('a period in a title', () => {
  test.each([
    ['2025-01-01', '2025-12-03', '2025年1月—12月3日'],
    ['2025-11-01', '2025-11-30', '2025年11月'],
    ['2024-02-01', '2024-02-29', '2024年2月'],
    ['2025-02-01', '2025-02-28', '2025年2月'],
    ['2024-02-29', '2024-02-29', '2024年2月29日'],
    ['2025-01-01', '2025-12-31', '2025年'],
    ['2024-12-01', '2025-11-30', '2024年12月—2025年11月'],
    ['2025-03-05', '2025-03-20', '2025年3月5日—3月20日'],
  ])('%s to %s is %s', (from, to, title) => {
    expect(periodTitle({ from, to })).toBe(title)
  })
})

describe('a change', () => {
  test('is an arrow with one decimal, a word, or a dash with its reason', () => {
    expect(changePercentText(changeBetween(194, 207))).toBe('↓6.3%')
    expect(changePercentText(changeBetween(40, 43))).toBe('↓7.0%')
    expect(changeText(changeBetween(9, 7))).toBe('↑28.6')
    expect(changePercentText(changeBetween(7, 7))).toBe('持平')
    expect(changePercentText(changeBetween(7, 0))).toBe('—(上年同期为0)')
    expect(changePercentText(changeBetween(0, 0))).toBe('—(上年同期为0)')
    expect(changePercentText(changeBetween(100_001, 100_000))).toBe('↑0.0%')
  })
})

test('both calibres stand as in the brigade’s own table', () => {
  const general = compared('', indices(194, 40, 260, 1_595_300), indices(207, 43, 271, 1_724_000))
  const reported = compared('', indices(18, 13, 14, 110_000), indices(20, 14, 17, 126_000))
  const text = calibresTable(general, reported).rows.map((row) =>
    row.map((cell) => (typeof cell === 'object' ? cell.text : String(cell))).join(' | '),
  )
  expect(text).toEqual([
    '一般程序合计 | 194 | 40 | 260 | 159.53 | 207/43/271/172.40 | ↓6.3% ↓7.0% ↓4.1% ↓7.5%',
    '其中:统计(上报) | 18 | 13 | 14 | 11.00 | 20/14/17/12.60 | ↓10.0% ↓7.1% ↓17.6% ↓12.7%',
  ])
})

describe('rows that are printed as one', () => {
  const row = (key: string, now: number, before: number) => ({
    ...{ key, name: key },
    ...compared(key, indices(now, 0, 0, now * 7), indices(before, 0, 0, before * 7)),
  })

  test('are added up, and a row without anything is still there', () => {
    const [main, other] = combined(['甲', '乙'], [row('a', 1, 2), row('b', 3, 4)], () => '甲')
    expect([main!.current.accidents, main!.previous.lossYuan]).toEqual([4, 42])
    expect(other!.current).toEqual(noAccidents)
  })

  test('of hours make twelve bands, and a thirteenth only where an hour is not known', () => {
    expect(hourRows([row('07', 2, 0), row('06', 1, 0)]).map(({ current }) => current.accidents)).toEqual([
      ...[0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0],
    ])
    expect(hourRows([row('unknown', 2, 0)]).at(-1)).toMatchObject({ name: '时间不详' })
  })

  test('the total is the sum of what is printed', () => {
    const table = comparisonTable({ sheetName: '甲', first: '甲' }, [row('a', 1, 2), row('b', 3, 4)])
    const column = (index: number) => table.rows.reduce((sum, cells) => sum + Number(cells[index]), 0)
    for (const index of [1, 4, 5, 8, 9, 12]) expect(table.totals![index]).toBe(column(index))
  })
})

describe('the sentences of the year', () => {
  const placed = [
    { kind: 'solar_strobe', unit: '盏', placed: 30, placedMetres: 0 },
    { kind: 'speed_bump', unit: '条', placed: 12, placedMetres: 84 },
    { kind: 'warning_sign', unit: '块', placed: 33, placedMetres: 0 },
  ].map((total) => ({ ...total, rows: 1, quantity: 0, lengthMetres: 0, working: 0 }))

  test('say what was done about hazards in the brigade’s own pattern', () => {
    const work = { found: 26, proposed: 4, closed: 5 }
    expect(workSentence(work, placed as Parameters<typeof workSentence>[1])).toBe(
      '排查隐患26处,提请挂牌督办4处,整改销号5处,设置太阳能爆闪警示灯30盏、减速带12条(84米)、警示标牌33块',
    )
  })

  test('count what happened in the days of the period, whenever the hazard was found', () => {
    const facts = (patch: Partial<TicketFacts>) =>
      ({ foundOn: '2024-05-01', proposedOn: null, closings: [], ...patch }) as unknown as TicketFacts
    const tickets = [
      facts({ foundOn: '2025-01-01', proposedOn: '2025-12-03' }),
      facts({ closings: ['2024-06-01', '2025-02-01'] }),
      facts({ foundOn: '2025-12-04', closings: ['2024-12-31'] }),
    ]
    expect(hazardWork(tickets, { from: '2025-01-01', to: '2025-12-03' })).toEqual({
      ...{ found: 1, proposed: 1, closed: 1 },
    })
  })

  test('tell what was filled in and leave out what was not', () => {
    const material = {
      counts: { activities: 40, leaflets: 30_000, banners: 0 },
      texts: { publicity: '五进活动全覆盖。' },
    }
    expect(manualSentence('publicity', material)).toBe(
      '开展宣传活动40场次,发放宣传材料30000份,悬挂横幅0条。五进活动全覆盖。',
    )
    expect(manualSentence('violations', material)).toBe('')
  })
})

test('a heading of two rows is merged over its columns, and the sheet that tells the origin is hidden', () => {
  const table = comparisonTable({ sheetName: '按路别', first: '路别' }, [])
  const report = {
    kind: 'four-indices',
    title: '表',
    line: [],
    paragraphs: [],
    tables: [table],
    notes: ['注'],
  } as const
  const provenance: Provenance = {
    filter: '全部',
    calibre: 'general',
    cutoffOn: '2025-12-03',
    madeAt: '2025-12-05T00:00:00Z',
    madeBy: '王某',
    edition: 'internal',
    hash: 'ab',
  }
  const { sheets } = reportWorkbook(report, { office: defaultOffice, provenance, isDemo: true })
  const [shown, hidden] = sheets
  expect(shown!.merges).toContainEqual({ startRow: 2, startCol: 0, endRow: 3, endCol: 0 })
  expect(shown!.merges).toContainEqual({ startRow: 2, startCol: 1, endRow: 2, endCol: 4 })
  expect(shown!.pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: '$1:$4' })
  expect(shown!.rows!.at(-1)![0]).toContain('校验码：ab')
  expect(hidden).toMatchObject({ name: '_meta', hidden: true })
  expect(hidden!.rows).toContainEqual(['统计口径', '一般程序'])
})
