import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dimensions } from '../../../api/statistics/dimensions.ts'
import { sumOfIndices, type Indices } from '../../../api/statistics/indices.ts'
import type { CrossTable, FourIndices, Summary } from '../../../api/statistics/statistics.schema.ts'
import type { ReportAnswer } from '../../../api/reports/report.schema.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'

let service: TestApp
beforeAll(async () => {
  service = await openTestApp({ template: 'demo' })
})
afterAll(() => service.close())

const get = async <Answer>(path: string, user = 'leader'): Promise<Answer> => {
  const answer = await service.as(user)(path)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Answer
}
const year = 'from=2025-01-01&to=2025-12-03'
const figures = ({ accidents, killed, injured, lossYuan }: Indices) => [accidents, killed, injured, lossYuan]
const lastEntry = () =>
  service.database.db
    .selectFrom('audit_entry')
    .select(['action', 'object_id', 'before', 'after'])
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow()

describe('counted accidents', () => {
  test('in every dimension and calibre the rows add up to the total, this year and last', async () => {
    for (const by of dimensions)
      for (const calibre of ['general', 'reported', 'simple', 'all']) {
        const answer = await get<FourIndices>(
          `/api/statistics/four-indices?${year}&by=${by}&calibre=${calibre}`,
        )
        const rows = answer.rows!
        expect(sumOfIndices(rows.map(({ current }) => current)), `${by} ${calibre}`).toEqual(answer.current)
        expect(sumOfIndices(rows.map(({ previous }) => previous))).toEqual(answer.previous)
        expect(rows.every(({ name }) => !name.startsWith('代码表外'))).toBe(true)
        expect(rows.every(({ reported }) => (reported !== undefined) === (calibre === 'general'))).toBe(true)
      }
  })

  test('have names in both languages, and both calibres side by side', async () => {
    const { rows } = await get<FourIndices>(`/api/statistics/four-indices?${year}&by=squad`)
    const squad = rows!.find(({ key }) => key === 'L03')!
    expect(squad.name).toBe('棋盘井中队')
    expect(sumOfIndices(rows!.map(({ reported }) => reported!.current))).toEqual({
      ...{ accidents: 18, killed: 13, injured: 14, lossYuan: 110_000 },
    })
    const english = await service.as('leader')(`/api/statistics/four-indices?${year}&by=weekday`, {
      headers: { 'accept-language': 'en' },
    })
    expect(((await english.json()) as FourIndices).rows!.map(({ name }) => name)[0]).toBe('Monday')
  })

  test('hour by weekday adds up both ways, and its cells are what the list shows for them', async () => {
    const table = await get<CrossTable>(`/api/statistics/cross-table?${year}`)
    expect([table.rows.length, table.columns.length]).toEqual([24, 7])
    expect(figures(table.total)).toEqual([194, 40, 260, 1_595_300])
    expect(sumOfIndices(table.columnTotals)).toEqual(table.total)
    const row = table.cells.findIndex((cells) => cells.some(({ accidents }) => accidents > 0))
    const column = table.cells[row]!.findIndex(({ accidents }) => accidents > 0)
    const cell = `hour=${table.rows[row]!.key}&weekday=${table.columns[column]!.key}`
    const listed = await get<{ items: unknown[] }>(`/api/accidents?${year}&${cell}`)
    expect(listed.items).toHaveLength(table.cells[row]![column]!.accidents)
    expect(
      (await service.as('leader')(`/api/statistics/cross-table?${year}&rows=hour&columns=hour`)).status,
    ).toBe(400)
  })

  test('an hour that nobody knows is not midnight', async () => {
    const rollback = new Error('taken back')
    await service.database.db
      .transaction()
      .execute(async (trx) => {
        const { sumIndicesBy } = await import('../../../api/statistics/statistics.queries.ts')
        const filter = { from: '2025-01-01', to: '2025-12-03', calibre: 'general' } as const
        await trx.updateTable('accident').set({ time_precision: 'day' }).execute()
        expect((await sumIndicesBy(trx, filter, 'hour')).map(({ key }) => key)).toEqual(['unknown'])
        throw rollback
      })
      .catch((error: unknown) => expect(error).toBe(rollback))
  })

  test('simple procedure stands apart, and the death rates say their calibre', async () => {
    const summary = await get<Summary>(`/api/statistics/summary?${year}`)
    expect(summary.simple.current.accidents).toBeGreaterThan(500)
    expect(summary.simple.current.killed).toBe(0)
    expect(summary.severe).toEqual([])
    const rate = (calibre: string) =>
      summary.rates.find((one) => one.kind === 'vehicles' && one.calibre === calibre)!.rate
    expect([rate('general'), rate('reported')]).toEqual(['10.23', '3.32'])
    expect(summary.origins).toEqual([{ batch: null, demo: true, accidents: 194 }])
  })

  test('an empty year and a year without a base give dashes, not errors', async () => {
    const empty = await get<Summary>('/api/statistics/summary?from=2031-01-01&to=2031-12-31')
    expect(figures(empty.general.current)).toEqual([0, 0, 0, 0])
    expect(empty.general.change.accidents).toEqual({ difference: 0, percent: null, trend: 'level' })
    expect(empty.rates.map(({ rate }) => rate)).toEqual([null, null, null, null, null, null])
    const first = await get<Summary>('/api/statistics/summary?from=2022-01-01&to=2022-12-31')
    expect(first.general.change.accidents.percent).toBeNull()
    const leap = await get<Summary>('/api/statistics/summary?from=2024-02-29&to=2024-02-29')
    expect([leap.previousFrom, leap.previousTo]).toEqual(['2023-02-28', '2023-02-28'])
  })
})

