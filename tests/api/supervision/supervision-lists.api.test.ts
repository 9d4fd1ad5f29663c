import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../api/db/id.ts'
import type { SupervisionList } from '../../../api/supervision/supervision-list.schema.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { newHazardId, registered, review, walk } from '../hazards/new-hazard.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ template: 'gis' })
})
afterAll(() => app.close())

const day = new Date('2026-01-10T04:00:00Z')

interface NewAccident {
  road: string
  stake: number
  at?: string
  procedure?: 'general' | 'simple'
  killed?: number
  injured?: number
}

async function accident({
  road,
  stake,
  at = '2026-01-10',
  procedure = 'general',
  killed = 0,
  injured = 1,
}: NewAccident) {
  const id = newId()
  await app.database.db
    .insertInto('accident')
    .values({
      id,
      accident_no: id,
      source: 'test',
      procedure,
      occurred_at: new Date(`${at}T04:00:00Z`),
      road_code: road,
      road_name: road,
      stake,
      place_text: road,
      locating: 'unlocated',
      killed,
      injured,
      form: '11',
      created_at: day,
      created_by: id,
      updated_at: day,
      updated_by: id,
    })
    .execute()
}

const draft = (body: object, who = 'clerk') => app.as(who)('/api/supervision-lists', { body })
async function drafted(body: object): Promise<SupervisionList> {
  const answer = await draft(body)
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as SupervisionList
}
/** Hazards that were only just registered lack much of what a list needs. */
const reason = '先报旗政府，责任单位另行明确'
const issue = (id: string, who = 'leader', body: object = {}) =>
  app.as(who)(`/api/supervision-lists/${id}/issue`, { body })
const read = async (id: string) =>
  (await (await app.as('audit')(`/api/supervision-lists/${id}`)).json()) as SupervisionList
const file = async (id: string) =>
  new Uint8Array(await (await app.as('audit')(`/api/supervision-lists/${id}?format=xlsx`)).arrayBuffer())

describe('accidents of the last three years', () => {
  test('count inside the stretch and 250 m around a point, within the calibre and the three years', async () => {
    const stretch = await registered(app, { road: 'S216', fromStake: 'K38+000', toStake: 'K39+500' })
    const point = await registered(app, { road: 'S216', fromStake: 'K97+500' })
    await accident({ road: 'S216', stake: 38000, killed: 1, injured: 2 })
    await accident({ road: 'S216', stake: 39500 })
    await accident({ road: 'S216', stake: 39501 })
    await accident({ road: 'S216', stake: 38500, procedure: 'simple' })
    await accident({ road: 'S216', stake: 38500, at: '2023-11-23' })
    await accident({ road: 'S216', stake: 38500, at: '2023-11-24', injured: 3 })
    await accident({ road: 'S216', stake: 97250 })
    await accident({ road: 'S216', stake: 97751 })
    await accident({ road: 'S313', stake: 97500 })
    const list = await drafted({ hazardIds: [stretch, point] })
    expect(list.countedFrom).toBe('2023-11-24')
    expect(list.rows.map((row) => row.accidents)).toEqual([
      { accidents: 3, killed: 1, injured: 6 },
      { accidents: 1, killed: 0, injured: 1 },
    ])
    const simple = await drafted({ hazardIds: [stretch], calibre: 'simple' })
    expect(simple.totals.accidents).toBe(1)
  })

  test('at two listed hazards stand in both rows and once in the total, and the list says so', async () => {
    const one = await registered(app, { road: 'S313', fromStake: 'K226+100', toStake: 'K226+900' })
    const two = await registered(app, { road: 'S313', fromStake: 'K226+800' })
    await accident({ road: 'S313', stake: 226700, killed: 2, injured: 0 })
    const { rows, totals, notes } = await drafted({ hazardIds: [one, two] })
    expect(rows.map((row) => row.accidents?.killed)).toEqual([2, 2])
    expect(totals).toMatchObject({ accidents: 1, killed: 2, injured: 0 })
    expect(notes.join()).toContain('合计只计一次')
  })

  test('are not claimed to be none where a hazard has no place', async () => {
    const id = await registered(app, { road: undefined, fromStake: undefined, roadName: '通村油路' })
    expect((await drafted({ hazardIds: [id] })).rows[0]!.accidents).toBeNull()
  })
})

