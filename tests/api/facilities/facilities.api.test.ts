import { readXlsx } from 'hucre/xlsx'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { NewFacility, PlacedFacility } from '../../../api/facilities/facility.schema.ts'
import type { Hazard } from '../../../api/hazards/hazard.schema.ts'
import { httpMessages } from '../../../api/http/http-messages.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { hazardIn } from '../hazards/act-cases.ts'
import { newHazardId, photographed, registered } from '../hazards/new-hazard.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ template: 'gis' })
})
afterAll(() => app.close())

const light: Partial<NewFacility> = { kind: 'solar_strobe', quantity: 4, road: 'G109', stake: 'K1046+200' }
const put = (who: string, id: string, body: unknown) =>
  app.as(who)(`/api/facilities/${id}`, { method: 'PUT', body })
const patch = (id: string, version: number, body: unknown, who = 'facility') =>
  app.as(who)(`/api/facilities/${id}`, { method: 'PATCH', body, headers: { 'if-match': `"${version}"` } })

async function placed(changes: Partial<NewFacility> = {}): Promise<PlacedFacility> {
  const answer = await put('facility', newHazardId(), { ...light, ...changes })
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as PlacedFacility
}
const hazardOf = async (id: string) => (await (await app.as('leader')(`/api/hazards/${id}`)).json()) as Hazard
const auditOf = (id: string) =>
  app.database.db
    .selectFrom('audit_entry')
    .select('action')
    .where('object_id', '=', id)
    .orderBy('sequence')
    .execute()

describe('a hazard and its facilities changed at the same moment', () => {
  /** A hazard that waits to be closed, with two lamps. */
  async function readyToClose() {
    const hazard = await hazardIn(app, 60)
    await photographed(app, hazard)
    const lamps = [await placed({ hazardId: hazard }), await placed({ hazardId: hazard })]
    return { hazard, lamps }
  }

  /** While somebody holds the hazard, each request comes to stand before the next one starts; then all are let go. */
  async function queuedBehind(hazard: string, requests: readonly (() => Promise<Response>)[]) {
    const holder = postgres(app.database.databaseUrl!, { max: 2 })
    const waiting = async () =>
      (
        await holder`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`
      ).length
    const answers: Promise<Response>[] = []
    await holder.begin(async (sql) => {
      await sql`select id from hazard where id = ${hazard} for no key update`
      for (const [index, request] of requests.entries()) {
        answers.push(request())
        await expect.poll(waiting, { interval: 5, timeout: 10_000 }).toBe(index + 1)
      }
    })
    await holder.end()
    return Promise.all(answers)
  }

  test.skipIf(!inject('clusterUrl'))(
    'wait for each other in one order: nobody is thrown out',
    async () => {
      for (const who of ['leader', 'facility']) await app.as(who)('/api/session')
      for (let round = 0; round < 10; round++) {
        const [{ hazard, lamps }, other] = [await readyToClose(), await readyToClose()]
        const close = () =>
          app.as('leader')(`/api/hazards/${hazard}/transitions`, {
            body: {
              ...{ action: 'close', note: '资料齐全' },
              facilities: lamps.map(({ id }) => ({ id, decision: 'remove' })),
            },
          })
        const change = () => patch(lamps[0]!.id, 1, { remark: '已换电池' })
        const moveHere = () => patch(other.lamps[0]!.id, 1, { hazardId: hazard })
        const moveAway = () => patch(lamps[1]!.id, 1, { hazardId: other.hazard })
        const order =
          round % 2 === 0 ? [close, change, moveHere, moveAway] : [moveAway, moveHere, close, change]
        const answers = await queuedBehind(hazard, order)
        // Who comes later may find that something changed before, and is told what; that is not this refusal.
        for (const answer of answers) {
          expect([200, 409, 422]).toContain(answer.status)
          expect(await answer.text()).not.toContain(httpMessages.crossed().zh)
        }
      }
    },
    60_000,
  )
})

