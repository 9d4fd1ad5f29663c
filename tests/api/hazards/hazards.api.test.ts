import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hazard } from '../../../api/hazards/hazard.schema.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { hazardIn } from './act-cases.ts'
import { newHazard, newHazardId, registered } from './new-hazard.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ template: 'gis' })
})
afterAll(() => app.close())

const put = (who: string, id: string, body: unknown) =>
  app.as(who)(`/api/hazards/${id}`, { method: 'PUT', body })
const read = async (id: string) => (await (await app.as('leader')(`/api/hazards/${id}`)).json()) as Hazard
const auditOf = (id: string) =>
  app.database.db
    .selectFrom('audit_entry')
    .select(['action', 'actor_name', 'before', 'after'])
    .where('object_id', '=', id)
    .orderBy('sequence')
    .execute()
const countHazards = async () => (await app.database.db.selectFrom('hazard').select('id').execute()).length

describe('registering a hazard', () => {
  test('a stake is enough: point, squad, township, title and number are found', async () => {
    const id = newHazardId()
    const answer = await put('squad', id, newHazard())
    expect(answer.status).toBe(201)
    const hazard = (await answer.json()) as Hazard
    expect(hazard).toMatchObject({
      id,
      status: 10,
      road: 'G109',
      fromStake: 1046200,
      toStake: null,
      squad: 'L03',
      township: '棋盘井镇',
      title: 'G109 K1046+200 平交路口',
      locating: 'stake',
      version: 1,
    })
    expect(hazard.number).toMatch(/^YH-150624-2026-\d{4}$/)
    expect(hazard.displayNumber).toMatch(/^鄂交隐〔2026〕\d{4}$/)
    expect(hazard.geometry?.type).toBe('Point')
    expect(await auditOf(id)).toMatchObject([
      { action: 'hazard.register', actor_name: 'squad', after: { version: 1 } },
    ])
  })

  test('a stretch becomes the drawn line between its stakes', async () => {
    const id = await registered(app, { fromStake: 'K1046+200', toStake: 'K1047+900' })
    const hazard = await read(id)
    expect(hazard.geometry?.type).toBe('LineString')
    expect(hazard.stakeText).toBe('K1046+200—K1047+900')
  })

  test('a tapped point finds its road and stake, and the stake lies where the point was', async () => {
    const placed = await read(await registered(app))
    const [lon, lat] = placed.geometry?.coordinates as [number, number]
    const id = newHazardId()
    const answer = await put('auxiliary', id, { types: ['F1'], description: '牲畜横穿', lon, lat })
    expect(answer.status).toBe(201)
    const hazard = (await answer.json()) as Hazard
    expect(hazard.road).toBe('G109')
    expect(Math.abs((hazard.fromStake ?? 0) - 1046200)).toBeLessThanOrEqual(1)
    expect(hazard.locating).toBe('manual')
  })

  test('a GCJ-02 point is brought back to the road and its origin is kept', async () => {
    const { convertCoordinates } = await import('../../../api/roads/coordinates/coordinates.ts')
    const placed = await read(await registered(app))
    const wgs84 = placed.geometry?.coordinates as [number, number]
    const [lon, lat] = convertCoordinates(wgs84, 'wgs84', 'gcj02')
    const id = await registered(app, { road: undefined, fromStake: undefined, lon, lat, crs: 'gcj02' })
    const hazard = await read(id)
    expect(hazard.crsSource).toBe('gcj02')
    expect(Math.abs((hazard.fromStake ?? 0) - 1046200)).toBeLessThanOrEqual(2)
  })

  test('a road outside the catalogue is kept in words', async () => {
    const id = await registered(app, { road: undefined, fromStake: undefined, roadName: '通村油路' })
    expect(await read(id)).toMatchObject({
      road: null,
      roadName: '通村油路',
      geometry: null,
      locating: 'unlocated',
    })
  })

  test('sent again, the same hazard is the same', async () => {
    const id = await registered(app)
    const before = await read(id)
    const again = await put('squad', id, newHazard())
    expect(again.status).toBe(200)
    expect(((await again.json()) as Hazard).number).toBe(before.number)
    expect(await auditOf(id)).toHaveLength(1)
  })

  test('the same id twice at once makes one hazard and loses no number', async () => {
    const id = newHazardId()
    const answers = await Promise.all([1, 2, 3].map(() => put('squad', id, newHazard())))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201])
    const next = await read(await registered(app))
    const { number } = await read(id)
    expect(Number(next.number.slice(-4))).toBe(Number(number.slice(-4)) + 1)
  })

  test('another body under a known id is refused and says what differs', async () => {
    const id = await registered(app)
    const answer = await put('squad', id, newHazard({ description: '另一处' }))
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ changed: ['description'] })
    expect((await read(id)).description).toBe(newHazard().description)
  })

  test.each([
    ['an unknown road', { road: 'G999' }, 'road'],
    ['a stake outside the range', { fromStake: 'K2000+000' }, 'fromStake'],
    ['metres of a thousand and more', { fromStake: 'K1023+1500' }, 'fromStake'],
    ['a stake without a road', { road: undefined }, 'road'],
    ['a point far outside the banner', { lon: 116.4, lat: 39.9 }, 'lon'],
    ['half a point', { lon: 107.0 }, 'lat'],
    ['an unknown type', { types: ['Q9'] }, 'types.0'],
    ['an unknown unit', { responsibleUnit: 'U99' }, 'responsibleUnit'],
    ['a discovery tomorrow', { foundAt: '2026-11-24T10:00:00Z' }, 'foundAt'],
  ])('%s is refused in both languages and nothing is written', async (_name, changes, path) => {
    const count = await countHazards()
    const body = { ...newHazard(), ...changes }
    const id = newHazardId()
    const chinese = await put('squad', id, body)
    const english = await app.as('squad')(`/api/hazards/${id}`, {
      method: 'PUT',
      body,
      headers: { 'accept-language': 'en' },
    })
    expect([chinese.status, english.status]).toEqual([422, 422])
    const errors = (await chinese.json()) as { errors: { path: string; message: string }[] }
    expect(errors.errors.map((error) => error.path)).toContain(path)
    expect(errors.errors[0]!.message).toMatch(/[\u4e00-\u9fff]/)
    expect(((await english.json()) as typeof errors).errors[0]!.message).not.toMatch(/[\u4e00-\u9fff]/)
    expect(await countHazards()).toBe(count)
  })

  test('a stake outside the range is told which range there is', async () => {
    const answer = await put('squad', newHazardId(), newHazard({ fromStake: 'K2000+000' }))
    expect(await answer.text()).toContain('K930+000')
  })

  test.each(['clerk', 'audit', 'admin'])('%s has no right to register', async (who) => {
    expect((await put(who, newHazardId(), newHazard())).status).toBe(403)
  })
})

