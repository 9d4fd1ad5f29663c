import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Accident } from '../../../api/accidents/accident.schema.ts'
import { newId } from '../../../api/db/id.ts'
import { pointGeometry } from '../../../api/db/postgis.ts'
import type { PlacedFacility } from '../../../api/facilities/facility.schema.ts'
import type { Hazard } from '../../../api/hazards/hazard.schema.ts'
import { convertCoordinates } from '../../../api/roads/coordinates/coordinates.ts'
import { distanceBetween, type LonLat } from '../../../api/roads/network/geodesy.ts'
import type { FourIndices } from '../../../api/statistics/statistics.schema.ts'
import type { SupervisionList } from '../../../api/supervision/supervision-list.schema.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { newHazardId } from '../hazards/new-hazard.ts'
import { newAccident } from './new-accident.ts'

let app: TestApp
const beside: LonLat = [107.5, 39.2]

/** A county road with a range and a gas-field road with nothing but a name; neither has a line. */
async function insertNameOnlyRoads() {
  const at = new Date('2026-11-01T00:00:00Z')
  const road = (code: string, name: string, township: string | null, sort: number) => ({
    id: newId(),
    code,
    name,
    name_en: name,
    aliases: '[]',
    admin_grade: 'county' as const,
    technical_class: null,
    official_length_km: null,
    from_stake: code === 'X612' ? 0 : null,
    to_stake: code === 'X612' ? 80000 : null,
    increasing_towards: null,
    decreasing_towards: null,
    up_direction: null,
    divided: false,
    maintainer_unit_code: null,
    confidence: 'name',
    quality_note: '',
    township,
    course: '阿尔巴斯—苏米图',
    geom: pointGeometry(beside[0], beside[1]),
    sort,
    created_at: at,
    created_by: newId(),
    updated_at: at,
    updated_by: newId(),
    withdrawn_at: null,
    withdrawn_by: null,
    withdrawn_reason: null,
  })
  await app.database.db
    .insertInto('road')
    .values([road('X612', '阿苏线', '阿尔巴斯苏木', 900), road('L0001', '气田一号路', null, 901)])
    .execute()
}

beforeAll(async () => {
  app = await openTestApp({ template: 'gis' })
  await insertNameOnlyRoads()
})
afterAll(() => app.close())

type Body = Parameters<typeof newAccident>[0]
const post = (differences: Body) =>
  app.as('accident')('/api/accidents', {
    body: newAccident({ road: 'X612', stake: undefined, placeText: '气田专用路段', ...differences }),
  })
async function registered(differences: Body = {}): Promise<Accident> {
  const answer = await post(differences)
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Accident
}
const put = async <T>(kind: 'hazards' | 'facilities', body: object): Promise<T> => {
  const answer = await app.as('facility')(`/api/${kind}/${newHazardId()}`, { method: 'PUT', body })
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}
const patch = (path: string, version: number, body: object) =>
  app.as('accident')(path, { method: 'PATCH', body, headers: { 'if-match': `"${version}"` } })
const get = async <T>(path: string) => (await (await app.as('leader')(path)).json()) as T

