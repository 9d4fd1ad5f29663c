import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportBatch, ImportRow } from '../../../api/imports/import.schema.ts'
import { accidentNo, severalSheets } from '../../fixtures/imports/accident-traps.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { commit, preview, sendFile, settled, type Who } from './import-helpers.ts'

let app: TestApp
let officer: Who
beforeAll(async () => {
  app = await openTestApp({ template: 'gis' })
  officer = app.as('accident')
})
afterAll(() => app.close())

const header = '事故编号,事故发生时间,路号,桩号,事故地点,7日内死亡人数,受伤人数,直接财产损失,事故形态'
const row = (number: string, at: string, { stake = 'K1046+200', injured = 1, loss = 5000 } = {}) =>
  `${number},${at},G109,${stake},棋盘井收费站附近,0,${injured},${loss},31`
const csv = (name: string, ...rows: string[]) => ({ name, bytes: [header, ...rows].join('\r\n') })
const accidents = { kind: 'accidents', procedure: 'general' }

const countAccidents = async () => {
  const { rows } = await sql<{ standing: number }>`
    select count(*) filter (where withdrawn_at is null)::int as standing from accident`.execute(
    app.database.db,
  )
  return rows[0]!.standing
}
const rowsOf = async (batch: ImportBatch, outcome: string) => {
  const answer = await officer(`/api/imports/${batch.id}/rows?outcome=${outcome}`)
  return ((await answer.json()) as { items: ImportRow[] }).items
}