describe('correcting a hazard', () => {
  const patch = (id: string, body: unknown, version?: number, who = 'squad') =>
    app.as(who)(`/api/hazards/${id}`, {
      method: 'PATCH',
      body,
      headers: version === undefined ? {} : { 'if-match': `"${version}"` },
    })

  test('a moved stake moves the point and is recorded with what was before', async () => {
    const id = await registered(app)
    const answer = await patch(id, { road: 'G109', fromStake: 'K1000+000' }, 1)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ fromStake: 1000000, squad: 'L04', version: 2 })
    expect((await auditOf(id))[1]).toMatchObject({ action: 'hazard.change', before: { fromStake: 1046200 } })
  })

  test('without If-Match it is asked for, with an old one it says who changed what', async () => {
    const id = await registered(app)
    expect((await patch(id, { remark: '一' })).status).toBe(428)
    expect((await patch(id, { remark: '一' }, 1)).status).toBe(200)
    const stale = await patch(id, { remark: '二' }, 1)
    expect(stale.status).toBe(409)
    expect(await stale.json()).toMatchObject({
      version: 2,
      changes: [{ actorName: 'squad', action: 'hazard.change', fields: ['remark'] }],
    })
    expect((await read(id)).remark).toBe('一')
  })

  test('a clerk has no right to, and an unknown hazard is not found', async () => {
    const id = await registered(app)
    expect((await patch(id, { remark: '一' }, 1, 'clerk')).status).toBe(403)
    expect((await patch(newHazardId(), { remark: '一' }, 1)).status).toBe(404)
  })
})

