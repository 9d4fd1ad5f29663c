import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fiveSmall, stakesOfRow } from '../../../api/facilities/facility-sets.ts'
import type { NewFacility, PlacedFacility } from '../../../api/facilities/facility.schema.ts'
import type {
  FacilityRecord,
  NewInspection,
  Round,
} from '../../../api/facilities/inspections/inspection.schema.ts'
import type { Hazard } from '../../../api/hazards/hazard.schema.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { newHazardId, registered } from '../hazards/new-hazard.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ template: 'gis' })
})
afterAll(() => app.close())

/** The tests' clock stands at 10:00 on Monday 23 November 2026. */
const now = '2026-11-23T10:00:00+08:00'

async function placed(changes: Partial<NewFacility> = {}): Promise<PlacedFacility> {
  const body = { kind: 'solar_strobe', quantity: 2, road: 'G109', stake: 'K1046+200', ...changes }
  const answer = await app.as('facility')(`/api/facilities/${newHazardId()}`, { method: 'PUT', body })
  return (await answer.json()) as PlacedFacility
}
const inspect = (facility: string, body: Partial<NewInspection>, who = 'squad', id = newHazardId()) =>
  app.as(who)(`/api/facilities/${facility}/inspections/${id}`, {
    method: 'PUT',
    body: { at: now, state: 'working', ...body },
  })
const recordOf = async (id: string) =>
  (await (await app.as('leader')(`/api/facilities/${id}/record`)).json()) as FacilityRecord
const stateOf = async (id: string) =>
  (await (await app.as('leader')(`/api/facilities/${id}`)).json()) as PlacedFacility
const errorsOf = async (answer: Response) =>
  ((await answer.json()) as { errors: { path: string }[] }).errors.map(({ path }) => path)

describe('an inspection', () => {
  test('moves the next one by the season and stands in the record and in the trail', async () => {
    const { id } = await placed()
    const answer = await inspect(id, { checks: { lit: 'good', facing: 'good', clean: 'unseen' } })
    expect(answer.status, await answer.clone().text()).toBe(201)
    expect(await stateOf(id)).toMatchObject({
      lastInspectedOn: '2026-11-23',
      inspectionDueOn: '2026-12-08',
      version: 2,
    })
    expect((await recordOf(id)).inspections).toMatchObject([{ checks: { lit: 'good' }, isLate: false }])
    const trail = await app.database.db
      .selectFrom('audit_entry')
      .select('action')
      .where('object_id', '=', id)
      .orderBy('sequence')
      .execute()
    expect(trail.map(({ action }) => action)).toEqual(['facility.place', 'facility.inspect'])
  })

  test('sent again is the same; under the same id with other content it is refused', async () => {
    const { id } = await placed()
    const inspection = newHazardId()
    const answers = [await inspect(id, {}, 'squad', inspection), await inspect(id, {}, 'squad', inspection)]
    expect(answers.map(({ status }) => status)).toEqual([201, 200])
    const other = await inspect(id, { state: 'missing', note: '不见了' }, 'squad', inspection)
    expect(other.status).toBe(409)
    expect((await recordOf(id)).inspections).toHaveLength(1)
  })

  test('names what is missing or does not fit, and writes nothing', async () => {
    const { id } = await placed()
    expect(await errorsOf(await inspect(id, { state: 'fault' }))).toEqual(['note'])
    expect(await errorsOf(await inspect(id, { checks: { lit: 'bad' } }))).toEqual(['measure'])
    expect(await errorsOf(await inspect(id, { checks: { legible: 'good' } }))).toEqual(['checks.legible'])
    expect(await errorsOf(await inspect(id, { at: '2026-11-24T10:00:00+08:00' }))).toEqual(['at'])
    const planned = await placed({ state: 'planned' })
    expect(await errorsOf(await inspect(planned.id, {}))).toEqual(['state'])
    expect(await recordOf(id)).toEqual({ inspections: [], repairs: [] })
  })

  test('that comes in after a later one is kept and changes nothing', async () => {
    const { id } = await placed()
    await inspect(id, { at: '2026-11-23T09:30:00+08:00' })
    const late = await inspect(id, { at: '2026-11-23T08:00:00+08:00', state: 'missing', note: '夜里没找到' })
    expect(late.status).toBe(201)
    expect(await stateOf(id)).toMatchObject({ state: 'working' })
    const { inspections, repairs } = await recordOf(id)
    expect(inspections.map(({ isLate }) => isLate)).toEqual([false, true])
    expect(repairs).toEqual([])
  })

  test('is made by the own squad and whoever may inspect, and by nobody else', async () => {
    const own = await placed()
    const other = await placed({ road: 'S216', stake: 'K60+000' })
    expect((await inspect(own.id, {}, 'auxiliary')).status).toBe(201)
    expect((await inspect(other.id, {}, 'squad')).status).toBe(403)
    expect((await inspect(other.id, {}, 'facility')).status).toBe(201)
    for (const who of ['clerk', 'audit', 'admin']) expect((await inspect(own.id, {}, who)).status).toBe(403)
  })
})

