import { afterAll, beforeAll, expect, test } from 'vitest'
import { isNearBanner } from '../../../api/areas/area.queries.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'

let service: TestApp
beforeAll(async () => {
  service = await openTestApp({ template: 'gis' })
})
afterAll(() => service.close())

const get = async (path: string) => {
  const answer = await service.as('leader')(path)
  return { status: answer.status, body: await answer.json() }
}

test('the banner has an outline, six townships and two parks have only names', async () => {
  const { items } = (await get('/api/areas')).body
  const kinds = items.map(
    ({ kind, hasGeometry }: { kind: string; hasGeometry: boolean }) => `${kind},${hasGeometry}`,
  )
  expect(kinds).toEqual(['banner,true', ...Array(6).fill('township,false'), ...Array(2).fill('park,false')])
  expect(items[0].geometry).toBeUndefined()
})

test('an area is found by its id and by its code, with its outline on request', async () => {
  const byCode = (await get('/api/areas/150624?geometry=true')).body
  expect(byCode).toMatchObject({ name: '鄂托克旗', geometry: { type: 'MultiPolygon' } })
  expect((await get(`/api/areas/${byCode.id}?geometry=true`)).body).toEqual(byCode)
})

test('leadership, seven departments and eight squads stand in the list', async () => {
  expect((await get('/api/squads')).body.items).toHaveLength(16)
  expect((await get('/api/squads?kind=squad')).body.items).toHaveLength(8)
  const squad = (await get('/api/squads/L05')).body
  expect(squad).toMatchObject({ name: '包勒浩晓中队', aliases: expect.arrayContaining(['包乐浩晓']) })
})

test('responsible units can be listed and looked up', async () => {
  expect((await get('/api/units')).body.items).toHaveLength(21)
  expect((await get('/api/units/U01')).body.shortName).toBe('旗交通运输局')
})

test('what does not exist is not found', async () => {
  const notAnId = '0199f000-0000-7000-8000-00000000000x'
  for (const path of ['areas/999', `areas/${notAnId}`, 'areas/%00', 'squads/X1', 'units/X1'])
    expect((await get(`/api/${path}`)).status, path).toBe(404)
})

test('five kilometres beyond the border still count as near the banner', async () => {
  const { db } = service.database
  expect(await isNearBanner(db, [107.9784, 39.0938], 5000)).toBe(true)
  // Three kilometres west of the border, and the centre of Wuhai some eight.
  expect(await isNearBanner(db, [106.8885, 39.6199], 5000)).toBe(true)
  expect(await isNearBanner(db, [106.8885, 39.6199], 0)).toBe(false)
  expect(await isNearBanner(db, [106.7878, 39.6538], 5000)).toBe(false)
})
