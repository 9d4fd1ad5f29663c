import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newAccident } from '../accidents/new-accident.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'

let service: TestApp
beforeAll(async () => {
  service = await openTestApp({ template: 'gis' })
})
afterAll(() => service.close())

async function call(
  method: string,
  path: string,
  body?: unknown,
  more: { as?: string; version?: number } = {},
) {
  const headers: Record<string, string> =
    more.version === undefined ? {} : { 'if-match': `"${more.version}"` }
  const answer = await service.as(more.as ?? 'accident')(path, { method, body, headers })
  return { status: answer.status, body: await answer.json(), etag: answer.headers.get('etag') }
}

let made = 0
const newRoad = (given: object = {}) => ({ name: `通村油路${(made += 1)}`, adminGrade: 'village', ...given })
const enter = async (given: object = {}) => (await call('POST', '/api/roads', newRoad(given))).body

const entriesOf = (code: string) =>
  service.database.db
    .selectFrom('audit_entry')
    .select(['action', 'actor_name', 'reason', 'before', 'after'])
    .where('object_type', '=', 'road')
    .where('object_id', '=', code)
    .orderBy('sequence')
    .execute()

describe('roads that are only names', () => {
  test('a name, a township and a course are a complete road with a code of its own', async () => {
    const { status, body, etag } = await call('POST', '/api/roads', {
      name: '苏里格气田四号路',
      adminGrade: 'private',
      township: '苏米图苏木',
      course: '苏米图—气田处理厂',
      aliases: ['气田四号路'],
      note: '企业自建',
      reason: '大队排查',
    })
    expect(status).toBe(201)
    expect(etag).toBe('"1"')
    expect(body).toMatchObject({
      code: 'L0001',
      name: '苏里格气田四号路',
      aliases: ['气田四号路'],
      township: '苏米图苏木',
      course: '苏米图—气田处理厂',
      point: null,
      isDrawn: false,
      geometryLengthKm: null,
      fromStake: null,
      qualityNote: '企业自建',
      version: 1,
    })
    expect((await call('GET', '/api/roads/L0001')).body).toEqual(body)
    expect(await entriesOf('L0001')).toMatchObject([{ action: 'road.register', reason: '大队排查' }])
  })

  test('a point picked in another system is kept in WGS 84; a township may come by its code', async () => {
    const road = await enter({ point: { lon: 107.9835, lat: 39.0947, crs: 'gcj02' }, township: '150624101' })
    expect(road.township).toBe('乌兰镇')
    expect(road.point[0]).toBeGreaterThan(107.974)
    expect(road.point[0]).toBeLessThan(107.982)
  })

  test('roads entered at once get codes of their own', async () => {
    const roads = await Promise.all([enter(), enter(), enter()])
    expect(new Set(roads.map(({ code }) => code)).size).toBe(3)
  })

  test('a stake on a road without a line is refused with the way out', async () => {
    const { code } = await enter({ fromStake: 0, toStake: 12_000 })
    const { status, body } = await call('GET', `/api/roads/${code}/locate?stake=K3%2B200`)
    expect(status).toBe(422)
    expect(body.detail).toContain('没有线形')
  })

  test('an accident on such a road counts, unlocated, under its code', async () => {
    const { code } = await enter({ fromStake: 0, toStake: 12_000 })
    const accident = await call('POST', '/api/accidents', newAccident({ road: code, stake: 3200 }))
    expect(accident.body).toMatchObject({ road: code, stake: 3200, locating: 'unlocated' })
  })
})

describe('finding roads', () => {
  test('by words of name, alias, township or course, by grade, and by having a line', async () => {
    const { code } = await enter({
      name: '查布苏木通嘎查路',
      aliases: ['查布路'],
      course: '查布—五湖都格',
      township: '乌兰镇',
      adminGrade: 'township',
    })
    const codes = async (query: string) =>
      (await call('GET', `/api/roads?${query}`)).body.items.map((road: { code: string }) => road.code)
    for (const q of ['查布路', '五湖都格', code.toLowerCase()])
      expect(await codes(`q=${encodeURIComponent(q)}`)).toEqual([code])
    expect(await codes('adminGrade=township')).toEqual([code])
    expect(await codes('drawn=true')).toEqual(['G109', 'G110', 'S313', 'S216', 'CAYJ'])
    expect(await codes('drawn=false')).toContain(code)
    expect(await codes('q=100%25')).toEqual([])
  })
})