describe('listing hazards', () => {
  test('filters, GeoJSON and CSV show the same hazards', async () => {
    const id = await registered(app, { road: 'S313', fromStake: 'K226+100', description: '=cmd|calc' })
    const query = 'road=S313'
    const list = (await (await app.as('audit')(`/api/hazards?${query}`)).json()) as { items: Hazard[] }
    expect(list.items.map((hazard) => hazard.id)).toEqual([id])
    const features = (await (await app.as('audit')(`/api/hazards?${query}&format=geojson`)).json()) as {
      features: { id: string; geometry: unknown; properties: { number: string } }[]
    }
    expect(features.features).toMatchObject([{ id, properties: { number: list.items[0]!.number } }])
    const csv = await (await app.as('audit')(`/api/hazards?${query}&format=csv`)).text()
    expect(csv.split('\r\n').filter((line) => line)).toHaveLength(2)
    expect(csv).toContain("'=cmd|calc")
    expect(csv).toContain('抄告文号,抄告日期,签收日期')
    expect(csv).not.toMatch(/,=cmd/)
    const xlsx = await (await app.as('audit')(`/api/hazards?${query}&format=xlsx`)).arrayBuffer()
    const { sheets } = await readXlsx(new Uint8Array(xlsx))
    expect(sheets[0]!.rows[2]!.slice(0, 3)).toEqual(['隐患编号', '技术编号', '隐患名称'])
    expect(sheets[0]!.rows).toHaveLength(4)
  })

  test('a page ends with a cursor that the next one starts from', async () => {
    await registered(app)
    await registered(app)
    const page = async (query: string) =>
      (await (await app.as('leader')(`/api/hazards?limit=2${query}`)).json()) as {
        items: Hazard[]
        nextCursor?: string
      }
    const first = await page('')
    const second = await page(`&cursor=${first.nextCursor}`)
    const numbers = [...first.items, ...second.items].map(({ number }) => number)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect([...numbers].sort().reverse()).toEqual(numbers)
  })

  test('mine=first puts the own squad first, then what is most pressing, also across pages', async () => {
    const due = (id: string, due_date: string | null) =>
      app.database.db.updateTable('hazard').set({ due_date }).where('id', '=', id).execute()
    const road = { road: 'S216' as const }
    const theirs = await registered(app, { ...road, fromStake: 'K12+000' }, 'facility')
    const undated = await registered(app, { ...road, fromStake: 'K13+000', squad: 'L03' }, 'facility')
    const late = await registered(app, { ...road, fromStake: 'K14+000', squad: 'L03' }, 'facility')
    const next = await registered(app, { ...road, fromStake: 'K15+000', squad: 'L03' }, 'facility')
    const ended = await hazardIn(app, 70, { road_code: 'S216', squad_code: 'L03', due_date: '2020-01-01' })
    for (const [id, day] of [
      [theirs, '2026-11-01'],
      [late, '2026-11-20'],
      [next, '2026-12-20'],
    ] as const)
      await due(id, day)
    const idsOf = async (who: string, query: string) => {
      const answer = await app.as(who)(`/api/hazards?road=S216${query}`)
      const list = (await answer.json()) as { items: Hazard[]; nextCursor?: string }
      return { ids: list.items.map(({ id }) => id), cursor: list.nextCursor }
    }
    const inOrder = [late, next, undated, ended, theirs]
    expect((await idsOf('squad', '&mine=first')).ids).toEqual(inOrder)
    expect((await idsOf('leader', '&mine=first')).ids).toEqual([theirs, late, next, undated, ended])
    const paged: string[] = []
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page = await idsOf('squad', `&mine=first&limit=2${cursor && `&cursor=${cursor}`}`)
      paged.push(...page.ids)
      cursor = page.cursor
    }
    expect(paged).toEqual(inOrder)
    expect((await app.as('squad')('/api/hazards?mine=last')).status).toBe(400)
  })

  test('a box on the map leaves out what lies elsewhere', async () => {
    await registered(app)
    const answer = await app.as('leader')('/api/hazards?bbox=100,30,101,31')
    expect(await answer.json()).toEqual({ items: [], total: 0, located: 0 })
    expect((await app.as('leader')('/api/hazards?bbox=1,2,3')).status).toBe(400)
  })

  test('the administrator has no business with hazards', async () => {
    expect((await app.as('admin')('/api/hazards')).status).toBe(403)
  })
})
