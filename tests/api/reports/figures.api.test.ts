import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dimensions } from '../../../api/statistics/dimensions.ts'
import { sumOfIndices, type Indices } from '../../../api/statistics/indices.ts'
import type { CrossTable, FourIndices, Summary } from '../../../api/statistics/statistics.schema.ts'
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
    expect(empty.general.change.accidents).toEqual({ difference: 0, percent: 0, trend: 'level' })
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