describe('what cannot be a road', () => {
  const refused: readonly (readonly [string, object, number, RegExp])[] = [
    ['the code of another road', { code: 'G109' }, 409, /国道109线/],
    ['a code of another shape', { code: '109-1' }, 422, /7 位/],
    ['an unknown township', { township: '东胜区' }, 422, /苏米图苏木/],
    ['an unknown maintainer', { maintainerUnit: 'X99' }, 422, /X99/],
    ['half a range of stakes', { fromStake: 0 }, 422, /同时填写/],
    ['stakes in falling order', { fromStake: 9000, toStake: 2000 }, 422, /K2\+000/],
    ['a point with its axes swapped', { point: { lon: 39.09, lat: 107.97 } }, 422, /填反/],
    ['a point far outside', { point: { lon: 116.4, lat: 39.9 } }, 422, /20 公里/],
  ]
  for (const [what, given, status, says] of refused)
    test(`${what} is refused`, async () => {
      const answer = await call('POST', '/api/roads', newRoad(given))
      expect(answer.status).toBe(status)
      expect(JSON.stringify(answer.body)).toMatch(says)
    })

  test('the same name in the same township is refused with the road that has it, in another it is another road', async () => {
    const { code, name } = await enter({ township: '乌兰镇' })
    const again = await call('POST', '/api/roads', { name, adminGrade: 'village', township: '乌兰镇' })
    expect(again).toMatchObject({ status: 409, body: { road: code } })
    expect(again.body.detail).toContain(code)
    expect(
      (await call('POST', '/api/roads', { name, adminGrade: 'village', township: '蒙西镇' })).status,
    ).toBe(201)
  })
})

describe('changing and withdrawing', () => {
  test('a change raises the version and is kept with what was before', async () => {
    const { code, name } = await enter({ township: '乌兰镇' })
    const { status, body } = await call(
      'PATCH',
      `/api/roads/${code}`,
      { course: '乌兰镇—查布', note: null, reason: '补充走向' },
      { version: 1 },
    )
    expect(status).toBe(200)
    expect(body.road).toMatchObject({ code, name, course: '乌兰镇—查布', version: 2, sections: [] })
    expect(body.moved).toEqual({ accidents: 0, hazards: 0, facilities: 0 })
    expect((await entriesOf(code))[1]).toMatchObject({
      action: 'road.change',
      reason: '补充走向',
      before: { version: 1, course: null },
      after: { version: 2, course: '乌兰镇—查布' },
    })
  })

  test('an alias that stays keeps the days on which it held', async () => {
    const { code } = await enter({ aliases: ['老名', '曾用名'] })
    const dated = { name: '老名', validTo: '2017-12-31' }
    await service.database.db
      .updateTable('road')
      .set({ aliases: JSON.stringify([dated, { name: '曾用名' }]) })
      .where('code', '=', code)
      .execute()
    const { body } = await call(
      'PATCH',
      `/api/roads/${code}`,
      { aliases: ['老名', '新名'], reason: '更名' },
      { version: 1 },
    )
    expect(body.road).toMatchObject({ aliases: ['老名', '新名'], datedAliases: [dated] })
  })

  test('the range of a drawn road cannot leave its line', async () => {
    const { version } = (await call('GET', '/api/roads/S216')).body
    const { status, body } = await call(
      'PATCH',
      '/api/roads/S216',
      { toStake: 50_000, reason: '缩短' },
      { version },
    )
    expect(status).toBe(422)
    expect(body.detail).toContain('已绘线形')
  })

  test('whoever saw an older version is told who changed what', async () => {
    const { code } = await enter()
    const change = (version: number, course: string) =>
      call('PATCH', `/api/roads/${code}`, { course, reason: '更正' }, { version })
    await change(1, '一')
    const stale = await change(1, '二')
    expect(stale.status).toBe(409)
    expect(stale.body).toMatchObject({ version: 2, changes: [{ actorName: expect.any(String) }] })
    const missing = await call('PATCH', `/api/roads/${code}`, { course: '三', reason: '更正' })
    expect(missing.status).toBe(428)
  })

  test('a withdrawn road is gone, its code is not given again, and records keep it', async () => {
    const { code } = await enter({ code: 'L0900' })
    const { status, body } = await call(
      'POST',
      `/api/roads/${code}/withdraw`,
      { reason: '重复登记' },
      { version: 1 },
    )
    expect(status).toBe(200)
    expect(body.road.version).toBe(2)
    expect((await call('GET', `/api/roads/${code}`)).status).toBe(404)
    const again = await call('POST', '/api/roads', newRoad({ code }))
    expect(again.status).toBe(409)
    expect(again.body.detail).toContain('注销')
    expect((await enter()).code).toBe('L0901')
  })

  test('a reason is needed, and an unknown road is not found', async () => {
    const { code } = await enter()
    const path = `/api/roads/${code}/withdraw`
    expect((await call('POST', path, { reason: ' ' }, { version: 1 })).body.errors[0].message).toContain(
      '理由',
    )
    expect((await call('POST', '/api/roads/X999/withdraw', { reason: '没有' }, { version: 1 })).status).toBe(
      404,
    )
  })

  test('only 事故中队, 设施保障 and the leaders keep the roads', async () => {
    for (const as of ['leader', 'accident', 'facility'])
      expect((await call('POST', '/api/roads', newRoad(), { as })).status).toBe(201)
    for (const as of ['clerk', 'squad', 'auxiliary', 'audit', 'admin'])
      expect((await call('POST', '/api/roads', newRoad(), { as })).status).toBe(403)
  })
})