describe('a list of accidents', () => {
  const file = csv(
    '一月.csv',
    row('150624201901010001', '2019-01-03 08:10'),
    row('150624201901010002', '2019-01-05 17:40', { stake: 'K1051+000', injured: 2 }),
  )

  test('is looked at first: nothing of it stands before the commit', async () => {
    const batch = await preview(
      officer,
      csv('只看.csv', row('150624201812010009', '2018-12-03 08:10')),
      accidents,
    )
    expect(batch).toMatchObject({ status: 'preview', counts: { new: 1, check: 0, refused: 0 } })
    expect(batch.rows[0]!.values).toMatchObject({ road: 'G109', stake: 1046200, injured: 1 })
    expect(await countAccidents()).toBe(0)
    expect((await officer(`/api/imports/${batch.id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await officer(`/api/imports/${batch.id}`)).status).toBe(404)
  })

  test('is committed as a whole, placed on its road, and recorded once in the trail', async () => {
    const done = await commit(officer, await preview(officer, file, accidents))
    expect(done).toMatchObject({ status: 'committed', counts: { new: 2 } })
    const list = await officer('/api/accidents?from=2019-01-01&to=2019-01-31')
    const { items } = (await list.json()) as {
      items: { accidentNo: string; locating: string; stake: number }[]
    }
    expect(items.map(({ accidentNo, locating, stake }) => [accidentNo, locating, stake])).toEqual([
      ['150624201901010002', 'stake', 1051000],
      ['150624201901010001', 'stake', 1046200],
    ])
    const { rows } = await sql<{ action: string }>`
      select action from audit_entry where object_type = 'import' and object_id = ${done.id}`.execute(
      app.database.db,
    )
    expect(rows).toEqual([{ action: 'import.commit' }])
  })

  test('changes nothing when the same file comes a second time', async () => {
    const again = await preview(officer, file, accidents)
    expect(again.counts).toEqual({ new: 0, changed: 0, duplicate: 2, check: 0, refused: 0 })
    const answer = await officer(`/api/imports/${again.id}/commit`, {
      method: 'POST',
      headers: { 'if-match': `"${again.version}"` },
    })
    expect(answer.status).toBe(422)
    expect(await countAccidents()).toBe(2)
  })

  test('changes what the source changed, and goes back to what it was when it is undone', async () => {
    const later = csv('更新.csv', row('150624201901010001', '2019-01-03 08:10', { injured: 3, loss: 8000 }))
    const batch = await preview(officer, later, accidents)
    expect(batch.counts).toMatchObject({ changed: 1, new: 0 })
    const [changed] = await rowsOf(batch, 'changed')
    expect(
      changed!.match!.differences.map(({ column, standing, given }) => [column, standing, given]),
    ).toEqual([
      ['injured', 1, 3],
      ['loss_yuan', 5000, 8000],
    ])
    await commit(officer, batch)
    const path = `/api/accidents/${changed!.match!.id}`
    expect(await (await officer(path)).json()).toMatchObject({ injured: 3, lossYuan: 8000, version: 2 })
    expect((await officer(`/api/imports/${batch.id}/undo`, { method: 'POST' })).status).toBe(200)
    expect(await (await officer(path)).json()).toMatchObject({ injured: 1, lossYuan: 5000, version: 3 })
  })

  test('never writes over a human correction unasked', async () => {
    const [{ id }] = (
      await sql<{ id: string }>`select id from accident where accident_no = '150624201901010002'`.execute(
        app.database.db,
      )
    ).rows as [{ id: string }]
    const correction = { injured: 4, reason: '以医院证明为准' }
    const corrected = await officer(`/api/accidents/${id}`, {
      method: 'PATCH',
      body: correction,
      headers: { 'if-match': '"1"' },
    })
    expect(corrected.status, await corrected.clone().text()).toBe(200)
    expect((await preview(officer, file, accidents)).counts).toMatchObject({ duplicate: 2 })
    const other = row('150624201901010002', '2019-01-05 17:40', {
      stake: 'K1051+000',
      injured: 3,
      loss: 9000,
    })
    const batch = await preview(officer, csv('冲突.csv', other), accidents)
    expect(batch.counts).toMatchObject({ check: 1, changed: 0 })
    const decided = await officer(`/api/imports/${batch.id}/rows/2`, {
      method: 'PATCH',
      body: { action: 'take' },
    })
    expect(decided.status, await decided.clone().text()).toBe(200)
    await commit(officer, await settled(officer, batch.id))
    expect(await (await officer(`/api/accidents/${id}`)).json()).toMatchObject({ injured: 4, lossYuan: 9000 })
  })

  test('cannot be undone once a person has changed one of its records, and says which', async () => {
    const { items } = (await (await officer('/api/imports')).json()) as { items: ImportBatch[] }
    const first = items.find(({ fileName, status }) => fileName === '一月.csv' && status === 'committed')!
    const answer = await officer(`/api/imports/${first.id}/undo`, { method: 'POST' })
    expect(answer.status).toBe(409)
    const { dependences } = (await answer.json()) as { dependences: { number: string; why: string }[] }
    expect(dependences.map(({ number, why }) => [number, why])).toContainEqual([
      '150624201901010002',
      'changed',
    ])
  })
})

describe('an import that is undone', () => {
  test('leaves no record standing, and its numbers may come again', async () => {
    const file = csv('三月.csv', row('150624201903010001', '2019-03-03 08:10', { stake: 'K1060+000' }))
    const before = await countAccidents()
    const batch = await commit(officer, await preview(officer, file, accidents))
    expect(await countAccidents()).toBe(before + 1)
    expect((await officer(`/api/imports/${batch.id}/undo`, { method: 'POST' })).status).toBe(200)
    expect(await countAccidents()).toBe(before)
    const again = await commit(officer, await preview(officer, file, accidents))
    expect(again.status).toBe('committed')
    expect(await countAccidents()).toBe(before + 1)
  })
})

describe('rows that somebody must look at', () => {
  test('one number with two contents in one file: each is shown with the other, one may be taken', async () => {
    const file = csv(
      '两样.csv',
      row('150624201904010001', '2019-04-03 08:10', { stake: 'K1065+000' }),
      row('150624201904010002', '2019-04-09 08:10', { stake: 'K1066+000' }),
      row('150624201904010001', '2019-04-03 08:10', { stake: 'K1065+000', injured: 7 }),
    )
    const batch = await preview(officer, file, accidents)
    expect(batch.counts).toMatchObject({ new: 1, check: 2 })
    const [one, other] = await rowsOf(batch, 'check')
    expect([one!.others[0]!.row, other!.others[0]!.row]).toEqual([4, 2])
    await officer(`/api/imports/${batch.id}/rows/4`, { method: 'PATCH', body: { action: 'take' } })
    const done = await commit(officer, await settled(officer, batch.id))
    const written = done.rows.filter((each) => each.written === 'inserted')
    expect(written.map((each) => each.row)).toEqual([3, 4])
  })

  test('another number two hours and 200 m along the road from a record that stands', async () => {
    const near = row('150624201903019999', '2019-03-03 09:00', { stake: 'K1060+150' })
    const batch = await preview(officer, csv('疑似.csv', near), accidents)
    const [found] = await rowsOf(batch, 'check')
    expect(found!.others[0]).toMatchObject({
      number: '150624201903010001',
      metresApart: 150,
      hoursApart: 0.8,
    })
    const night = row('150624201903030001', '2019-03-03 23:30', { stake: 'K1062+000' })
    await commit(officer, await preview(officer, csv('夜里.csv', night), accidents))
    const morning = row('150624201903049999', '2019-03-04 00:30', { stake: 'K1062+100' })
    const [next] = await rowsOf(await preview(officer, csv('过了零点.csv', morning), accidents), 'check')
    expect(next!.others).toMatchObject([{ number: '150624201903030001', hoursApart: 1 }])
    const far = row('150624201903019998', '2019-03-03 09:00', { stake: 'K1060+250' })
    expect((await preview(officer, csv('不近.csv', far), accidents)).counts).toMatchObject({ new: 1 })
  })

  test('coordinates of which nobody said the datum are not taken before it is declared', async () => {
    const withPoint = {
      name: '坐标.csv',
      bytes: [
        `${header},经度,纬度`,
        `${row('150624201905010001', '2019-05-03 08:10', { stake: '' })},107.12345,39.41234`,
      ].join('\n'),
    }
    const batch = await preview(officer, withPoint, accidents)
    expect(batch.rows[0]!).toMatchObject({ outcome: 'check', blocking: ['crs'] })
    const refused = await officer(`/api/imports/${batch.id}/rows/2`, {
      method: 'PATCH',
      body: { action: 'take' },
    })
    expect(refused.status).toBe(422)
    await officer(`/api/imports/${batch.id}`, { method: 'PATCH', body: { crs: 'gcj02' } })
    const declared = await settled(officer, batch.id)
    expect(declared.rows[0]!.blocking).toEqual([])
  })
})

describe('how a sheet is read', () => {
  const taught = (name: string, ...rows: string[]) => ({
    name,
    bytes: [header.replace('受伤人数', '救护车拉走几个'), ...rows].join('\r\n'),
  })

  test('a column that the clerk gave its field is remembered for sheets of that shape, and for no others', async () => {
    const one = taught('教一次.csv', row('150624201910010001', '2019-10-03 08:10', { injured: 2 }))
    const first = await preview(officer, one, accidents)
    expect([first.mapping[6], first.rows[0]!.values['injured']]).toEqual([null, undefined])
    const fields = first.mapping.with(6, 'injured')
    await officer(`/api/imports/${first.id}`, { method: 'PATCH', body: { fields } })
    const read = await settled(officer, first.id)
    expect(read.rows[0]!).toMatchObject({ outcome: 'new', values: { injured: 2 } })
    await commit(officer, read)
    const next = taught('第二次.csv', row('150624201910010002', '2019-10-09 08:10', { stake: 'K1075+000' }))
    const again = await preview(officer, next, accidents)
    expect(again.mapping[6]).toBe('injured')
    expect(again.rows[0]!).toMatchObject({ outcome: 'new', values: { injured: 1 } })
    const wider = { ...next, bytes: next.bytes.replace('事故形态', '事故形态,备用').replace(/,31$/, ',31,') }
    expect((await preview(officer, wider, accidents)).mapping[6]).toBe(null)
  })

  test('of several sheets the first that is seen is read, another one when it is asked for', async () => {
    const batch = await preview(officer, severalSheets(), accidents)
    expect(batch).toMatchObject({ sheet: '一月', rows: [{ values: { accidentNo: accidentNo(1) } }] })
    expect(batch.notes.join()).toContain('二月')
    await officer(`/api/imports/${batch.id}`, { method: 'PATCH', body: { sheet: '二月' } })
    const other = await settled(officer, batch.id)
    expect(other).toMatchObject({ sheet: '二月', rows: [{ values: { accidentNo: accidentNo(2) } }] })
  })

  test('is given up when the clerk says so, and leaves no row', async () => {
    const long = Array.from({ length: 20_000 }, (_, index) => {
      return row(`1506242019110${String(index).padStart(5, '0')}`, '2019-11-03 08:10')
    })
    const answer = await sendFile(officer, csv('太长.csv', ...long), accidents)
    const { id } = (await answer.json()) as ImportBatch
    expect((await officer(`/api/imports/${id}/cancel`, { method: 'POST' })).status).toBe(202)
    expect(await settled(officer, id)).toMatchObject({ status: 'cancelled', rows: [] })
  })
})

describe('who may import', () => {
  test('accidents only the accident squad, ledgers also facility and office; nobody else sees imports', async () => {
    const file = csv('权限.csv', row('150624201906010001', '2019-06-03 08:10'))
    expect((await sendFile(app.as('clerk'), file, accidents)).status).toBe(403)
    expect((await sendFile(app.as('squad'), file, accidents)).status).toBe(403)
    expect((await app.as('leader')('/api/imports')).status).toBe(403)
    expect((await app.as('facility')('/api/imports')).status).toBe(200)
  })

  test('a picture with the name of a spreadsheet fails with a word, and the service goes on', async () => {
    const picture = {
      name: '事故.xlsx',
      bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
    }
    const batch = await preview(officer, picture, accidents)
    expect(batch.status).toBe('failed')
    expect(batch.notes[0]).toBeTruthy()
  })

  test('an upload without a kind is refused with the field that is missing', async () => {
    const answer = await sendFile(officer, csv('无类.csv', row('1506', '2019-06-03 08:10')), {})
    expect(answer.status).toBe(422)
    expect(((await answer.json()) as { errors: { path: string }[] }).errors[0]!.path).toBe('kind')
  })
})

test('a commit that its service did not survive is back at the preview, with a word, and can be made again', async () => {
  const file = csv('中断.csv', row('150624201909010001', '2019-09-03 08:10', { stake: 'K1070+000' }))
  const batch = await preview(officer, file, accidents)
  await sql`update import_batch set status = 'committing', heartbeat_at = now() - interval '1 hour'
    where id = ${batch.id}`.execute(app.database.db)
  const found = await settled(officer, batch.id)
  expect(found.status).toBe('preview')
  expect(found.notes.at(-1)).toContain('整批撤回')
  expect((await commit(officer, found)).status).toBe('committed')
})

test('progress is told at connection, also when the work is already done', async () => {
  const batch = await preview(
    officer,
    csv('进度.csv', row('150624201907010001', '2019-07-03 08:10')),
    accidents,
  )
  const answer = await officer(`/api/imports/${batch.id}/events`)
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  expect(await answer.text()).toContain('"phase":"preview"')
})

test("the clerk's own file comes back with the result in front of each row", async () => {
  const batch = await preview(
    officer,
    csv('回执.csv', row('150624201908010001', '2019-08-03 08:10')),
    accidents,
  )
  const answer = await officer(`/api/imports/${batch.id}/report.xlsx`)
  expect(answer.status).toBe(200)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b])
})