describe('placing a facility', () => {
  test('finds its point by the stake, takes the usual unit and the winter round of inspection', async () => {
    const facility = await placed()
    expect(facility).toMatchObject({
      kind: 'solar_strobe',
      quantity: 4,
      unit: '盏',
      road: 'G109',
      stake: 1046200,
      state: 'working',
      installedOn: null,
      inspectionDueOn: '2026-12-08',
      version: 1,
      warnings: [],
    })
    expect(facility.geometry?.type).toBe('Point')
    expect(await auditOf(facility.id)).toEqual([{ action: 'facility.place' }])
  })

  test('sent again is the same facility; with another body it is refused', async () => {
    const id = newHazardId()
    const answers = await Promise.all([put('facility', id, light), put('facility', id, light)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201])
    const other = await put('facility', id, { ...light, quantity: 5 })
    expect(other.status).toBe(409)
    expect(await other.json()).toMatchObject({ changed: ['quantity'] })
    expect(await auditOf(id)).toHaveLength(1)
  })

  test('is for the squad whose stretch it is, alone or among others', async () => {
    const elsewhere = { ...light, road: 'S216', stake: 'K60+000' }
    expect((await put('squad', newHazardId(), elsewhere)).status).toBe(403)
    const items = [light, elsewhere].map((item) => ({ id: newHazardId(), ...item }))
    const both = await app.as('squad')('/api/facilities/batch', { method: 'POST', body: { items } })
    expect(both.status).toBe(403)
    expect((await app.as('leader')(`/api/facilities/${items[0]!.id}`)).status).toBe(404)
    expect((await put('squad', newHazardId(), light)).status).toBe(201)
  })

  test('at a hazard tells the hazard its temporary control and never moves its status', async () => {
    const hazardId = await registered(app)
    const first = await placed({ hazardId })
    await placed({ hazardId, kind: 'warning_sign', quantity: 4 })
    await placed({ hazardId, kind: 'rumble_line', quantity: 2 })
    expect(await hazardOf(hazardId)).toMatchObject({
      status: 10,
      version: 1,
      temporaryControl: 'inPlace',
      temporaryControlText: '爆闪灯4盏、警示标牌4块、减速振动标线2组',
    })
    expect((await patch(first.id, 1, { state: 'removed', removalReason: '隐患已治理' })).status).toBe(200)
    expect((await hazardOf(hazardId)).temporaryControlText).toBe('警示标牌4块、减速振动标线2组')
  })

  test('without a place of its own it stands where its hazard is', async () => {
    const hazardId = await registered(app, { fromStake: 'K1050+000' })
    const facility = await placed({ hazardId, road: undefined, stake: undefined })
    expect(facility).toMatchObject({ road: 'G109', stake: 1050000 })
  })

  test('a speed bump on a main line without a sign ahead is placed, with a warning', async () => {
    const bump = { kind: 'speed_bump', quantity: 2, lengthMetres: 14, direction: 'increasing' } as const
    const bare = await placed({ ...bump, stake: 'K1060+000' })
    expect(bare.warnings.map(({ code }) => code)).toEqual(['bumpWithoutSign'])
    await placed({ kind: 'warning_sign', quantity: 1, stake: 'K1059+900' })
    const announced = await placed({ ...bump, stake: 'K1060+000' })
    expect(announced.warnings).toEqual([])
  })

  test.each([
    ['a speed bump without its length', { kind: 'speed_bump' }, 'lengthMetres'],
    ['a unit of another kind', { unit: '米' }, 'unit'],
    ['a stake outside the range', { stake: 'K2000+000' }, 'stake'],
    ['a stretch', { stake: 'K1046+200—K1046+900' }, 'stake'],
    ['an unknown hazard', { hazardId: '018f0000-0000-7000-8000-000000000000' }, 'hazardId'],
    ['no quantity', { quantity: 0 }, 'quantity'],
  ])('%s is refused and nothing is written', async (_name, changes, path) => {
    const id = newHazardId()
    const answer = await put('facility', id, { ...light, ...changes })
    expect(answer.status).toBe(422)
    const { errors } = (await answer.json()) as { errors: { path: string }[] }
    expect(errors.map((error) => error.path)).toContain(path)
    expect((await app.as('leader')(`/api/facilities/${id}`)).status).toBe(404)
  })

  test.each(['auxiliary', 'clerk', 'audit', 'admin'])('%s has no right to', async (who) => {
    expect((await put(who, newHazardId(), light)).status).toBe(403)
  })
})