describe('the bases of the rates', () => {
  const base = { vehicles: 40_000, drivers: 44_000, source: '车管所年报' }

  test('are entered by the office, told in the trail, and divide the deaths of their own year', async () => {
    const answer = await service.as('clerk')('/api/statistics/bases/2024', { method: 'PUT', body: base })
    expect(answer.status).toBe(200)
    expect(await lastEntry()).toMatchObject({ action: 'statisticBase.set', object_id: '2024', before: null })
    const summary = await get<Summary>('/api/statistics/summary?from=2024-01-01&to=2024-12-03')
    expect(summary.rates.filter(({ calibre }) => calibre === 'general').map(({ rate }) => rate)).toEqual([
      ...['10.75', '9.77', null],
    ])
    expect((await service.as('clerk')('/api/statistics/bases/2024', { method: 'DELETE' })).status).toBe(204)
    expect((await service.as('clerk')('/api/statistics/bases/2024', { method: 'DELETE' })).status).toBe(404)
  })

  test('are refused to others, and without a source or with nothing to divide by', async () => {
    const put = (user: string, body: unknown) =>
      service.as(user)('/api/statistics/bases/2023', { method: 'PUT', body })
    expect((await put('squad', base)).status).toBe(403)
    expect((await put('leader', { ...base, vehicles: 0 })).status).toBe(422)
    expect((await put('leader', { vehicles: 40_000 })).status).toBe(422)
  })
})

const cellsOf = (rows: ReportAnswer['tables'][number]['rows']) =>
  rows.map((row) => row.map((cell) => (typeof cell === 'object' ? cell.text : String(cell))))
const fileOf = async (path: string, user = 'clerk') => {
  const answer = await service.as(user)(path)
  expect(answer.status).toBe(200)
  return { headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) }
}