describe('a fault', () => {
  test('opens one repair of three working days, tells its hazard, and ends when it works again', async () => {
    const hazardId = await registered(app)
    const { id } = await placed({ hazardId })
    const hazardOf = async () => (await (await app.as('leader')(`/api/hazards/${hazardId}`)).json()) as Hazard
    const before = await hazardOf()
    await inspect(id, { state: 'fault', note: '一盏不亮', checks: { lit: 'bad' } })
    await inspect(id, { state: 'missing', note: '已被盗' })
    const { repairs } = await recordOf(id)
    expect(repairs).toMatchObject([
      { fault: '一盏不亮', dueOn: '2026-11-26', closedAt: null, daysOverdue: 0 },
    ])
    const after = await hazardOf()
    expect(after.temporaryControlText).not.toBe(before.temporaryControlText)
    expect(after.status).toBe(before.status)
    await inspect(id, { state: 'working', measure: '已换电池' })
    expect((await recordOf(id)).repairs).toMatchObject([
      { result: 'repaired', closingNote: '已换电池', closedBy: expect.any(String) },
    ])
    expect((await hazardOf()).temporaryControlText).toBe(before.temporaryControlText)
  })

  test('is finished once by who keeps the facilities', async () => {
    const { id } = await placed({ stake: 'K1048+000' })
    await inspect(id, { state: 'missing', note: '被盗' })
    const finish = (who: string, result: string) =>
      app.as(who)(`/api/facilities/${id}/repair-result`, {
        method: 'POST',
        body: { result, note: '补装一盏' },
      })
    expect((await finish('auxiliary', 'replaced')).status).toBe(403)
    const done = await finish('facility', 'replaced')
    expect(await done.json()).toMatchObject({ state: 'working', installedOn: '2026-11-23' })
    expect((await finish('facility', 'repaired')).status).toBe(409)
  })
})

describe('the round', () => {
  const round = async (query = '') =>
    (await (await app.as('squad')(`/api/facilities/round${query}`)).json()) as Round

  test('lists what is due and what is in repair along the road, until it is done', async () => {
    const late = await placed({ road: 'S216', stake: 'K70+000', installedOn: '2026-09-01' })
    const soon = await placed({ road: 'S216', stake: 'K62+000', installedOn: '2026-11-10' })
    const later = await placed({ road: 'S216', stake: 'K65+000' })
    await inspect(later.id, { state: 'fault', note: '倒伏' }, 'facility')
    const items = (await round('?road=S216')).items
    expect(items.map(({ facilityId }) => facilityId)).toEqual([soon.id, later.id, late.id])
    expect(items[2]).toMatchObject({ daysOverdue: 53, stakeText: 'K70+000', repair: null })
    expect(items[1]!.repair).toMatchObject({ fault: '倒伏', dueOn: '2026-11-26' })
    await inspect(late.id, {}, 'facility')
    expect((await round('?road=S216')).items.map(({ facilityId }) => facilityId)).toEqual([soon.id, later.id])
  })

  test('after a storm everything that stands on the roads is due within a day', async () => {
    const { id } = await placed({ road: 'S313', stake: 'K250+000' })
    const gone = await placed({ road: 'S313', stake: 'K251+000', state: 'removed' })
    const order = (who: string) =>
      app.as(who)('/api/facilities/storm-rounds', {
        method: 'POST',
        body: { cause: 'sand', roads: ['S313'] },
      })
    expect((await order('auxiliary')).status).toBe(403)
    expect(await (await order('squad')).json()).toMatchObject({ facilities: 0 })
    expect(await (await order('facility')).json()).toMatchObject({ dueOn: '2026-11-24', facilities: 1 })
    expect(await stateOf(id)).toMatchObject({ inspectionDueOn: '2026-11-24', version: 1 })
    expect((await stateOf(gone.id)).inspectionDueOn).toBeNull()
    expect(await (await order('facility')).json()).toMatchObject({ facilities: 0 })
  })
})

describe('several in one act', () => {
  const send = (items: readonly unknown[]) =>
    app.as('facility')('/api/facilities/batch', { method: 'POST', body: { items } })
  const count = async () =>
    ((await (await app.as('leader')('/api/facilities?limit=1')).json()) as { total: number }).total

  test('the five of a minor junction stand at one place, and a retry places nothing twice', async () => {
    const place = { road: 'S313', stake: 'K240+000', side: 'right' }
    const items = fiveSmall().map((piece) => ({ id: newHazardId(), ...piece, ...place }))
    const before = await count()
    const answer = await send(items)
    expect(answer.status, await answer.clone().text()).toBe(201)
    const placed = ((await answer.json()) as { items: PlacedFacility[] }).items
    expect(placed.map(({ kind, quantity, unit }) => `${kind} ${quantity}${unit}`)).toEqual([
      'marker_post 8根',
      'warning_sign 1块',
      'speed_bump 2条',
      'convex_mirror 1面',
      'solar_strobe 1盏',
    ])
    expect((await send(items)).status).toBe(201)
    expect(await count()).toBe(before + 5)
  })

  test('one that cannot stand refuses all, and is named', async () => {
    const row = stakesOfRow({ fromStake: 240_000, toStake: 240_060, every: 20 })
    const items = row.map((stake) => ({
      id: newHazardId(),
      kind: 'speed_bump',
      quantity: 1,
      road: 'S313',
      stake,
      lengthMetres: 7,
    }))
    const before = await count()
    const refused = await send([...items, { ...items[0], id: newHazardId(), stake: 'K999+000' }])
    expect(refused.status).toBe(422)
    expect(await errorsOf(refused)).toEqual(['items.4.stake'])
    expect(await count()).toBe(before)
    expect((await send(items)).status).toBe(201)
    expect(await count()).toBe(before + 4)
  })
})
