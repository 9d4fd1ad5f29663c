import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReviewedItem } from '../../../api/locating/locating.schema.ts'
import { convertCoordinates } from '../../../api/roads/coordinates/coordinates.ts'
import { pointToStakes, stakeToPoint } from '../../../api/roads/network/linear-referencing.ts'
import type { RoadNetwork } from '../../../api/roads/network/road-network.ts'
import { loadRoadNetwork } from '../../../api/roads/road.queries.ts'
import { registered as registeredHazard } from '../hazards/new-hazard.ts'
import { openLocatingDesk, unlocated, type LocatingDesk } from './locating-desk.ts'

let desk: LocatingDesk
let network: RoadNetwork

beforeAll(async () => {
  desk = await openLocatingDesk()
  network = await loadRoadNetwork(desk.service.database.db)
})
afterAll(() => desk.service.close())

const auditOf = (id: string) =>
  desk.service.database.db
    .selectFrom('audit_entry')
    .select(['action', 'reason'])
    .where('object_id', '=', id)
    .orderBy('sequence')
    .execute()

const placeOf = (stake: number) => stakeToPoint(network, 'G109', stake)!.point

/** Where G109 meets another road, so that a point alone cannot say which of the two it is. */
function junction() {
  for (let stake = 931_000; stake < 1_104_000; stake += 20) {
    const point = placeOf(stake)
    const near = pointToStakes(network, point, { maximumDistance: 250 })
    const other = near.find(({ road }) => road !== 'G109')
    if (other && near[0]?.grade === 'ambiguous') return { point, other: other.road }
  }
  throw new Error('G109 meets no road')
}

/** The shift of GCJ-02 counts where it goes across the road, not along it. */
function shiftedOffTheRoad() {
  for (let stake = 931_000; stake < 1_104_000; stake += 500) {
    const shifted = convertCoordinates(placeOf(stake), 'wgs84', 'gcj02')
    const [lon, lat] = shifted.map((each) => Number(each.toFixed(6))) as [number, number]
    const near = pointToStakes(network, [lon, lat], { maximumDistance: 300 })
    if (near.length === 0) return { stake, lon, lat }
  }
  throw new Error('G109 runs along the shift everywhere')
}

