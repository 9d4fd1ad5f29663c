import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import '../../../api/accidents/accident.table.ts'
import type { Hazard } from '../../../api/hazards/hazard.schema.ts'
import type { HazardRecords } from '../../../api/hazards/records/record.schema.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { extension, hazardIn, listing, notice } from './act-cases.ts'
import { hazardRequests, pathsOf } from './hazard-requests.ts'
import { photographed, registered } from './new-hazard.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ template: 'gis' })
})
afterAll(() => app.close())

const { send, act, read, recordsOf } = hazardRequests(() => app)

describe('corrections, withdrawal, splitting', () => {
  test('a closed hazard is corrected by another person only, and all three values stay on file', async () => {
    const id = await hazardIn(app, 70)
    const patch = { method: 'PATCH', body: { description: '改' }, headers: { 'if-match': '"1"' } }
    expect(await (await app.as('squad')(`/api/hazards/${id}`, patch)).text()).toContain('更正')
    const wanted = { changes: [{ field: 'description', after: '支线无停车标志' }], reason: '笔误' }
    expect((await send('squad', `${id}/corrections`, wanted)).status).toBe(428)
    const status = { changes: [{ field: 'status', after: 20 }], reason: '笔误' }
    expect(await pathsOf(await send('leader', `${id}/corrections`, status, 1))).toEqual(['changes.0.field'])
    const elsewhere = await hazardIn(app, 70, { squad_code: 'L01' })
    expect((await send('squad', `${elsewhere}/corrections`, wanted, 1)).status).toBe(403)
    expect((await send('leader', `${id}/corrections`, wanted, 1)).status).toBe(201)
    const correctionId = (await recordsOf(id)).corrections[0]!.id
    const asked = (await (await app.as('leader')(`/api/hazards/${id}/records`)).json()) as HazardRecords
    expect([asked.corrections[0]!.isOwn, (await recordsOf(id)).corrections[0]!.isOwn]).toEqual([true, false])
    const decision = { approve: true, opinion: '属实' }
    const path = `${id}/corrections/${correctionId}/decision`
    expect((await send('leader', path, decision, 2)).status).toBe(403)
    expect((await send('accident', path, decision, 2)).status).toBe(403)
    expect((await read(id)).description).toBe('支线无让行标志')
    await app.database.db
      .updateTable('correction')
      .set({ requested_by: v7() })
      .where('id', '=', correctionId)
      .execute()
    expect((await send('leader', path, decision, 2)).status).toBe(200)
    expect((await read(id)).description).toBe('支线无停车标志')
    expect((await recordsOf(id)).corrections).toMatchObject([
      { state: 'approved', changes: [{ before: '支线无让行标志', after: '支线无停车标志' }] },
    ])
  })

  /** Asked for by the squad, then approved by the leader. */
  async function corrected(id: string, changes: object[], version: number) {
    const wanted = { changes, reason: '台账笔误' }
    const asked = await send('accident', `${id}/corrections`, wanted, version)
    expect(asked.status, await asked.clone().text()).toBe(201)
    const { id: correctionId } = (await recordsOf(id)).corrections.at(-1)!
    return send(
      'leader',
      `${id}/corrections/${correctionId}/decision`,
      { approve: true, opinion: '属实' },
      version + 1,
    )
  }

  test('a place is corrected as a whole: the stake moves the point, the squad and the wording', async () => {
    const id = await hazardIn(app, 70, { squad_code: 'L03' })
    const other = { changes: [{ field: 'fromStake', after: 'K1046+200' }], reason: '笔误' }
    expect(await pathsOf(await send('accident', `${id}/corrections`, other, 1))).toEqual(['changes'])
    const beyond = { changes: [{ field: 'fromStake', after: 'K9999+000' }], reason: '笔误' }
    expect(await pathsOf(await send('accident', `${id}/corrections`, beyond, 1))).toEqual(['fromStake'])
    expect((await corrected(id, [{ field: 'fromStake', after: 'K1000+000' }], 1)).status).toBe(200)
    const moved = await read(id)
    expect(moved).toMatchObject({
      road: 'G109',
      fromStake: 1_000_000,
      squad: 'L04',
      placeText: 'G109 K1000+000',
    })
    expect(moved.geometry?.type).toBe('Point')
    expect((await recordsOf(id)).corrections[0]!.changes).toContainEqual({
      ...{ field: 'fromStake', before: 1_046_200, after: 'K1000+000' },
    })
    const [lon, lat] = moved.geometry!.coordinates as [number, number]
    const point = [
      { field: 'lon', after: lon },
      { field: 'lat', after: lat + 0.0002 },
    ]
    expect((await corrected(id, point, 3)).status).toBe(200)
    expect(await read(id)).toMatchObject({ road: 'G109', locating: 'manual' })
    expect((await read(id)).geometry!.coordinates[1]).toBeCloseTo(lat + 0.0002, 6)
  })

  test('a due date is put right by a leader only, beside the first one and never past the listing', async () => {
    const id = await hazardIn(app, 40)
    await listing(app, id, 'listed')
    const to = (after: string) => [{ field: 'dueDate', after }]
    const wanted = { changes: to('2027-08-01'), reason: '笔误' }
    const late = await send('accident', `${id}/corrections`, wanted, 1)
    expect(await late.clone().text()).toContain('2027-06-30')
    expect(await pathsOf(late)).toEqual(['dueDate'])
    expect((await corrected(id, to('2027-03-31'), 1)).status).toBe(200)
    expect(await read(id)).toMatchObject({ dueDate: '2027-03-31', originalDueDate: '2027-06-30' })
    const pending = await hazardIn(app, 40)
    await listing(app, pending, 'listed')
    await extension(app, pending)
    const asked = await send(
      'accident',
      `${pending}/corrections`,
      { ...wanted, changes: to('2027-05-01') },
      1,
    )
    expect(await pathsOf(asked)).toEqual(['dueDate'])
    // No squad asks for the papers of another one.
    const theirs = await hazardIn(app, 70, { squad_code: 'L01' })
    expect((await send('squad', `${theirs}/corrections`, wanted, 1)).status).toBe(403)
  })

  test('papers are put right at any time by whoever files them, and a leader agrees', async () => {
    const id = await hazardIn(app, 40)
    const change = (field: string, after: string) => [{ field, after }]
    const ask = (who: string, changes: object[]) =>
      send(who, `${id}/corrections`, { changes, reason: '登记笔误' }, 1)
    // Nothing was filed yet: the act files it.
    expect(await pathsOf(await ask('clerk', change('receiptOn', '2026-11-22')))).toEqual(['receiptOn'])
    await notice(app, id)
    expect((await ask('squad', change('noticeNumber', '鄂公交隐函〔2026〕8号'))).status).toBe(403)
    expect((await ask('clerk', change('remark', '无'))).status).toBe(403)
    expect((await ask('accident', change('remark', '无'))).status).toBe(409)
    expect(await pathsOf(await ask('clerk', change('noticeDeliveredOn', '2027-01-01')))).toEqual([
      'noticeDeliveredOn',
    ])
    const numbers = [
      ...change('noticeNumber', '鄂公交隐函〔2026〕8号'),
      ...change('noticeDeliveredOn', '2026-11-19'),
    ]
    expect((await ask('clerk', numbers)).status).toBe(201)
    const { id: correctionId, changes } = (await recordsOf(id)).corrections.at(-1)!
    expect(changes).toMatchObject([
      { field: 'noticeNumber', before: '鄂公交隐函〔2026〕7号' },
      { before: '2026-11-20', after: '2026-11-19' },
    ])
    expect((await recordsOf(id)).documents[0]!.number).toBe('鄂公交隐函〔2026〕7号')
    const decision = { approve: true, opinion: '属实' }
    expect((await send('leader', `${id}/corrections/${correctionId}/decision`, decision, 2)).status).toBe(200)
    expect((await recordsOf(id)).documents).toMatchObject([
      { number: '鄂公交隐函〔2026〕8号', deliveredOn: '2026-11-19' },
    ])
  })

  test('the day by which a listing wants it done is put right, and the due date with it', async () => {
    const id = await hazardIn(app, 40)
    await listing(app, id, 'listed')
    const changes = [
      { field: 'requiredBy', after: '2027-09-30' },
      { field: 'dueDate', after: '2027-09-30' },
    ]
    expect((await corrected(id, changes, 1)).status).toBe(200)
    expect((await read(id)).dueDate).toBe('2027-09-30')
    expect((await recordsOf(id)).listings).toMatchObject([{ requiredBy: '2027-09-30' }])
    const early = { changes: [{ field: 'requiredBy', after: '2026-01-01' }], reason: '笔误' }
    expect(await pathsOf(await send('accident', `${id}/corrections`, early, 3))).toEqual(['requiredBy'])
  })

  test('a withdrawn hazard leaves the list and keeps number, history and reason', async () => {
    const id = await hazardIn(app, 20)
    await photographed(app, id, ['found'])
    expect((await send('accident', `${id}/withdraw`, { reason: '重复' }, 1)).status).toBe(403)
    expect((await send('leader', `${id}/withdraw`, { reason: '重复登记' }, 1)).status).toBe(200)
    const ids = async (query: string) =>
      ((await (await app.as('audit')(`/api/hazards?${query}`)).json()) as { items: Hazard[] }).items.map(
        (hazard) => hazard.id,
      )
    expect(await ids('limit=1000')).not.toContain(id)
    expect(await ids('withdrawn=only')).toEqual([id])
    expect(await read(id)).toMatchObject({ withdrawnReason: '重复登记', allowedActions: [], clocks: [] })
    expect((await act('leader', id, 'notify')).status).toBe(409)
    const photos = (await (await app.as('audit')(`/api/hazards/${id}/photos`)).json()) as { items: object[] }
    expect(photos.items).toMatchObject([{ stage: 'found' }])
    const { items } = (await (await app.as('audit')(`/api/hazards/${id}/history`)).json()) as {
      items: object[]
    }
    expect(items).toMatchObject([{ action: 'withdraw', note: '重复登记' }])
  })

  test('each is offered to who may, where the ticket allows it', async () => {
    const offered = async (who: string, id: string) =>
      ((await (await app.as(who)(`/api/hazards/${id}`)).json()) as Hazard).furtherActs
    const [open, closed, listed] = [await hazardIn(app, 20), await hazardIn(app, 70), await hazardIn(app, 40)]
    await listing(app, listed, 'listed')
    expect(await offered('leader', open)).toEqual(['split', 'withdraw'])
    expect(await offered('leader', closed)).toEqual(['requestCorrection', 'withdraw'])
    expect(await offered('leader', listed)).toEqual(['requestCorrection', 'split'])
    expect(await offered('squad', closed)).toEqual(['requestCorrection'])
    expect(await offered('squad', await hazardIn(app, 70, { squad_code: 'L01' }))).toEqual([])
    expect(await offered('accident', open)).toEqual(['split'])
    expect(await offered('clerk', closed)).toEqual([])
    expect(await offered('clerk', listed)).toEqual(['requestCorrection'])
  })

  test('parts get numbers of their own and point back', async () => {
    const id = await registered(app)
    const parts = [{ description: '北口' }, { description: '南口', fromStake: 'K1046+900', road: 'G109' }]
    const answer = await send('accident', `${id}/split`, { parts, reason: '两处分治' }, 1)
    expect(answer.status, await answer.clone().text()).toBe(201)
    const made = (await answer.json()) as { source: Hazard; parts: Hazard[] }
    expect(made.source).toMatchObject({ version: 2, status: 10 })
    expect(made.parts).toMatchObject([
      { parentId: id, description: '北口', fromStake: 1_046_200 },
      { parentId: id, description: '南口', fromStake: 1_046_900 },
    ])
    expect((await recordsOf(id)).related.parts).toHaveLength(2)
  })
})
