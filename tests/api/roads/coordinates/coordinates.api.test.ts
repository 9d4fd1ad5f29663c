import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DatumAnswer, ParsedCoordinates } from '../../../../api/roads/coordinates/coordinate.schema.ts'
import { convertCoordinates } from '../../../../api/roads/coordinates/coordinates.ts'
import { distanceBetween, type LonLat } from '../../../../api/roads/network/geodesy.ts'
import { openTestApp, type TestApp } from '../../../harness/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ template: 'gis' })
})
afterAll(() => app.close())

const parse = (query: Record<string, string>) =>
  app.as('squad')(`/api/coordinates/parse?${new URLSearchParams(query).toString()}`)
const parsed = async (query: Record<string, string>) =>
  (await (await parse(query)).json()) as ParsedCoordinates

async function stakePoint(stake: string): Promise<LonLat> {
  const answer = await app.as('squad')(`/api/roads/G109/locate?stake=${encodeURIComponent(stake)}`)
  return ((await answer.json()) as { geometry: { coordinates: [number, number] } }).geometry.coordinates
}

async function transformed([lon, lat]: LonLat, epsg: number): Promise<LonLat> {
  const { rows } = await sql<{ x: number; y: number }>`
    select st_x(metres) as x, st_y(metres) as y from (
      select st_transform(st_setsrid(st_makepoint(${lon}::float8, ${lat}::float8), 4490), ${epsg}::int) as metres
    ) transformed`.execute(app.database.db)
  return [rows[0]!.x, rows[0]!.y]
}

describe('metres of zone 36', () => {
  test.each([[[107.976, 39.09]], [[107.03, 39.38]], [[106.87, 39.85]], [[108.4, 38.7]]] as const)(
    'of %s are those of PostGIS to a tenth of a millimetre, with the zone number and without',
    async (wgs84) => {
      const [easting, northing] = convertCoordinates(wgs84, 'wgs84', 'gk36')
      const [x, y] = await transformed(wgs84, 4524)
      expect(Math.hypot(easting - x, northing - y)).toBeLessThan(1e-4)
      const [shortX, shortY] = await transformed(wgs84, 4545)
      expect(distanceBetween(convertCoordinates([shortX, shortY], 'gk36', 'wgs84'), wgs84)).toBeLessThan(1e-4)
    },
  )

  test('locate a point, with the easting as its longitude', async () => {
    const [easting, northing] = convertCoordinates(await stakePoint('K1046+200'), 'wgs84', 'gk36')
    const answer = await app.as('squad')(`/api/locate?lon=${easting}&lat=${northing}&crs=gk36`)
    const { candidates } = (await answer.json()) as { candidates: { road: string; stake: number }[] }
    expect(candidates.find(({ road }) => road === 'G109')?.stake).toBeCloseTo(1046200, -1)
  })

  test('are refused as degrees, and degrees as metres', async () => {
    const locate = (query: string) => app.as('squad')(`/api/locate?${query}`)
    expect((await locate('lon=36497923&lat=4328495&crs=wgs84')).status).toBe(400)
    expect((await locate('lon=107.9&lat=39.1&crs=gk36')).status).toBe(400)
  })
})

describe('a coordinate in words', () => {
  test('has the roads near it, what was assumed and whether it lies in the banner', async () => {
    const [lon, lat] = await stakePoint('K1046+200')
    const { proposals } = await parsed({ text: `${lat.toFixed(6)}, ${lon.toFixed(6)}` })
    expect(proposals.map(({ crs }) => crs)).toEqual(['wgs84', 'gcj02', 'bd09'])
    expect(proposals[0]).toMatchObject({ insideBanner: true, form: 'decimal' })
    expect(proposals[0]!.assumed.map(({ code }) => code)).toEqual(['swapped', 'datum_unknown'])
    expect(proposals[0]!.assumed[0]!.message.zh).toContain('对调')
    expect(proposals[0]!.candidates[0]).toMatchObject({ road: 'G109', stakeText: 'K1046+200' })
    expect(proposals[0]).not.toHaveProperty('fits')
  })

  test('beside a named road and stake puts the reading first that lies there', async () => {
    const [lon, lat] = convertCoordinates(await stakePoint('K1046+200'), 'wgs84', 'gcj02')
    const text = `${lon.toFixed(6)}, ${lat.toFixed(6)}`
    const { proposals } = await parsed({ text, road: '京拉线', stake: '1046公里200米' })
    expect(proposals[0]).toMatchObject({ crs: 'gcj02', fits: true })
    expect(proposals[0]!.roadDistance).toBeLessThan(1)
    expect(proposals[0]!.stakeDistance).toBeLessThan(1)
    expect(proposals[1]!.fits).toBe(false)
  })

  test('just outside the banner says so', async () => {
    const { proposals } = await parsed({ text: 'WGS84 110.5000,41.5000' })
    expect(proposals).toMatchObject([{ insideBanner: false, candidates: [], assumed: [] }])
  })

  test('that is none is refused with what to write instead', async () => {
    const answer = await parse({ text: '收费站旁' })
    expect(answer.status).toBe(422)
    const { errors } = (await answer.json()) as { errors: { path: string; message: string }[] }
    expect(errors).toMatchObject([
      { path: 'text', message: expect.stringContaining('没有认出坐标') as string },
    ])
    expect((await parse({ text: '107.976,39.0900', road: 'G999' })).status).toBe(422)
    expect((await parse({ text: '' })).status).toBe(400)
  })
})

describe('the system of many coordinates', () => {
  const propose = (rows: unknown[]) => app.as('accident')('/api/coordinates/datum', { body: { rows } })

  test('is proposed from the roads that the rows name', async () => {
    const rows = await Promise.all(
      ['K1000+000', 'K1020+000', 'K1040+000', 'K1046+200', 'K1060+000', 'K1080+000'].map(async (stake) => ({
        road: 'g109',
        point: convertCoordinates(await stakePoint(stake), 'wgs84', 'bd09'),
      })),
    )
    const answer = await propose(rows)
    expect(answer.status).toBe(200)
    const found = (await answer.json()) as DatumAnswer
    expect(found).toMatchObject({
      basis: 'namedRoad',
      clarity: 'clear',
      measured: 6,
      proposal: { crs: 'bd09', isSwapped: false },
    })
    expect(found.systems[0]!.medianDistance).toBeLessThan(1)
  })

  test('is asked about at most 5,000 rows at a time', async () => {
    const rows = Array.from({ length: 5001 }, () => ({ point: [107.9, 39.1] }))
    expect((await propose(rows)).status).toBe(422)
    expect((await propose([])).status).toBe(422)
  })
})