describe('one tap', () => {
  test('places an accident whose words say the stake, and the history says who did', async () => {
    const words = { roadName: '109国道', placeText: 'K1046+200处' }
    const id = await desk.registeredAccident({ ...unlocated, ...words })
    const item = (await desk.listed(id))!
    expect(item.reasons).toEqual(['unlocated'])
    const [candidate] = item.candidates
    expect(candidate).toMatchObject({ how: 'text', road: 'G109', stake: 1_046_200, stakeText: 'K1046+200' })
    expect(candidate!.why).toContain('G109 K1046+200')
    const answer = await desk.answerTo(item, 'place', candidate!.place)
    expect(await answer.json()).toMatchObject({ done: true, version: 2, road: 'G109', stake: 1_046_200 })
    expect(await desk.listed(id)).toBeUndefined()
    expect((await auditOf(id)).map(({ action }) => action)).toEqual(['accident.register', 'accident.correct'])
  })

  test('puts a point that strayed from its road back to its stake', async () => {
    const id = await desk.registeredAccident({ placeText: '弯道处' })
    const [longitude, latitude] = placeOf(1_050_200)
    await desk.setPoint(id, longitude, latitude + 0.01)
    const item = (await desk.listed(id))!
    expect(item.reasons).toEqual(['far'])
    expect(item.distanceToRoad).toBeGreaterThan(250)
    const byStake = item.candidates.find(({ how }) => how === 'stake')!
    expect(byStake.distance).toBeGreaterThan(1000)
    const answer = await desk.answerTo(item, 'place', byStake.place)
    expect(await answer.json()).toMatchObject({ done: true, distanceToRoad: 0 })
  })

  test('reads a coordinate in the system that brings it onto its road, and keeps it as it was written', async () => {
    const { stake, lon, lat } = shiftedOffTheRoad()
    const id = await desk.registeredAccident({ stake: undefined, lon, lat, crs: 'wgs84' })
    const item = (await desk.listed(id))!
    expect(item).toMatchObject({ reasons: ['far'], rawCoordinate: `${lon},${lat}`, crsSource: 'wgs84' })
    const byDatum = item.candidates.find(({ how, place }) => how === 'datum' && place.crs === 'gcj02')!
    expect(byDatum).toMatchObject({ road: 'G109', assumed: ['datum_unknown'] })
    expect(Math.abs(byDatum.stake - stake)).toBeLessThanOrEqual(1)
    const answer = await desk.answerTo(item, 'place', byDatum.place)
    expect(await answer.json()).toMatchObject({
      done: true,
      crsSource: 'gcj02',
      rawCoordinate: `${lon},${lat}`,
    })
  })

  test('at a junction says which road it was, and that is the review', async () => {
    const { point, other } = junction()
    const [lon, lat] = point
    const id = await desk.registeredAccident({ road: undefined, stake: undefined, lon, lat, crs: 'wgs84' })
    const item = (await desk.listed(id))!
    expect(item.reasons).toEqual(['ambiguous'])
    const roads = item.candidates.filter(({ how }) => how === 'point').map(({ road }) => road)
    expect(roads).toEqual(expect.arrayContaining(['G109', other]))
    const chosen = item.candidates.find(({ road }) => road === other)!
    const answer = (await (await desk.answerTo(item, 'place', chosen.place)).json()) as ReviewedItem
    expect(answer).toMatchObject({ done: true, road: other })
    expect(answer.confirmedReason).toContain(`核对后选定 ${other}`)
    expect((await auditOf(id)).map(({ action }) => action)).toContain('accident.confirmPlace')
    expect(await desk.listed(id, 'confirmed=true&limit=200')).toBeDefined()
  })

  test('a mark on the map keeps the road of the record', async () => {
    const id = await desk.registeredAccident(unlocated)
    const [lon, lat] = placeOf(1_055_000)
    const answer = await desk.answerTo((await desk.listed(id))!, 'place', {
      lon,
      lat,
      crs: 'wgs84',
      reason: '现场指认',
    })
    expect(await answer.json()).toMatchObject({
      done: true,
      road: null,
      roadName: '苏里格气田路',
      version: 2,
    })
    expect((await auditOf(id)).at(-1)).toEqual({ action: 'accident.correct', reason: '现场指认' })
  })

  test('places a hazard by whoever may register one, and the finder’s words stay', async () => {
    const id = await registeredHazard(desk.service, {
      road: undefined,
      fromStake: undefined,
      roadName: '109国道',
      placeText: '1047公里处加油站旁',
    })
    const item = (await desk.listed(id))!
    expect(item.candidates[0]).toMatchObject({ how: 'text', road: 'G109', stake: 1_047_000 })
    const answer = await desk.answerTo(item, 'place', item.candidates[0]!.place, 'squad')
    expect(await answer.json()).toMatchObject({
      done: true,
      road: 'G109',
      stake: 1_047_000,
      placeText: '1047公里处加油站旁',
    })
  })
})

