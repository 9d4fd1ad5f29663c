import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'

let service: TestApp
let year: number
beforeAll(async () => {
  service = await openTestApp({ template: 'demo' })
  year = ((await (await service.app.request('/api/health')).json()) as { demoYear: number }).demoYear
})
afterAll(() => service.close())

interface Site {
  rank: number
  road: string
  fromStake: number
  toStake: number
  densest: number
  qualifying: number
  expected: number
  pValue: number
  chance: string
  killed: number
  openHazards: { title: string }[]
}
interface Result {
  id: string
  sites: Site[]
  resultHash: string
}

const request = (given: object = {}) => ({
  preset: 'P1a',
  from: `${year}-01-01`,
  to: `${year}-12-03`,
  ...given,
})
const screen = (given: object = {}, as = 'leader') =>
  service.as(as)('/api/screenings', { body: request(given) })
const resultOf = async (answer: Response) => (await answer.json()) as Result

describe('screening the demonstration year', () => {
  test('P1a finds the worst place of the banner first, with n, λ and p', async () => {
    const answer = await screen()
    expect(answer.status).toBe(201)
    const { sites } = await resultOf(answer)
    expect(sites[0]).toMatchObject({ rank: 1, road: 'G109', killed: 2, chance: 'hardlyChance' })
    expect(sites[0]!.fromStake).toBeGreaterThanOrEqual(1_046_200)
    expect(sites[0]!.toStake).toBeLessThanOrEqual(1_046_600)
    expect(sites[0]!.openHazards[0]?.title).toContain('运煤专线')
    for (const site of sites) {
      expect(site.densest).toBeGreaterThanOrEqual(3)
      expect(site.toStake - site.fromStake).toBeLessThanOrEqual(500)
      expect(site.expected).toBeGreaterThan(0)
      expect(site.pValue).toBeGreaterThan(0)
      expect(site.pValue).toBeLessThan(0.01)
    }
    expect(sites.map(({ road, fromStake }) => `${road} K${Math.floor(fromStake / 1000)}`)).toEqual([
      'G109 K1046',
      'S216 K38',
      'CAYJ K21',
    ])
  })

  test('P1b adds the stretches of two kilometres', async () => {
    const { sites } = await resultOf(await screen({ preset: 'P1b' }))
    expect(sites.map(({ road, fromStake }) => `${road} K${Math.floor(fromStake / 1000)}`)).toEqual(
      expect.arrayContaining(['G109 K1046', 'G109 K988', 'S216 K109']),
    )
  })

  test('the same request gives the same result, and the old one stays as it was', async () => {
    const first = await resultOf(await screen())
    const second = await resultOf(await screen())
    expect(second.resultHash).toBe(first.resultHash)
    expect(second.id).not.toBe(first.id)
    const kept = await resultOf(await service.as('leader')(`/api/screenings/${first.id}`))
    expect(kept.sites.map(({ fromStake }) => fromStake)).toEqual(
      first.sites.map(({ fromStake }) => fromStake),
    )
  })

  test('another calibre is another screening: reported accidents are too few for a site', async () => {
    const { sites } = await resultOf(await screen({ calibre: 'reported' }))
    expect(sites.length).toBeLessThan(3)
  })

  test('every run is recorded with its result', async () => {
    const { id, resultHash } = await resultOf(await screen())
    const audit = await service.as('audit')(`/api/audit?objectType=screening_run&objectId=${id}`)
    expect(await audit.json()).toMatchObject({ items: [{ action: 'screening.run', after: { resultHash } }] })
  })

  test('only the accident squad and the leader screen, others read', async () => {
    expect((await screen({}, 'accident')).status).toBe(201)
    expect((await screen({}, 'squad')).status).toBe(403)
    expect((await service.as('squad')('/api/screenings')).status).toBe(200)
  })

  test('a period beyond the rule’s year, backwards or on an unknown road is refused', async () => {
    expect((await screen({ from: `${year - 2}-01-01` })).status).toBe(422)
    expect((await screen({ from: `${year}-12-04` })).status).toBe(422)
    const unknown = await screen({ roads: ['G109', 'G1'] })
    expect(unknown.status).toBe(422)
    expect(await unknown.text()).toContain('G1')
  })

  test('an unknown run is not found', async () => {
    expect((await service.as('leader')('/api/screenings/0198f000-0000-7000-8000-000000000000')).status).toBe(
      404,
    )
    expect((await service.as('leader')('/api/screenings/none')).status).toBe(404)
  })

  test('GeoJSON has the drawn stretches and says which rule drew them', async () => {
    const { id } = await resultOf(await screen())
    const answer = await service.as('leader')(`/api/screenings/${id}?format=geojson`)
    const drawn = (await answer.json()) as {
      features: { geometry: { type: string } }[]
      screening: { preset: string }
    }
    expect(drawn.screening.preset).toBe('P1a')
    const taken = async () =>
      (await (await service.as('audit')(`/api/audit?objectType=screening&objectId=${id}`)).json()) as {
        items: unknown[]
      }
    expect((await taken()).items).toMatchObject([
      { action: 'screening.export', department: 'D00', after: { format: 'geojson', rows: 3 } },
    ])
    // Our own page draws it: nothing leaves.
    const headers = { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty' }
    await service.as('leader')(`/api/screenings/${id}?format=geojson`, { headers })
    expect((await taken()).items).toHaveLength(1)
    expect(drawn.features.map(({ geometry }) => geometry.type)).toEqual(Array(3).fill('MultiLineString'))
  })
})