describe('四项指数年报', () => {
  const path = `/api/reports/four-indices?${year}`

  test('has both calibres as in the brigade’s own table, to the digit', async () => {
    const { title, tables } = await get<ReportAnswer>(path)
    expect(title).toBe('2025年1月—12月3日 道路交通事故四项指数对比表')
    expect(tables[0]!.columns.map(({ header }) => header)).toEqual([
      ...['口径', '起数', '死亡', '受伤', '财损(万元)', '上年 起/死/伤/万元', '同比 起/死/伤/财损'],
    ])
    expect(cellsOf(tables[0]!.rows)).toEqual([
      ['一般程序合计', '194', '40', '260', '159.53', '207/43/271/172.40', '↓6.3% ↓7.0% ↓4.1% ↓7.5%'],
      ['其中:统计(上报)', '18', '13', '14', '11.00', '20/14/17/12.60', '↓10.0% ↓7.1% ↓17.6% ↓12.7%'],
    ])
  })

  test.each([
    [
      'general',
      [
        [58, 14, 79, 486_000],
        [22, 5, 30, 181_300],
        [19, 4, 25, 152_000],
        [27, 6, 38, 226_000],
        [18, 4, 24, 160_000],
        [50, 7, 64, 390_000],
        [194, 40, 260, 1_595_300],
      ],
    ],
    [
      'reported',
      [
        [6, 5, 4, 36_000],
        [2, 1, 2, 12_000],
        [2, 1, 2, 12_000],
        [3, 2, 2, 20_000],
        [2, 1, 2, 10_000],
        [3, 3, 2, 20_000],
        [18, 13, 14, 110_000],
      ],
    ],
  ])('by road the calibre %s is the brigade’s own table', async (calibre, expected) => {
    const { tables } = await get<ReportAnswer>(`${path}&calibre=${calibre}`)
    const { rows, totals } = tables[1]!
    const names = [
      'G109京拉线',
      'G110京银线',
      'S313府深线',
      'S216察靖线',
      '察敖一级公路',
      '其他道路(县乡、气田、镇区)',
      '合计',
    ]
    const printed = [...rows, totals!]
    expect(new Map(printed.map((row) => [row[0], row.slice(1, 5)]))).toEqual(
      new Map(names.map((name, index) => [name, expected[index]])),
    )
  })

  test('says below what was counted, and where the rows came from', async () => {
    const { notes, demo, provenance } = await get<ReportAnswer>(path)
    expect(notes[0]).toBe(
      '统计口径:一般程序(其中上报统计18起);死亡按7日;截至2025年12月3日;数据来源:演示数据(无导出批次)。',
    )
    expect(notes[1]).toMatch(/^简易程序事故\d{3}起/)
    expect(notes[2]).toContain('万车死亡率:10.23(一般程序)、3.32(一般程序中的统计（上报）事故)')
    expect(demo).toBe(true)
    expect(provenance).toContainEqual(['统计口径', '一般程序'])
  })

  test('all its tables add up to the same total', async () => {
    const { tables } = await get<ReportAnswer>(path)
    const summed = tables.filter(({ totals }) => totals !== undefined)
    expect(summed.map(({ sheetName }) => sheetName)).toEqual([
      '按路别',
      '按形态',
      '按原因',
      '按时段',
      '按中队',
    ])
    for (const { totals } of summed) expect(totals!.slice(1, 9)).toEqual(summed[0]!.totals!.slice(1, 9))
  })

  test('leaves as a workbook with numbers, two header rows and a hidden sheet, and is told in the trail', async () => {
    const { bytes, headers } = await fileOf(`${path}&format=xlsx`)
    expect(headers.get('content-disposition')).toContain(encodeURIComponent('四项指数'))
    const { sheets } = await readXlsx(bytes)
    const meta = sheets.find(({ name }) => name === '_meta')!
    const hash = meta.rows.find(([label]) => label === '校验码')![1]
    const roads = sheets.find(({ name }) => name === '按路别')!
    expect(roads.rows[2]!.slice(0, 3)).toEqual(['路别(路线)', '本期', '本期'])
    expect(roads.rows[4]!.slice(0, 5)).toEqual(['G109京拉线', 58, 14, 79, 486_000])
    expect(sheets[0]!.rows[3]![4]).toBe(159.53)
    expect(await lastEntry()).toMatchObject({
      action: 'report.export',
      object_id: 'four-indices',
      after: { format: 'xlsx', filter: { from: '2025-01-01', to: '2025-12-03', calibre: 'general', hash } },
    })
  })

  test('says the same in Word, as PDF and on the screen', async () => {
    const { hash } = await get<ReportAnswer>(path)
    const word = unzipSync((await fileOf(`${path}&format=docx`)).bytes)
    const body = new TextDecoder().decode(word['word/document.xml'])
    for (const text of ['一般程序合计', '207/43/271/172.40', hash]) expect(body).toContain(text)
    expect(body).toContain('w:orient="landscape"')
    const pdf = (await fileOf(`${path}&format=pdf`)).bytes
    expect(new TextDecoder('latin1').decode(pdf.slice(0, 5))).toBe('%PDF-')
  })

  test('an empty year has its rows, zeros and no percentages of nothing', async () => {
    const { tables } = await get<ReportAnswer>('/api/reports/four-indices?from=2031-01-01&to=2031-12-31')
    expect(cellsOf(tables[0]!.rows)[0]).toEqual([
      ...['一般程序合计', '0', '0', '0', '0.00', '0/0/0/0.00', Array(4).fill('—(上年同期为0)').join(' ')],
    ])
    expect(tables[1]!.rows).toHaveLength(6)
    const first = await get<ReportAnswer>('/api/reports/four-indices?from=2022-01-01&to=2022-12-31')
    expect(cellsOf(first.tables[0]!.rows)[0]!.at(-1)).toContain('—(上年同期为0)')
  })
})