describe('drafting and issuing', () => {
  test('keeps the chosen order, the placed facilities and the exact sum of the funds', async () => {
    const [one, two] = [await registered(app), await registered(app, { fromStake: 'K1050+000' })]
    await app.as('facility')(`/api/facilities/${newHazardId()}`, {
      method: 'PUT',
      body: { kind: 'solar_strobe', quantity: 4, hazardId: one },
    })
    await walk(app, one, [['accident', { ...review, fundsWan: '0.10' }]])
    await walk(app, two, [['accident', { ...review, fundsWan: 0.2 }]])
    const list = await drafted({ hazardIds: [two, one] })
    expect(list.rows.map(({ hazardId }) => hazardId)).toEqual([two, one])
    expect(list.rows[1]).toMatchObject({
      temporaryControl: '爆闪灯4盏',
      level: '较大',
      progress: '已立项',
      fundsWan: '0.10',
    })
    expect(list.totals.fundsWan).toBe('0.30')
  })

  test('an issued list answers the same, whatever becomes of its hazards', async () => {
    const id = await registered(app)
    const list = await drafted({ hazardIds: [id] })
    expect((await issue(list.id, 'leader', { documentNumber: '鄂公交发〔2026〕2号', reason })).status).toBe(
      200,
    )
    const [before, fileBefore] = [await read(list.id), await file(list.id)]
    await walk(app, id, [['accident', review]])
    app.setNow(new Date('2026-11-24T02:00:00Z'))
    expect(await read(list.id)).toEqual(before)
    expect(Buffer.from(await file(list.id)).equals(Buffer.from(fileBefore))).toBe(true)
    app.setNow(new Date('2026-11-23T02:00:00Z'))
    expect(before).toMatchObject({
      status: 'issued',
      documentNumber: '鄂公交发〔2026〕2号',
      contentHash: list.contentHash,
    })
    expect((await issue(list.id)).status).toBe(409)
    const audit = await app.database.db
      .selectFrom('audit_entry')
      .select('action')
      .where('object_id', '=', list.id)
      .orderBy('sequence')
      .execute()
    // The two files above left the system, so they are in the trail too.
    expect(audit.map(({ action }) => action)).toEqual([
      'supervision.draft',
      'supervision.issue',
      'supervisionList.export',
      'supervisionList.export',
    ])
  })

  test('is refused for unknown hazards, a cut-off to come and an empty choice', async () => {
    const id = await registered(app)
    const unknown = await draft({ hazardIds: [id, newHazardId()] })
    expect(unknown.status).toBe(422)
    expect(((await unknown.json()) as { errors: { path: string }[] }).errors).toMatchObject([
      { path: 'hazardIds.1' },
    ])
    expect((await draft({ hazardIds: [id], cutoffOn: '2026-11-24' })).status).toBe(422)
    expect((await draft({ hazardIds: [] })).status).toBe(422)
    expect((await app.as('audit')(`/api/supervision-lists/${newHazardId()}`)).status).toBe(404)
  })

  test('is for the office and the leaders to draft, and for a leader to issue', async () => {
    const id = await registered(app)
    for (const who of ['squad', 'auxiliary', 'accident', 'facility', 'audit', 'admin'])
      expect((await draft({ hazardIds: [id] }, who)).status).toBe(403)
    const list = await drafted({ hazardIds: [id] })
    expect((await issue(list.id, 'clerk')).status).toBe(403)
    expect((await read(list.id)).status).toBe('draft')
  })
})

describe('the files', () => {
  test('carry the hazard, the header in one row, the total, and no formula', async () => {
    const id = await registered(app, {
      description: '=HYPERLINK("http://x")',
      fromStake: 'K1046+200',
      toStake: 'K1047+900',
    })
    const list = await drafted({ hazardIds: [id] })
    const workbook = await readXlsx(await file(list.id))
    const [sheet, meta] = workbook.sheets
    const header = sheet!.rows[2]!
    expect(header).toHaveLength(20)
    expect(sheet!.rows[3]![header.indexOf('隐患编号')]).toBe(list.rows[0]!.hazardNumber)
    expect(sheet!.rows[3]![header.indexOf('隐患主要情况')]).toBe('=HYPERLINK("http://x")')
    expect(sheet!.rows[4]!.slice(0, 2)).toEqual(['合计', '1处'])
    expect([...(sheet!.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([])
    expect(meta).toMatchObject({ name: '_meta', hidden: true })
    expect(meta!.rows).toContainEqual(['contentHash', list.contentHash])
    const csv = await (await app.as('audit')(`/api/supervision-lists/${list.id}?format=csv`)).text()
    expect(csv).toContain("'=HYPERLINK")
    const features = await (await app.as('audit')(`/api/supervision-lists/${list.id}?format=geojson`)).json()
    expect(features).toMatchObject({ features: [{ id, geometry: { type: 'LineString' } }] })
  })

  test('the collection tells what each list is', async () => {
    const id = await registered(app)
    const list = await drafted({ hazardIds: [id], title: '一季度清单' })
    const { items } = (await (await app.as('leader')('/api/supervision-lists')).json()) as {
      items: { id: string }[]
    }
    expect(items.find((item) => item.id === list.id)).toMatchObject({
      title: '一季度清单',
      status: 'draft',
      hazards: 1,
    })
  })
})