describe('an accident on a road without a line', () => {
  test('needs neither stake nor point; the road says its township and lends no false point', async () => {
    expect(await registered()).toMatchObject({
      road: 'X612',
      roadName: '阿苏线',
      stake: null,
      geometry: null,
      locating: 'unlocated',
      township: '阿尔巴斯苏木',
      rawCoordinate: null,
      crsSource: 'unknown',
    })
  })

  test('keeps its stake as it was said, within the range of the road', async () => {
    const accident = await registered({ stake: '12公里300米' })
    expect(accident).toMatchObject({
      stake: 12300,
      stakeText: 'K12+300',
      geometry: null,
      locating: 'unlocated',
    })
    expect((await post({ stake: 'K81+000' })).status).toBe(422)
    expect((await registered({ road: '气田一号路', stake: 'K3+000' })).stake).toBe(3000)
  })

  test('may have a point, in metres too, kept as it was written', async () => {
    const [lon, lat] = convertCoordinates(beside, 'wgs84', 'gk36')
    const rawCoordinate = `X=${lat.toFixed(1)} Y=${lon.toFixed(1)}`
    const accident = await registered({ road: 'L0001', lon, lat, crs: 'gk36', rawCoordinate })
    expect(accident).toMatchObject({ stake: null, locating: 'coordinate', rawCoordinate, crsSource: 'gk36' })
    expect(distanceBetween(accident.geometry!.coordinates as [number, number], beside)).toBeLessThan(0.02)
    const refusal = async (place: object) => {
      const answer = await post({ road: 'L0001', ...place })
      return { status: answer.status, ...((await answer.json()) as { detail: string }) }
    }
    for (const [place, words] of [
      [{ lon: 107.5, lat: 39.2, crs: 'gk36' }, '像是经纬度'],
      [{ lon, lat, crs: 'wgs84' }, '坐标系请选 gk36'],
      [{ lon: 39.2, lat: 107.5, crs: 'wgs84' }, '填反了'],
    ] as const)
      expect(await refusal(place)).toMatchObject({
        status: 422,
        detail: expect.stringContaining(words) as string,
      })
  })

  test('has the township that is said, by name or by code; an unknown one is refused with those that exist', async () => {
    expect((await registered({ road: 'L0001', township: '150624200' })).township).toBe('苏米图苏木')
    expect((await registered({ township: '乌兰镇' })).township).toBe('乌兰镇')
    const answer = await post({ township: '某某镇' })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ path: 'township' }] })
    expect((await post({ township: '鄂托克旗' })).status).toBe(422)
  })

  test('keeps a township said by hand when its place along the road is corrected', async () => {
    const { id } = await registered({ road: 'L0001' })
    const path = `/api/accidents/${id}`
    expect((await patch(path, 1, { township: '蒙西镇', reason: '核实' })).status).toBe(200)
    const moved = await patch(path, 2, { road: 'L0001', stake: 'K2+000', reason: '补录桩号' })
    expect(await moved.json()).toMatchObject({ township: '蒙西镇', stake: 2000 })
    const elsewhere = await patch(path, 3, { road: 'G109', stake: 'K1050+200', reason: '路线有误' })
    expect(await elsewhere.json()).toMatchObject({ township: '棋盘井镇', locating: 'stake' })
    expect((await patch(path, 4, { township: '某某镇', reason: '核实' })).status).toBe(422)
  })
})

describe('lists and statistics', () => {
  const numbers = (path: string) =>
    get<{ items: { accidentNo: string }[] }>(path).then(({ items }) =>
      items.map(({ accidentNo }) => accidentNo),
    )

  test('find it by road and by township, and the map says that it has no place', async () => {
    const { accidentNo } = await registered({ township: '木凯淖尔镇', placeText: '牧道口' })
    expect(await numbers('/api/accidents?road=X612')).toContain(accidentNo)
    expect(await numbers('/api/accidents?township=木凯淖尔镇')).toEqual([accidentNo])
    const shown = await get<{ total: number; located: number; features: unknown[] }>(
      '/api/accidents?township=木凯淖尔镇&format=geojson',
    )
    expect(shown).toMatchObject({ total: 1, located: 0, features: [{ geometry: null }] })
    const csv = await (await app.as('leader')('/api/accidents?township=木凯淖尔镇&format=csv')).text()
    expect(csv).toContain('阿苏线')
  })

  test('have a row of its own for it, under its own name', async () => {
    const period = { occurredAt: '2025-03-05T10:00:00+08:00' }
    await registered({ ...period, injured: 2 })
    await registered({ ...period, road: 'L0001', township: '苏米图苏木' })
    const by = (dimension: string) =>
      get<FourIndices>(`/api/statistics/four-indices?from=2025-03-01&to=2025-03-31&by=${dimension}`)
    const roads = await by('road')
    expect(roads).toMatchObject({ current: { accidents: 2 }, located: 0 })
    expect(roads.rows).toMatchObject([
      { key: 'L0001', name: '气田一号路', current: { accidents: 1 } },
      { key: 'X612', name: '阿苏线', current: { accidents: 1, injured: 2 } },
    ])
    const townships = await by('township')
    expect(townships.rows?.map(({ key }) => key)).toEqual(['苏米图苏木', '阿尔巴斯苏木'])
    expect(townships.rows?.[0]).toMatchObject({ name: '苏米图苏木' })
  })
})