describe('隐患月报', () => {
  const path = '/api/reports/monthly-hazards?from=2026-01-01&to=2026-11-30'

  test('has the columns and rows of the form, and every found ticket in one of them', async () => {
    const { title, tables, notes } = await get<ReportAnswer>(path)
    expect(title).toBe('2026年1月—11月道路交通安全隐患排查治理情况统计表')
    const [table] = tables
    expect(table!.columns.map(({ header }) => header)).toEqual([
      ...[
        '路别',
        '排查一般隐患(项)',
        '其中已整改(项)',
        '整改率(%)',
        '排查重大隐患(项)',
        '其中已整改销号(项)',
      ],
      ...['整改率(%)', '列入治理计划(项)', '其中达到"五到位"(项)', '挂牌督办(项)', '其中自治区级挂牌(项)'],
      '累计落实治理资金(万元)',
    ])
    expect(table!.rows.map(([name]) => name)).toEqual([
      '国道',
      '省道',
      '一级公路',
      '县乡道',
      '气田路',
      '镇区',
    ])
    const { rows } = { rows: cellsOf(table!.rows) }
    const sum = (index: number) => rows.reduce((total, row) => total + Number(row[index]), 0)
    const totals = cellsOf([table!.totals!])[0]!
    for (const index of [1, 2, 4, 5, 7, 8, 9, 10]) expect(Number(totals[index])).toBe(sum(index))
    const found = await get<{ total: number }>('/api/hazards?from=2026-01-01&to=2026-11-30')
    expect(sum(1) + sum(4)).toBe(found.total)
    expect(notes[0]).toContain('状态截至2026年11月23日')
  })

  test('agrees with the screen of the inspector-general about rates', async () => {
    const { tables } = await get<ReportAnswer>(path)
    const rates = cellsOf(tables[2]!.rows).map((row) => `${row[4]}/${row[5]} = ${row[6]}`)
    const { checks } = await get<{ checks: { key: string; figures: { value: { zh: string } }[] }[] }>(
      '/api/inspection',
    )
    expect(checks.find(({ key }) => key === 'rates')!.figures.map(({ value }) => value.zh)).toEqual(rates)
  })

  test('shows a past month as it stood then', async () => {
    const closedSince = (answer: ReportAnswer) => Number(answer.tables[2]!.rows[0]![4])
    const now = await get<ReportAnswer>(path)
    const before = await get<ReportAnswer>('/api/reports/monthly-hazards?from=2026-01-01&to=2026-01-31')
    expect(closedSince(now)).toBeGreaterThan(0)
    expect(closedSince(before)).toBe(0)
    const empty = await get<ReportAnswer>('/api/reports/monthly-hazards?from=2019-02-01&to=2019-02-28')
    expect(cellsOf([empty.tables[0]!.totals!])[0]).toEqual([
      ...['合计', '0', '0', '—', '0', '0', '—', '0', '0', '0', '0', '0.00'],
    ])
    expect(empty.tables[1]!.rows.map((row) => row[1])).toEqual(['—', '—', '—'])
  })
})

