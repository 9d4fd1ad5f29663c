import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportRow } from '../../../api/imports/import.schema.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { commit, preview } from './import-helpers.ts'

let demo: TestApp
let empty: TestApp
beforeAll(async () => {
  demo = await openTestApp({ template: 'demo' })
  empty = await openTestApp({ template: 'gis' })
})
afterAll(() => Promise.all([demo.close(), empty.close()]))

/** All that an accident says, but what belongs to the database it stands in; its grade is computed from the roads. */
async function factsOf(app: TestApp, from: string, to: string) {
  const { rows } = await sql<{ accident_no: string; facts: Record<string, unknown> }>`
    select accident_no, to_jsonb(accident) - array['id', 'source', 'is_demo', 'version', 'imported', 'corrections',
      'created_at', 'created_by', 'updated_at', 'updated_by', 'import_batch_id', 'geom', 'geom_3857', 'brief',
      'locating_grade', 'import_undone']
      || jsonb_build_object('lon', round(st_x(geom)::numeric, 6), 'lat', round(st_y(geom)::numeric, 6)) as facts
    from accident where occurred_on between ${from}::date and ${to}::date and procedure = 'general'
    order by accident_no`.execute(app.database.db)
  return rows
}

describe('the accidents of the demonstration year', () => {
  test('come back from our own workbook into an empty database, to the field and to the totals', async () => {
    const health = (await (await demo.app.request('/api/health')).json()) as { demoYear: number }
    const period = [`${health.demoYear}-01-01`, `${health.demoYear}-12-03`] as const
    const asked = `from=${period[0]}&to=${period[1]}`
    const file = await demo.as('accident')(`/api/accidents?${asked}&format=xlsx`)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const officer = empty.as('accident')
    const batch = await preview(officer, { name: '事故.xlsx', bytes }, { kind: 'accidents', crs: 'wgs84' })
    const doubts = await officer(`/api/imports/${batch.id}/rows?outcome=check&outcome=refused`)
    const { items } = (await doubts.json()) as { items: ImportRow[] }
    expect(items.map(({ findings }) => findings)).toEqual([])
    expect(batch.counts).toEqual({ new: 194, changed: 0, duplicate: 0, check: 0, refused: 0 })
    await commit(officer, batch)
    const [before, after] = [await factsOf(demo, ...period), await factsOf(empty, ...period)]
    expect(after.length).toBe(194)
    for (const [index, { accident_no, facts }] of before.entries())
      expect(after[index], accident_no).toEqual({ accident_no, facts })
    const totals = async (app: TestApp) =>
      (await app.as('leader')(`/api/statistics/four-indices?${asked}`)).json() as Promise<{
        current: unknown
      }>
    expect((await totals(empty)).current).toEqual((await totals(demo)).current)
    const again = await preview(
      demo.as('accident'),
      { name: '事故.xlsx', bytes },
      { kind: 'accidents', crs: 'wgs84' },
    )
    expect(again.counts).toEqual({ new: 0, changed: 0, duplicate: 194, check: 0, refused: 0 })
  })
})