describe('changing a facility', () => {
  test('is recorded, needs the version, and an old version is refused', async () => {
    const { id } = await placed()
    expect(
      (await app.as('facility')(`/api/facilities/${id}`, { method: 'PATCH', body: { state: 'fault' } }))
        .status,
    ).toBe(428)
    expect(await (await patch(id, 1, { state: 'fault' })).json()).toMatchObject({
      state: 'fault',
      version: 2,
    })
    const stale = await patch(id, 1, { state: 'missing' })
    expect(stale.status).toBe(409)
    expect(await stale.json()).toMatchObject({ version: 2, changes: [{ fields: ['state'] }] })
    expect(await auditOf(id)).toEqual([{ action: 'facility.place' }, { action: 'facility.change' }])
    expect((await patch(id, 2, { state: 'working' }, 'audit')).status).toBe(403)
  })

  test('an inspection sets the date of the next', async () => {
    const { id } = await placed()
    expect(await (await patch(id, 1, { lastInspectedOn: '2026-05-01' })).json()).toMatchObject({
      inspectionDueOn: '2026-05-31',
      inspectionOverdue: true,
    })
  })

  test('two lamps placed at once at one hazard are both in its wording', async () => {
    const hazardId = await registered(app)
    await Promise.all([placed({ hazardId, quantity: 1 }), placed({ hazardId, quantity: 2 })])
    expect((await hazardOf(hazardId)).temporaryControlText).toBe('爆闪灯3盏')
  })
})

describe('the inventory', () => {
  test('adds up what stands, in the units of the ledgers', async () => {
    await placed({ kind: 'speed_bump', quantity: 2, lengthMetres: 14, road: 'S216', stake: 'K12+700' })
    await placed({ kind: 'speed_bump', quantity: 1, lengthMetres: 7, road: 'S216', stake: 'K12+800' })
    await placed({
      kind: 'speed_bump',
      quantity: 9,
      lengthMetres: 63,
      road: 'S216',
      stake: 'K12+900',
      state: 'removed',
    })
    const answer = await app.as('audit')('/api/facilities/totals?road=S216')
    expect(await answer.json()).toEqual({
      items: [
        {
          kind: 'speed_bump',
          unit: '条',
          rows: 2,
          quantity: 3,
          lengthMetres: 21,
          working: 3,
          placed: 12,
          placedMetres: 84,
          text: '减速带3条（21米）',
        },
      ],
      placedSentence: '设置太阳能爆闪警示灯0盏、减速带12条（84米）、警示标牌0块',
    })
  })

  test('says what was placed in a period; a plan is not placed', async () => {
    const lamp = { road: 'S313', stake: 'K230+000', quantity: 2, installedOn: '2026-03-01' }
    await placed({ ...lamp, kind: 'solar_strobe' })
    await placed({ ...lamp, kind: 'solar_strobe', installedOn: '2025-12-31' })
    await placed({ ...lamp, kind: 'solar_strobe', state: 'missing' })
    await placed({ ...lamp, kind: 'warning_sign', state: 'planned' })
    const asked = '/api/facilities/totals?road=S313&installedFrom=2026-01-01&installedTo=2026-12-03'
    expect(await (await app.as('audit')(asked)).json()).toMatchObject({
      items: [{ kind: 'solar_strobe', quantity: 2, placed: 4 }],
      placedSentence: '设置太阳能爆闪警示灯4盏、减速带0条（0米）、警示标牌0块',
    })
  })

  test('is the same as JSON, GeoJSON and CSV', async () => {
    const facility = await placed({ road: 'CAYJ', stake: 'K21+000', remark: '@SUM(A1)' })
    const read = async (format: string) => app.as('audit')(`/api/facilities?road=CAYJ&format=${format}`)
    expect(((await (await read('json')).json()) as { items: object[] }).items).toMatchObject([
      { id: facility.id },
    ])
    expect(((await (await read('geojson')).json()) as { features: object[] }).features).toMatchObject([
      { id: facility.id },
    ])
    expect(await (await read('csv')).text()).toContain("'@SUM(A1)")
    const { sheets } = await readXlsx(new Uint8Array(await (await read('xlsx')).arrayBuffer()))
    expect(sheets[0]!.rows[2]!.slice(0, 3)).toEqual(['设施编号', '设施类型', '数量'])
    expect(sheets[0]!.rows.flat()).toContain('@SUM(A1)')
  })
})