describe('年度总结素材', () => {
  const textOf = ({ paragraphs }: ReportAnswer) =>
    paragraphs.map((part) => ('heading' in part ? part.heading : part.text))

  test('begins with the brigade’s own sentence and stands under the five mechanisms', async () => {
    const text = textOf(await get<ReportAnswer>(`/api/reports/annual-summary?${year}`))
    expect(text[0]).toBe(
      '截至12月初,全旗发生道路交通事故一般程序共计194起,死亡40人,受伤260人,财损159.53万元' +
        '(其中一般程序统计事故18起,死亡13人,受伤14人,财损11万元)。',
    )
    expect(text.filter((line) => /^[一二三四五]、.*机制$/.test(line))).toHaveLength(5)
  })

  test('counts what was done about hazards and placed in the year', async () => {
    const text = textOf(await get<ReportAnswer>('/api/reports/annual-summary?from=2026-01-01&to=2026-12-31'))
    const found = await get<{ total: number }>('/api/hazards?from=2026-01-01&to=2026-12-31')
    const closed = await get<{ total: number }>('/api/hazards?status=70')
    const placed = await get<{ placedSentence: string }>(
      '/api/facilities/totals?installedFrom=2026-01-01&installedTo=2026-12-31',
    )
    const facilities = placed.placedSentence.replace('（', '(').replace('）', ')')
    expect(facilities).toMatch(
      /^设置太阳能爆闪警示灯[1-9]\d*盏、减速带[1-9]\d*条\(\d+米\)、警示标牌[1-9]\d*块$/,
    )
    // One of those closed was reopened since.
    const sentence = `排查隐患${found.total}处,提请挂牌督办4处,整改销号${closed.total + 1}处,${facilities}。`
    expect(text.find((line) => line.startsWith('排查隐患'))!.startsWith(sentence)).toBe(true)
  })

  test('takes what the office fills in, keeps it by the year, and refuses what nobody asks for', async () => {
    const put = (user: string, body: unknown) =>
      service.as(user)('/api/reports/annual-material/2025', { method: 'PUT', body })
    const body = { counts: { activities: 40, leaflets: 30_000 }, texts: { violations: '开展17类专项整治。' } }
    expect((await put('clerk', body)).status).toBe(200)
    expect(await lastEntry()).toMatchObject({ action: 'annualMaterial.set', object_id: '2025', after: body })
    const text = textOf(await get<ReportAnswer>(`/api/reports/annual-summary?${year}`))
    expect(text).toContain('开展宣传活动40场次,发放宣传材料30000份。')
    expect(text).toContain('开展17类专项整治。')
    expect((await put('squad', body)).status).toBe(403)
    expect((await put('clerk', { counts: { kilometres: 1 }, texts: {} })).status).toBe(422)
    expect((await get<{ counts: object }>('/api/reports/annual-material/2024')).counts).toEqual({})
  })
})

test('whole-banner files leave with those who may take all of it', async () => {
  const status = async (user: string, path: string) => (await service.as(user)(`/api/reports/${path}`)).status
  expect(await status('squad', `four-indices?${year}`)).toBe(200)
  expect(await status('squad', `four-indices?${year}&format=xlsx`)).toBe(403)
  expect(await status('facility', `monthly-hazards?${year}&format=pdf`)).toBe(403)
  expect(await status('facility', 'facility-totals?from=2026-01-01&to=2026-11-23&format=xlsx')).toBe(200)
  expect(await status('admin', `four-indices?${year}`)).toBe(403)
  expect(await status('leader', 'nothing?from=2025-01-01&to=2025-12-03')).toBe(404)
  expect(await status('leader', 'four-indices?from=2025-12-03&to=2025-01-01')).toBe(400)
})
