import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pointGeometry } from '../../../api/db/postgis.ts'
import type { LonLat } from '../../../api/roads/network/geodesy.ts'
import { pointToStakes } from '../../../api/roads/network/linear-referencing.ts'
import { listRoadsWithGeometry, loadRoadNetwork } from '../../../api/roads/road.queries.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { bannerNetwork } from './network/banner-network.ts'

let service: TestApp
beforeAll(async () => {
  service = await openTestApp({ template: 'gis' })
})
afterAll(() => service.close())

const get = async (path: string, language = 'zh-CN') => {
  const answer = await service.as('squad')(path, { headers: { 'accept-language': language } })
  return { status: answer.status, body: await answer.json() }
}
const locate = (road: string, stake: string) => get(`/api/roads/${road}/locate?stake=${stake}`)

describe('roads', () => {
  test('the five roads carry official and drawn length and their stake range', async () => {
    const { status, body } = await get('/api/roads')
    expect(status).toBe(200)
    expect(body.items.map((road: { code: string }) => road.code)).toEqual([
      'G109',
      'G110',
      'S313',
      'S216',
      'CAYJ',
    ])
    const official = body.items.map((road: { officialLengthKm: number }) => road.officialLengthKm)
    expect(official).toEqual([175, 44, 78, 118, 76])
    const [g109] = body.items
    expect(g109).toMatchObject({ fromStake: 930_000, toStake: 1_105_000, upDirection: 'decreasing' })
    expect(g109.geometryLengthKm).toBeCloseTo(174, 0)
    expect(g109.sections).toBeUndefined()
  })

  test('with geometry a road brings all that a phone needs to locate without signal', async () => {
    const { body } = await get('/api/roads?geometry=true')
    const g110 = body.items.find((road: { code: string }) => road.code === 'G110')
    expect(g110.geometry.type).toBe('MultiLineString')
    expect(g110.sections).toHaveLength(2)
    expect(g110.anchors).toHaveLength(4)
    expect(g110.squadStretches).toEqual([
      { road: 'G110', fromStake: 1_105_000, toStake: 1_149_000, code: 'L02', name: '蒙西中队' },
    ])
    expect((await get('/api/roads/G110?geometry=true')).body).toEqual(g110)
    expect((await get('/api/roads/G110/anchors')).body.items).toEqual(g110.anchors)
    expect((await get('/api/roads/G110/chain-breaks')).body).toEqual({ items: [] })
  })

  test('the inferred roads say that the brigade has to confirm them', async () => {
    for (const code of ['S313', 'S216', 'CAYJ'])
      expect((await get(`/api/roads/${code}`)).body.qualityNote).toContain('待大队核定')
  })

  test('an unknown road is not found, in the language asked for', async () => {
    const chinese = await get('/api/roads/G999')
    expect(chinese.status).toBe(404)
    expect(chinese.body.detail).toContain('没有路线')
    expect((await get('/api/roads/%00')).status).toBe(404)
    const english = await get('/api/roads/G999/locate?stake=K1', 'en')
    expect(english.status).toBe(404)
    expect(english.body.detail).toContain('There is no road G999')
  })

  test('the administrator of the system does not read business data', async () => {
    expect((await service.as('admin')('/api/roads')).status).toBe(403)
    expect((await service.app.request('/api/roads')).status).toBe(401)
  })
})

describe('stake to place', () => {
  test('one stake in several spellings is one place', async () => {
    const spellings = ['K1046%2B200', 'K1046+200', '1046200', '1046.2', '1046公里200米', 'G109 K1046 200']
    const answers = await Promise.all(spellings.map((stake) => locate('G109', stake)))
    for (const { status, body } of answers) {
      expect(status).toBe(200)
      expect(body).toMatchObject({
        type: 'Feature',
        properties: { road: 'G109', stake: 1_046_200, stakeText: 'K1046+200' },
      })
      expect(body.geometry).toEqual(answers[0]!.body.geometry)
    }
    expect(answers[0]!.body.properties.warnings).toEqual([])
  })

  test('a small whole number is metres', async () => {
    expect((await locate('CAYJ', '500')).body.properties.stakeText).toBe('K0+500')
  })

  test('a stake beyond the road is refused with the range of the road', async () => {
    const { status, body } = await locate('G109', 'K2000')
    expect(status).toBe(422)
    expect(body.detail).toContain('K930+000—K1105+000')
    expect(body.errors[0].path).toBe('stake')
  })

  test('metres of a thousand and more, words, and another road are refused', async () => {
    const tooManyMetres = await locate('G109', 'K1023%2B1500')
    expect(tooManyMetres.status).toBe(422)
    expect(tooManyMetres.body.detail).toContain('1000')
    expect((await locate('G109', '加油站')).status).toBe(422)
    expect((await locate('G109', 'G110 K1120')).body.detail).toContain('G110')
    expect((await get('/api/roads/G109/locate')).status).toBe(400)
  })

  test('a doubtful stake is placed with its doubt', async () => {
    expect((await locate('G109', 'K1046%2B2')).body.properties.warnings).toEqual(['short_metres'])
  })

  test('where the road leaves the banner both places of the stake are told', async () => {
    expect((await locate('G110', '1147819')).body.properties.others).toHaveLength(1)
  })
})

