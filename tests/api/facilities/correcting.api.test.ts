import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NewFacility, PlacedFacility } from '../../../api/facilities/facility.schema.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { newHazardId } from '../hazards/new-hazard.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ template: 'gis' })
})
afterAll(() => app.close())

const patch = (id: string, version: number, body: unknown, who = 'facility') =>
  app.as(who)(`/api/facilities/${id}`, { method: 'PATCH', body, headers: { 'if-match': `"${version}"` } })

async function placed(changes: Partial<NewFacility> = {}): Promise<PlacedFacility> {
  const body = { kind: 'solar_strobe', quantity: 1, road: 'G109', stake: 'K1046+200', ...changes }
  const answer = await app.as('facility')(`/api/facilities/${newHazardId()}`, { method: 'PUT', body })
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as PlacedFacility
}
async function corrected({ id, version }: PlacedFacility, body: unknown, who?: string) {
  const answer = await patch(id, version, body, who)
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as PlacedFacility
}
async function refusedPaths(answer: Response): Promise<string[]> {
  expect(answer.status).toBe(422)
  return ((await answer.json()) as { errors: { path: string }[] }).errors.map(({ path }) => path)
}
const trailOf = (id: string) =>
  app.database.db
    .selectFrom('audit_entry')
    .select(['action', 'before', 'after'])
    .where('object_id', '=', id)
    .orderBy('sequence')
    .execute()

describe('what is known about a facility', () => {
  const details = {
    facing: 'decreasing',
    faces: 'double',
    funding: '道路交通安全专项资金',
    supplier: '某厂',
    model: 'TY-300',
    costYuan: 1800,
    installedBy: '设施保障中队',
    warrantyUntil: '2028-11-23',
    consent: 'granted',
    consentDocument: '鄂交路〔2026〕5号',
  } as const

  test('is entered with it, corrected, taken back, and stands in the ledger', async () => {
    const lamp = await placed(details)
    expect(lamp).toMatchObject(details)
    const mended = await corrected(lamp, { facing: 'both', funding: null, consentDocument: null })
    expect(mended).toMatchObject({ facing: 'both', funding: null, consentDocument: null, model: 'TY-300' })
    const [, change] = await trailOf(lamp.id)
    expect(change).toMatchObject({
      action: 'facility.change',
      before: { version: 1, facing: 'decreasing', funding: '道路交通安全专项资金' },
      after: { version: 2, facing: 'both', funding: null },
    })
    const answer = await app.as('facility')('/api/facilities?format=xlsx')
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    expect(sheets[0]!.rows[2]).toEqual(expect.arrayContaining(['型号', '朝向', '经费来源', '拆除原因']))
    expect(sheets[0]!.rows.flat()).toContain('面向两个方向来车')
  })

  test('takes no facing that nobody knows, and a bump keeps its length', async () => {
    const lamp = await placed()
    expect(await refusedPaths(await patch(lamp.id, 1, { facing: 'north' }))).toEqual(['facing'])
    const bump = await placed({ kind: 'speed_bump', lengthMetres: 7 })
    expect(await refusedPaths(await patch(bump.id, 1, { lengthMetres: null }))).toEqual(['lengthMetres'])
  })
})

describe('taking a facility down', () => {
  test.each(['toRemove', 'removed'] as const)('%s wants a reason', async (state) => {
    const lamp = await placed()
    expect(await refusedPaths(await patch(lamp.id, 1, { state }))).toEqual(['removalReason'])
    const gone = await corrected(lamp, { state, removalReason: '隐患已治理，不再需要' })
    expect(gone).toMatchObject({ state, removalReason: '隐患已治理，不再需要' })
    expect(await refusedPaths(await patch(lamp.id, 2, { removalReason: null }))).toEqual(['removalReason'])
    expect(await corrected(gone, { state: 'working' })).toMatchObject({ removalReason: null })
  })

  test('an inspection that finds it gone says why', async () => {
    const { id } = await placed()
    const body = { at: '2026-11-23T02:00:00Z', state: 'removed', note: '撞毁后已清走' }
    const path = `/api/facilities/${id}/inspections/${newHazardId()}`
    expect((await app.as('facility')(path, { method: 'PUT', body })).status).toBe(201)
    const facility = (await (await app.as('facility')(`/api/facilities/${id}`)).json()) as PlacedFacility
    expect(facility).toMatchObject({ state: 'removed', removalReason: '撞毁后已清走' })
  })
})