describe('a place that is right as it stands', () => {
  test('outside the banner leaves the list with its reason, counts on, and comes back when that is taken back', async () => {
    const id = await desk.registeredAccident(unlocated)
    await desk.setPoint(id, 109.2, 39.3)
    const item = (await desk.listed(id, 'reason=outside'))!
    expect(item.reasons).toEqual(['outside'])
    const before = (await desk.list()).counts.accidents
    const confirmed = await desk.answerTo(item, 'confirm', { reason: '界外协助处理' })
    expect(await confirmed.json()).toMatchObject({ done: true, confirmedReason: '界外协助处理', version: 2 })
    expect((await desk.list()).counts.accidents).toMatchObject({
      total: before.total,
      located: before.located,
      outside: before.outside - 1,
      confirmed: before.confirmed + 1,
    })
    const again = await desk.answerTo({ ...item, version: 2 }, 'unconfirm', {})
    expect(await again.json()).toMatchObject({ done: false, confirmedReason: null, reasons: ['outside'] })
    expect(await auditOf(id)).toMatchObject([
      { action: 'accident.register' },
      { action: 'accident.confirmPlace', reason: '界外协助处理' },
      { action: 'accident.unconfirmPlace' },
    ])
  })

  test('so does a hazard that cannot be placed any better', async () => {
    const id = await registeredHazard(desk.service, {
      road: undefined,
      fromStake: undefined,
      roadName: '牧区便道',
    })
    const confirmed = await desk.answerTo(
      (await desk.listed(id))!,
      'confirm',
      { reason: '牧区便道无坐标' },
      'squad',
    )
    expect(await confirmed.json()).toMatchObject({ done: true, reasons: ['unlocated'] })
    expect(await desk.listed(id)).toBeUndefined()
  })
})

describe('what is refused', () => {
  test('writing without the right of the record, reading without any', async () => {
    const item = await desk.review('accident', await desk.registeredAccident(unlocated))
    for (const act of ['place', 'confirm', 'unconfirm'])
      expect((await desk.answerTo(item, act, { reason: '核对' }, 'squad')).status, act).toBe(403)
    expect((await desk.service.as('admin')('/api/locating')).status).toBe(403)
    expect((await desk.list('', 'auxiliary')).items.length).toBeGreaterThan(0)
    expect((await desk.review('accident', item.id)).version).toBe(1)
  })

  test('a change without the version that was seen, or over another’s', async () => {
    const item = await desk.review('accident', await desk.registeredAccident(unlocated))
    const body = { road: 'G109', stake: 'K1050+000' }
    const path = `/api/locating/accident/${item.id}/place`
    expect((await desk.service.as('accident')(path, { method: 'POST', body })).status).toBe(428)
    for (const [act, input] of [
      ['place', body],
      ['confirm', { reason: '核对' }],
    ] as const)
      expect((await desk.answerTo({ ...item, version: 9 }, act, input)).status, act).toBe(409)
    expect((await desk.answerTo(item, 'place', body)).status).toBe(200)
  })

  test.each([
    ['no place at all', {}],
    ['half a point', { lon: 107.5 }],
    ['a stretch for an accident', { road: 'G109', stake: 1_050_000, toStake: 1_051_000 }],
    ['a stake beyond the road', { road: 'G109', stake: 'K1200+000' }],
    ['a road that does not exist', { road: 'G999', stake: 'K1+000' }],
    ['a place in another province', { lon: 116.4, lat: 39.9, crs: 'wgs84' }],
    ['a field that nobody knows', { road: 'G109', stake: 1_050_000, height: 3 }],
  ])('%s', async (_, body) => {
    const item = await desk.review('accident', await desk.registeredAccident(unlocated))
    expect((await desk.answerTo(item, 'place', body)).status).toBe(422)
    expect((await desk.review('accident', item.id)).version).toBe(1)
  })

  test('a confirmation without its reason, and a record that does not exist', async () => {
    const item = await desk.review('accident', await desk.registeredAccident(unlocated))
    expect((await desk.answerTo(item, 'confirm', {})).status).toBe(422)
    const unknown = { ...item, id: '0190f000-0000-7000-8000-00000000ffff' }
    expect((await desk.answerTo(unknown, 'place', { road: 'G109', stake: 1_050_000 })).status).toBe(404)
    expect((await desk.answerTo(unknown, 'confirm', { reason: '核对' })).status).toBe(404)
    expect((await desk.service.as('accident')(`/api/locating/hazard/${item.id}`)).status).toBe(404)
  })
})