describe('place to stake', () => {
  const nearby = (point: LonLat, more = '') => get(`/api/locate?lon=${point[0]}&lat=${point[1]}${more}`)

  test('every ten kilometres of G109 comes back through the service within a metre', async () => {
    for (let stake = 930_000; stake <= 1_105_000; stake += 10_000) {
      const { body } = await locate('G109', String(stake))
      const { body: found } = await nearby(body.geometry.coordinates)
      const back = found.candidates.find(({ road }: { road: string }) => road === 'G109')
      expect(Math.abs(back.stake - stake)).toBeLessThan(1)
      expect(back.distance).toBeLessThan(0.2)
    }
  })

  test('a point picked in GCJ-02 is converted before it is located', async () => {
    const { body } = await locate('G109', 'K1046%2B200')
    const [lon, lat] = body.geometry.coordinates as LonLat
    const shifted = await nearby([lon + 0.0051, lat + 0.0009])
    const declared = await nearby([lon + 0.0051, lat + 0.0009], '&crs=gcj02')
    expect(declared.body.candidates[0].distance).toBeLessThan(shifted.body.candidates[0].distance)
    expect(declared.body.candidates[0].grade).toBe('good')
  })

  test('a place beyond the banner and five kilometres is not trusted', async () => {
    const { status, body } = await nearby([116.4, 39.9])
    expect(status).toBe(200)
    expect(body).toMatchObject({ candidates: [], grade: 'none', warnings: ['outside_banner'] })
  })

  test('what is no coordinate is unreadable', async () => {
    for (const query of ['', '?lon=abc&lat=39', '?lon=&lat=', '?lon=108&lat=95', '?lon=108&lat=39&crs=mars'])
      expect((await get(`/api/locate${query}`)).status).toBe(400)
  })
})

describe('stake texts', () => {
  test('a text is read with the roads that exist', async () => {
    const { status, body } = await get(
      `/api/stakes/parse?text=${encodeURIComponent('在察棋一级21公里300米处')}`,
    )
    expect(status).toBe(200)
    expect(body).toMatchObject({
      road: 'CAYJ',
      from: 21_300,
      precision: 1,
      warnings: [],
      ambiguous: false,
      canonical: 'K21+300',
    })
  })

  test('what the text assumes is said in words, and the drawn road settles compass words', async () => {
    const parse = async (text: string) =>
      (await get(`/api/stakes/parse?text=${encodeURIComponent(text)}`)).body as Record<string, unknown>
    expect(await parse('109国道由东向西行驶至1046公里碑往乌海方向约500米')).toMatchObject({
      from: 1_046_500,
      precision: 100,
      direction: 'increasing',
      offset: { metres: 500, text: '往乌海方向约500米' },
      notes: [{ code: 'offset_applied', zh: expect.stringContaining('核对') as string }, {}],
    })
    expect(await parse('K1023+5')).toMatchObject({ ambiguous: true, alternatives: [1_023_500] })
    const beyondTheTown = await parse('109国道K1104+500往棋盘井方向')
    expect(beyondTheTown).toMatchObject({ direction: 'decreasing', warnings: ['direction_from_place'] })
  })

  test('two roads without a stake are a crossing to be marked on the map', async () => {
    const { status, body } = await get(`/api/stakes/parse?text=${encodeURIComponent('G109与S216交叉口')}`)
    expect(status).toBe(422)
    expect(body.detail).toContain('路口')
  })

  test('a text without a stake says how to write one', async () => {
    const { status, body } = await get(`/api/stakes/parse?text=${encodeURIComponent('门口')}`)
    expect(status).toBe(422)
    expect(body.detail).toContain('K1046+200')
    expect((await get('/api/stakes/parse')).status).toBe(400)
  })
})

describe('the network of the database', () => {
  test('is the network of the files, and is built once', async () => {
    const network = await loadRoadNetwork(service.database.db)
    expect(await loadRoadNetwork(service.database.db)).toBe(network)
    const towns: LonLat[] = [
      [107.9784, 39.0938],
      [107.0405, 39.3938],
      [108.037, 39.268],
    ]
    for (const point of towns) {
      const ours = pointToStakes(bannerNetwork, point, { maximumDistance: 20_000 })
      const theirs = pointToStakes(network, point, { maximumDistance: 20_000 })
      expect(theirs.map(({ road }) => road)).toEqual(ours.map(({ road }) => road))
      theirs.forEach(({ stake }, i) => expect(Math.abs(stake - ours[i]!.stake)).toBeLessThan(0.1))
    }
  })

  test('PostGIS measures the same lengths to a decimetre', async () => {
    const roads = await listRoadsWithGeometry(service.database.db)
    for (const section of (await loadRoadNetwork(service.database.db)).sections) {
      const road = roads.find(({ code }) => code === section.road)!
      const stored = road.sections.find(({ sequence }) => sequence === section.sequence)!
      expect(Math.abs(stored.lengthMetres - section.length)).toBeLessThan(0.1)
    }
  })

  test('PostGIS measures the same distance to the nearest road to a decimetre', async () => {
    const { db } = service.database
    const network = await loadRoadNetwork(db)
    const microdegrees = (min: number, max: number) => fc.integer({ min, max }).map((value) => value / 1e6)
    const anywhere = fc.tuple(microdegrees(106_800_000, 108_500_000), microdegrees(38_700_000, 39_900_000))
    for (const point of fc.sample(anywhere, { numRuns: 60, seed: 7 })) {
      const [nearest] = pointToStakes(network, point, { maximumDistance: 20_000 })
      const { metres } = await db
        .selectFrom('road_section')
        .select(sql<number>`st_distance(geom::geography, ${pointGeometry(...point)}::geography)`.as('metres'))
        .orderBy('metres')
        .limit(1)
        .executeTakeFirstOrThrow()
      if (nearest) expect(Math.abs(nearest.distance - metres)).toBeLessThan(0.1)
      else expect(metres).toBeGreaterThan(19_990)
    }
  })
})