describe('moving a facility', () => {
  test('a stake alone moves it along its road; its point follows, its side stays', async () => {
    const lamp = await placed({ side: 'left' })
    const moved = await corrected(lamp, { stake: 'K1046+730' })
    expect(moved).toMatchObject({ road: 'G109', stake: 1_046_730, side: 'left', placeText: 'G109 K1046+730' })
    const locate = await app.as('facility')('/api/roads/G109/locate?stake=K1046%2B730')
    const there = (await locate.json()) as { geometry: { coordinates: number[] } }
    for (const axis of [0, 1])
      expect(moved.geometry!.coordinates[axis]).toBeCloseTo(there.geometry.coordinates[axis]!, 6)
    const [, change] = await trailOf(lamp.id)
    expect(change).toMatchObject({
      before: { stake: 1_046_200, geometry: lamp.geometry },
      after: { stake: 1_046_730, geometry: moved.geometry },
    })
  })

  test('words that somebody wrote about the place stay', async () => {
    const lamp = await placed({ placeText: '弯道前第三根电杆' })
    expect((await corrected(lamp, { stake: 1_046_400 })).placeText).toBe('弯道前第三根电杆')
  })

  test('a point beside it takes the stake from its own road and the side from the point', async () => {
    const lamp = await placed()
    const [lon = 0, lat = 0] = lamp.geometry!.coordinates
    const moved = await corrected(lamp, { lon, lat: lat + 0.0003, crs: 'wgs84' })
    expect(moved).toMatchObject({ road: 'G109', crsSource: 'wgs84' })
    expect(moved.geometry!.coordinates[1]).toBeCloseTo(lat + 0.0003, 7)
    expect(Math.abs(moved.stake! - 1_046_200)).toBeLessThan(40)
    expect(['left', 'right']).toContain(moved.side)
  })

  test('off the numbered roads it moves freely and stays off them, however near one is', async () => {
    const lamp = await placed()
    const [lon = 0, lat = 0] = lamp.geometry!.coordinates
    const field = await placed({
      ...{ road: undefined, stake: undefined, roadName: '牧区便道' },
      ...{ lon: lon + 0.004, lat: lat + 0.004, crs: 'wgs84' },
    })
    const moved = await corrected(field, { lon, lat, crs: 'wgs84' })
    expect(moved).toMatchObject({ road: null, roadName: '牧区便道' })
    expect(moved.geometry!.coordinates[0]).toBeCloseTo(lon, 7)
  })

  test('beyond the end of its road, or far from it, it is refused and stays', async () => {
    const lamp = await placed()
    expect(await refusedPaths(await patch(lamp.id, 1, { stake: 'K2000+000' }))).toEqual(['stake'])
    const far = { lon: 107.4, lat: 39.6, crs: 'wgs84' }
    expect(await refusedPaths(await patch(lamp.id, 1, far))).toContain('lon')
    const answer = await app.as('facility')(`/api/facilities/${lamp.id}`)
    expect(await answer.json()).toMatchObject({ stake: 1_046_200, version: 1 })
  })

  test('a bump moved out of sight of its sign comes back with the warning', async () => {
    const bump = { kind: 'speed_bump', lengthMetres: 7, direction: 'increasing' } as const
    await placed({ kind: 'warning_sign', stake: 'K1069+900' })
    const announced = await placed({ ...bump, stake: 'K1070+000' })
    expect(announced.warnings).toEqual([])
    const moved = await corrected(announced, { stake: 'K1070+500' })
    expect(moved.warnings.map(({ code }) => code)).toEqual(['bumpWithoutSign'])
  })

  test('needs the version; whoever comes second is told what the first one changed', async () => {
    const lamp = await placed()
    const bare = { method: 'PATCH', body: { stake: 1_046_300 } } as const
    expect((await app.as('facility')(`/api/facilities/${lamp.id}`, bare)).status).toBe(428)
    await corrected(lamp, { stake: 1_046_300 }, 'leader')
    const late = await patch(lamp.id, 1, { stake: 1_046_400 })
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({ version: 2, changes: [{ version: 2 }] })
  })

  test('a squad moves nothing onto the stretch of another', async () => {
    const own = await placed()
    expect((await patch(own.id, 1, { road: 'S216', stake: 'K60+000' }, 'squad')).status).toBe(403)
    expect((await patch(own.id, 1, { stake: 1_046_300 }, 'squad')).status).toBe(200)
  })
})
