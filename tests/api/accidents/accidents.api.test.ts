import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestRequest } from '../../harness/test-app.ts'
import { newAccident } from './new-accident.ts'

type Answer = Record<string, unknown> & { id: string; version: number; errors?: { path: string }[] }

let service: TestApp
let officer: (path: string, init?: TestRequest) => Promise<Response>

beforeAll(async () => {
  service = await openTestApp({ template: 'gis' })
  officer = service.as('accident')
})
afterAll(() => service.close())

const register = (differences: Parameters<typeof newAccident>[0] = {}) =>
  officer('/api/accidents', { method: 'POST', body: newAccident(differences) })
const body = async (answer: Response) => (await answer.json()) as Answer
const registered = async (differences: Parameters<typeof newAccident>[0] = {}) => {
  const answer = await register(differences)
  expect(answer.status, JSON.stringify(await answer.clone().json())).toBe(201)
  return body(answer)
}
const audited = (id: string) =>
  service.database.db
    .selectFrom('audit_entry')
    .select(['action', 'reason'])
    .where('object_id', '=', id)
    .orderBy('sequence')
    .execute()

describe('an accident is registered', () => {
  test('by its stake: the point, the squad and the township follow', async () => {
    const accident = await registered()
    expect(accident).toMatchObject({
      road: 'G109',
      stake: 1_050_200,
      stakeText: 'K1050+200',
      locating: 'stake',
      squad: 'L03',
      township: '棋盘井镇',
      severity: 'injury',
      occurredAt: '2026-11-20T18:30:00+08:00',
      demo: false,
    })
    expect((accident.geometry as { type: string }).type).toBe('Point')
    expect(await audited(accident.id)).toEqual([{ action: 'accident.register', reason: null }])
  })

  test('by a coordinate: road and stake follow, and the words as given are kept', async () => {
    const point = (await body(await officer('/api/roads/G109/locate?stake=K1060%2B000'))).geometry as {
      coordinates: [number, number]
    }
    const [lon, lat] = point.coordinates
    const accident = await registered({ road: undefined, stake: undefined, lon, lat, crs: 'wgs84' })
    expect(accident).toMatchObject({
      road: 'G109',
      locating: 'coordinate',
      locatingGrade: 'good',
      crsSource: 'wgs84',
    })
    expect(Math.abs((accident.stake as number) - 1_060_000)).toBeLessThan(2)
    expect(accident.rawCoordinate).toBe(`${lon},${lat}`)
  })

  test('on a road that only has a name, without a point', async () => {
    const accident = await registered({ road: undefined, stake: undefined, roadName: '苏里格气田路' })
    expect(accident).toMatchObject({
      road: null,
      locating: 'unlocated',
      geometry: null,
      roadName: '苏里格气田路',
    })
  })
})

describe('what cannot be is refused and nothing is written', () => {
  test.each([
    ['an unknown road', { road: 'G999' }, 'road'],
    ['a stake beyond the road', { stake: 'K1200+000' }, 'stake'],
    ['metres of a thousand or more', { stake: 'K1046+1500' }, 'stake'],
    ['a coordinate in another province', { lon: 116.4, lat: 39.9, crs: 'wgs84' }, 'lon'],
    ['a coordinate without its system', { lon: 107.4, lat: 39.2 }, 'crs'],
    ['a stake far from its coordinate', { lon: 107.9784, lat: 39.2, crs: 'wgs84' }, 'lon'],
    ['a collision without its kind', { collision: undefined }, 'collision'],
    ['an object that is not named', { form: '35', collision: undefined }, 'objectHit'],
    ['a death by the simple procedure', { procedure: 'simple', killed: 1 }, 'procedure'],
    ['more seriously injured than injured', { injured: 1, seriouslyInjured: 2 }, 'seriouslyInjured'],
    ['a time to come', { occurredAt: '2027-01-01T08:00:00+08:00' }, 'occurredAt'],
    ['a code that does not exist', { form: '77' }, 'form'],
  ])('%s', async (_, differences, path) => {
    const count = async () => (await service.database.db.selectFrom('accident').select('id').execute()).length
    const before = await count()
    const answer = await register(differences)
    const problem = await body(answer)
    expect(answer.status, JSON.stringify(problem)).toBe(422)
    expect(problem.errors?.map((error) => error.path)).toContain(path)
    expect(await count()).toBe(before)
  })

  test('a number that is taken, with the number in the words', async () => {
    const first = await registered()
    const answer = await register({ accidentNo: first.accidentNo })
    expect(answer.status).toBe(409)
    expect((await body(answer)).detail).toContain(first.accidentNo)
  })

  test('by a post that does not keep accidents', async () => {
    const answer = await service.as('squad')('/api/accidents', { method: 'POST', body: newAccident() })
    expect(answer.status).toBe(403)
  })
})

