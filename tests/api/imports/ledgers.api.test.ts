import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { commit, preview } from './import-helpers.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ template: 'gis' })
})
afterAll(() => app.close())

const hazards = {
  name: '隐患台账.csv',
  bytes: [
    '序号,隐患路段名称,路线编号,桩号,隐患类型,隐患情况,隐患等级,排查时间,排查单位,责任单位,责任人,整改措施,整改时限,整改情况',
    '1,棋盘井路口,G109,K1046+200,标志缺失,标志被风刮倒,一般,2026-10-08,棋盘井中队,鄂托克旗公路养护中心,李某,补设标志,2026-12-31,已整改',
    '2,碱柜路口,G109,K1060+000,标志缺失,标线磨损看不清,一般,2026-10-09,棋盘井中队,鄂托克旗公路养护中心,王某,重划标线,2026-12-31,正在整改',
  ].join('\r\n'),
}

test('a ledger of hazards becomes tickets with numbers and a history; what is done awaits acceptance', async () => {
  const clerk = app.as('clerk')
  const batch = await preview(clerk, hazards, { kind: 'hazards' })
  expect(batch.status, batch.notes.join()).toBe('preview')
  expect(batch.rows.map(({ blocking }) => blocking)).toEqual([[], []])
  await clerk(`/api/imports/${batch.id}`, { method: 'PATCH', body: { rule: { check: 'take' } } })
  const read = (await (await clerk(`/api/imports/${batch.id}`)).json()) as typeof batch
  const done = await commit(clerk, read)
  expect(done.status, done.notes.join()).toBe('committed')
  const list = (await (await clerk('/api/hazards')).json()) as {
    items: { id: string; number: string; status: number }[]
  }
  const byNumber = [...list.items].sort((a, b) => (a.number < b.number ? -1 : 1))
  expect(byNumber.map(({ number, status }) => [number, status])).toEqual([
    ['YH-150624-2026-0001', 50],
    ['YH-150624-2026-0002', 40],
  ])
  const history = await clerk(`/api/hazards/${byNumber[0]!.id}/history`)
  expect(history.status).toBe(200)
  expect(JSON.stringify(await history.json())).toContain('由台账导入')
  expect((await preview(clerk, hazards, { kind: 'hazards' })).counts).toMatchObject({ duplicate: 2, new: 0 })
  expect((await clerk(`/api/imports/${batch.id}/undo`, { method: 'POST' })).status).toBe(200)
  const after = (await (await clerk('/api/hazards')).json()) as { items: unknown[] }
  expect(after.items).toEqual([])
})

test('an inventory of facilities is placed on its roads, and comes a second time without a change', async () => {
  const facility = app.as('facility')
  const file = {
    name: '设施台账.csv',
    bytes: [
      '序号,设施名称,数量,单位,路线编号,桩号,方向,状态,安装日期,备注',
      '1,爆闪灯,4,盏,G109,K1046+200,双向,正常,2026-09-01,',
      '2,警示标志,2,块,G109,K1060+000,双向,正常,2026-09-02,',
    ].join('\r\n'),
  }
  const batch = await preview(facility, file, { kind: 'facilities' })
  expect(batch.status, batch.notes.join()).toBe('preview')
  await facility(`/api/imports/${batch.id}`, { method: 'PATCH', body: { rule: { check: 'take' } } })
  const read = (await (await facility(`/api/imports/${batch.id}`)).json()) as typeof batch
  expect((await commit(facility, read)).status).toBe('committed')
  const list = (await (await facility('/api/facilities')).json()) as { items: { stake: number }[] }
  expect(list.items.map(({ stake }) => stake).sort()).toEqual([1046200, 1060000])
  expect((await preview(facility, file, { kind: 'facilities' })).counts).toMatchObject({ duplicate: 2 })
})