describe('a hazard on a road without a line', () => {
  const hazard = { types: ['D1'], description: '临水路段无护栏', road: 'X612', placeText: '气田专用路段' }

  test('is registered, found and listed for the government in words', async () => {
    const { id, ...made } = await put<Hazard>('hazards', hazard)
    expect(made).toMatchObject({
      road: 'X612',
      fromStake: null,
      geometry: null,
      locating: 'unlocated',
      township: '阿尔巴斯苏木',
      rawCoordinate: null,
      crsSource: 'unknown',
    })
    const found = await get<{ items: Hazard[] }>('/api/hazards?road=X612&township=阿尔巴斯苏木')
    expect(found.items.map((item) => item.id)).toContain(id)
    const drafted = await app.as('clerk')('/api/supervision-lists', { body: { hazardIds: [id] } })
    const list = (await drafted.json()) as SupervisionList
    expect(list.rows).toMatchObject([
      { road: 'X612 阿苏线', township: '阿尔巴斯苏木', stakeText: '气田专用路段', accidents: null },
    ])
  })

  test('takes a township by code, refuses an unknown one, and keeps a point as it was written', async () => {
    const rawCoordinate = '北纬39°12′ 东经107°30′（微信）'
    const [lon, lat] = convertCoordinates(beside, 'wgs84', 'gcj02')
    const point = { lon, lat, crs: 'gcj02', rawCoordinate }
    const made = await put<Hazard>('hazards', { ...hazard, ...point, township: '150624101' })
    expect(made).toMatchObject({ township: '乌兰镇', locating: 'manual', crsSource: 'gcj02', rawCoordinate })
    expect(made.geometry?.coordinates).toEqual([expect.closeTo(107.5, 6), expect.closeTo(39.2, 6)])
    const path = `/api/hazards/${made.id}`
    expect((await patch(path, 1, { township: '某某镇' })).status).toBe(422)
    const moved = await patch(path, 1, { road: 'X612', lon: 107.51, lat: 39.21 })
    expect(await moved.json()).toMatchObject({
      township: '阿尔巴斯苏木',
      crsSource: 'wgs84',
      rawCoordinate: '107.51,39.21',
    })
  })
})

describe('a facility on a road without a line', () => {
  const sign = { kind: 'warning_sign', quantity: 2 }

  test('stands with a point of its own, kept as it was given, or with the words alone', async () => {
    const point = { lon: 107.5, lat: 39.2, crs: 'cgcs2000' }
    expect(await put<PlacedFacility>('facilities', { ...sign, road: 'X612', ...point })).toMatchObject({
      road: 'X612',
      stake: null,
      geometry: { coordinates: [107.5, 39.2] },
      rawCoordinate: '107.5,39.2',
      crsSource: 'cgcs2000',
    })
    const made = await put<PlacedFacility>('facilities', { ...sign, road: 'X612' })
    expect(made).toMatchObject({
      roadName: '阿苏线',
      geometry: null,
      rawCoordinate: null,
      crsSource: 'unknown',
    })
    const moved = await app.as('facility')(`/api/facilities/${made.id}`, {
      method: 'PATCH',
      body: { road: 'X612', lon: 107.4, lat: 39.1 },
      headers: { 'if-match': '"1"' },
    })
    expect(await moved.json()).toMatchObject({ rawCoordinate: '107.4,39.1', crsSource: 'wgs84' })
  })

  test('stands where its hazard lies, though nobody measured that for it', async () => {
    const hazard = { types: ['D1'], description: '急弯', road: 'X612', lon: 107.5, lat: 39.2 }
    const { id } = await put<Hazard>('hazards', hazard)
    expect(await put<PlacedFacility>('facilities', { ...sign, hazardId: id })).toMatchObject({
      road: 'X612',
      geometry: { coordinates: [107.5, 39.2] },
      rawCoordinate: null,
    })
  })
})