describe('an accident is corrected', () => {
  test('what stood before is kept with the reason, and the version goes up', async () => {
    const { id } = await registered()
    const answer = await officer(`/api/accidents/${id}`, {
      method: 'PATCH',
      body: { injured: 2, stake: 'K1051+000', road: 'G109', reason: '核对卷宗' },
      headers: { 'if-match': '"1"' },
    })
    expect(await body(answer)).toMatchObject({ injured: 2, stake: 1_051_000, version: 2, lossYuan: 6000 })
    const { corrections } = await service.database.db
      .selectFrom('accident')
      .select('corrections')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(corrections['2']).toMatchObject({
      reason: '核对卷宗',
      before: { injured: 1 },
      after: { injured: 2 },
    })
    expect((await audited(id)).at(-1)).toEqual({ action: 'accident.correct', reason: '核对卷宗' })
  })

  test('not without the version that was seen, and not over another’s correction', async () => {
    const { id } = await registered()
    const correct = (headers: Record<string, string>) =>
      officer(`/api/accidents/${id}`, { method: 'PATCH', body: { injured: 3, reason: '核对' }, headers })
    expect((await correct({})).status).toBe(428)
    expect((await correct({ 'if-match': '"1"' })).status).toBe(200)
    const stale = await correct({ 'if-match': '"1"' })
    expect(stale.status).toBe(409)
    expect((await body(stale)).version).toBe(2)
  })

  test('a withdrawn one leaves every list and keeps its number', async () => {
    const { id, accidentNo } = await registered()
    const answer = await officer(`/api/accidents/${id}/withdraw`, {
      method: 'POST',
      body: { reason: '重复登记' },
      headers: { 'if-match': '"1"' },
    })
    expect(answer.status).toBe(200)
    const { items } = (await body(await officer('/api/accidents'))) as unknown as { items: { id: string }[] }
    expect(items.some((item) => item.id === id)).toBe(false)
    expect((await register({ accidentNo })).status).toBe(409)
  })
})

describe('the brief', () => {
  test('is in no list, no export and not in the record itself', async () => {
    const { id } = await registered({ brief: '一辆小型客车与货车相撞' })
    for (const path of ['?', '?format=geojson', '?format=csv', `/${id}`])
      expect(await (await officer(`/api/accidents${path}`)).text(), path).not.toContain('小型客车')
  })

  test('is read by those who may, and the trail says who did', async () => {
    const whole = '驾驶人张建国，电话13800138000，驾驶蒙K12345与货车相撞'
    const { id } = await registered({ brief: whole })
    const path = `/api/accidents/${id}/brief`
    for (const method of ['GET', 'POST'])
      expect(
        (
          await service.as('auxiliary')(path, {
            method,
            ...(method === 'POST' ? { body: { reason: '核对' } } : {}),
          })
        ).status,
      ).toBe(403)
    // Masked by default, also for those who may read the whole: only that asks for a reason.
    const masked = await body(await service.as('leader')(path))
    expect(masked).toEqual({ brief: '驾驶人张某，电话［电话］，驾驶［号牌］与货车相撞', isMasked: true })
    const withoutReason = await service.as('audit')(path, { method: 'POST', body: { reason: ' ' } })
    expect(withoutReason.status).toBe(422)
    expect((await audited(id)).map(({ action }) => action)).toEqual(['accident.register'])
    const reading = await service.as('audit')(path, { method: 'POST', body: { reason: '核查信访件' } })
    expect(await body(reading)).toEqual({ brief: whole, isMasked: false })
    expect(await audited(id)).toEqual([
      { action: 'accident.register', reason: null },
      { action: 'accident.readBrief', reason: '核查信访件' },
    ])
  })
})
