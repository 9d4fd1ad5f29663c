import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import '../../../api/hazards/hazard-records.table.ts'
import { newPhoto, photoForm } from '../../fixtures/photos/make-photo.ts'
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

/** Commits a ledger of two tickets and gives the batch and its tickets. */
async function ledgerOf(stake: string) {
  const clerk = app.as('clerk')
  const bytes = hazards.bytes.replace('K1046+200', stake).replace('K1060+000', stake.replace('+000', '+500'))
  const batch = await preview(clerk, { ...hazards, bytes }, { kind: 'hazards' })
  await clerk(`/api/imports/${batch.id}`, { method: 'PATCH', body: { rule: { check: 'take' } } })
  await commit(clerk, (await (await clerk(`/api/imports/${batch.id}`)).json()) as typeof batch)
  const { items } = (await (await clerk('/api/hazards')).json()) as {
    items: { id: string; number: string }[]
  }
  return {
    id: batch.id,
    tickets: items.sort((a, b) => (a.number < b.number ? -1 : 1)).map((item) => item.id),
  }
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

describe('a ledger whose tickets have been worked on', () => {
  const undo = (id: string) =>
    app.as('clerk')(`/api/imports/${id}/undo`, { method: 'POST', headers: { 'accept-language': 'zh-CN' } })
  const reasons = async (id: string) => {
    const answer = await undo(id)
    expect(answer.status, await answer.clone().text()).toBe(409)
    const { dependences } = (await answer.json()) as { dependences: { why: string; message: string }[] }
    return dependences
  }

  test('is not undone while a photo stands on one of them, and is once it is withdrawn', async () => {
    const { id, tickets } = await ledgerOf('K1070+000')
    const photo = await app.as('squad')(`/api/hazards/${tickets[0]}/photos`, {
      body: photoForm(await newPhoto({ colour: '#102030' })),
    })
    expect(photo.status).toBe(201)
    const [dependence, ...others] = await reasons(id)
    expect(others).toEqual([])
    expect(dependence).toMatchObject({
      why: 'photo',
      row: 2,
      message: expect.stringContaining('有照片 1 张'),
    })
    const { id: photoId } = (await photo.json()) as { id: string }
    const withdrawn = await app.as('accident')(`/api/hazards/${tickets[0]}/photos/${photoId}/withdraw`, {
      body: { reason: '拍错了地方' },
    })
    expect(withdrawn.status).toBe(200)
    expect((await undo(id)).status).toBe(200)
  })

  test('names each record that was put to one of them', async () => {
    const { id, tickets } = await ledgerOf('K1072+000')
    const at = new Date('2026-11-23T02:00:00Z')
    const [hazard_id] = tickets as [string]
    const made = { at, actor_id: v7(), actor_name: '刘某' }
    const asked = { reason: '征地未完成', requested_at: at, requested_by: v7(), requested_by_name: '刘某' }
    const { db } = app.database
    const put = {
      extension: () =>
        db
          .insertInto('extension')
          .values({
            id: v7(),
            hazard_id,
            state: 'pending',
            from_due: '2026-12-31',
            to_due: '2027-01-20',
            ...asked,
          })
          .execute(),
      acceptance: () =>
        db
          .insertInto('acceptance')
          .values({
            ...{ id: v7(), hazard_id, accepted_on: '2026-11-20', attendees: '[]', checks: '[]' },
            ...{ conclusion: 'failed' as const, ...made },
          })
          .execute(),
      document: () =>
        db
          .insertInto('hazard_document')
          .values({ id: v7(), hazard_id, kind: 'urging', number: '鄂公交催〔2026〕1号', ...made })
          .execute(),
      revisit: () =>
        db
          .insertInto('revisit')
          .values({ id: v7(), hazard_id, revisited_on: '2026-11-20', result: 'holds', ...made })
          .execute(),
      correction: () =>
        db
          .insertInto('correction')
          .values({ id: v7(), hazard_id, state: 'pending', changes: '[]', ...asked })
          .execute(),
      split: () =>
        db.updateTable('hazard').set({ parent_id: hazard_id }).where('id', '=', tickets[1]!).execute(),
    }
    const told: string[] = []
    for (const [why, insert] of Object.entries(put)) {
      await insert()
      told.push(why)
      expect((await reasons(id)).map((each) => each.why).sort(), why).toEqual([...told].sort())
    }
    expect((await reasons(id)).map(({ message }) => message).join()).toContain('鄂公交催〔2026〕1号')
  })
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
