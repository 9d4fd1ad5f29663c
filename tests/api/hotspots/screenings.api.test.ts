import { createHash } from 'node:crypto'
import { readXlsx } from 'hucre/xlsx'
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
  injured: number
  accidents: number
  score: number | null
  id: string
  fired: { id: string; text: { zh: string } }[]
  chanceFacts: {
    expectedSites: number
    falseDiscovery: number
    interval: { lower: number; upper: number }
    scan: { pValue: number } | null
  } | null
  openHazards: { title: string }[]
}
interface Result {
  id: string
  sites: Site[]
  facts: { tests: number }
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

  test('every rule can be run, names what fired and prints its numbers', async () => {
    const { items } = (await (await service.as('squad')('/api/screenings/presets')).json()) as {
      items: { id: string; isFilled: boolean; longestPeriodDays: number }[]
    }
    expect(items.map(({ id }) => id)).toEqual('P0 P1a P1b P1c P2 P3 P4 P5 P6 P6b P7 P8'.split(' '))
    for (const { id } of items.filter(({ isFilled }) => isFilled)) {
      const answer = await screen({ preset: id, simulations: 99 })
      expect([id, answer.status]).toEqual([id, 201])
      const { sites, facts } = await resultOf(answer)
      expect([id, sites.length > 0]).toEqual([id, id !== 'P2'])
      expect(facts.tests).toBeGreaterThan(0)
      for (const site of sites) {
        expect(site.fired.length).toBeGreaterThan(0)
        expect(site.fired[0]!.text.zh.length).toBeGreaterThan(5)
        expect(site.chanceFacts!.falseDiscovery).toBeGreaterThanOrEqual(site.pValue)
        expect(site.chanceFacts!.interval.lower).toBeLessThan(site.densest)
        expect(site.chanceFacts!.interval.upper).toBeGreaterThan(site.densest)
      }
    }
  })

  test('numbers are the same to the last digit on every home', async () => {
    const { sites } = await resultOf(await screen({ preset: 'P8', simulations: 199 }))
    const numbers = sites.map(({ road, fromStake, toStake, densest, expected, pValue, chanceFacts }) => [
      ...[road, fromStake, toStake, densest, expected, pValue],
      ...[chanceFacts!.expectedSites, chanceFacts!.falseDiscovery, chanceFacts!.scan?.pValue],
    ])
    expect(createHash('sha256').update(JSON.stringify(numbers)).digest('hex')).toBe(
      '4c10802cdd103d76af8f247624cc1c1014c313fb0b53f144d6dbca0d89863ab5',
    )
  })

  test('other weights rank the same run otherwise, and the run stays as it was', async () => {
    const { id } = await resultOf(await screen({ preset: 'P8' }))
    const read = async (query = '') => resultOf(await service.as('squad')(`/api/screenings/${id}${query}`))
    const kept = await read()
    const etan = await read('?weights=etan')
    expect(kept).toMatchObject({ weights: 'killedFirst', isReranked: false })
    expect(etan).toMatchObject({ weights: 'etan', isReranked: true })
    for (const { score, accidents, killed, injured } of etan.sites)
      expect(score).toBe(accidents + 2 * killed + 1.5 * injured)
    const scores = etan.sites.map(({ score }) => score!)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(etan.sites.map(({ id: site }) => site)).not.toEqual(kept.sites.map(({ id: site }) => site))
    expect(await read()).toEqual(kept)
  })

  test('two runs compared say what is new, gone, moved and ranked otherwise', async () => {
    const points = await resultOf(await screen())
    const wider = await resultOf(await screen({ parameters: { windowLength: 2_000 } }))
    const answer = await service.as('squad')(`/api/screenings/${wider.id}/compare?with=${points.id}`)
    expect(answer.status).toBe(200)
    const comparison = (await answer.json()) as {
      differences: string[]
      appeared: Site[]
      gone: Site[]
      kept: { before: Site; after: Site }[]
    }
    expect(comparison.differences).toEqual(['parameters'])
    expect(comparison.gone).toEqual([])
    expect(comparison.kept).toHaveLength(points.sites.length)
    expect(comparison.appeared.length + comparison.kept.length).toBe(wider.sites.length)
    const unknown = await service.as('squad')(
      `/api/screenings/${wider.id}/compare?with=${wider.id.slice(0, -4)}ffff`,
    )
    expect(unknown.status).toBe(404)
  })

  test('a number that the rule does not have is refused', async () => {
    const answer = await screen({ preset: 'P3', parameters: { minimum: 9 } })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('parameters.minimum')
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

  test('a ranked place is found again with the screening that it belongs to', async () => {
    const { id, sites } = await resultOf(await screen())
    const [{ id: siteId, rank, road, fromStake }] = sites as [Site]
    const answer = await service.as('squad')(`/api/screenings/sites/${siteId}`)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      ...{ id: siteId, rank, road, fromStake },
      run: { id, preset: 'P1a', from: `${year}-01-01` },
    })
    const none = await service.as('squad')('/api/screenings/sites/0198f000-0000-7000-8000-000000000000')
    expect([none.status, await none.text()]).toEqual([404, expect.stringContaining('没有这处热点')])
    expect((await service.as('admin')(`/api/screenings/sites/${siteId}`)).status).toBe(403)
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

test('the ranked list as a workbook says its rule, calibre and weights, and n, λ and p of each place', async () => {
  const { id } = await resultOf(await screen())
  const answer = await service.as('leader')(`/api/screenings/${id}?format=xlsx&weights=etan`)
  expect(answer.status).toBe(200)
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
  const [title, line, header, first] = sheets[0]!.rows
  expect(String(title![0])).toBe('P1a 事故多发点排查清单（演示数据）')
  for (const words of ['一般程序', '当量事故数', '不作为部颁规定引用', '校验码'])
    expect(String(line![0])).toContain(words)
  const cell = (name: string) => first![header!.indexOf(name)]
  expect(String(cell('桩号'))).toContain('K1046+230')
  expect([cell('名次'), cell('起数'), cell('死亡'), cell('得分')]).toEqual([1, 5, 2, expect.any(Number)])
  expect(cell('巧合概率p')).toBeLessThan(0.01)
  expect(cell('判断')).toBe('几乎不可能是巧合')
})

describe('P0, the brigade’s own rule', () => {
  const definition = {
    name: '本大队排查规则',
    source: '某文〔2026〕1号',
    windowLength: 1_000,
    longestPeriodDays: 366,
    minimum: 2,
    qualification: 'casualty',
    calibre: 'all',
  }
  const enter = (body: object, version: number | null, as = 'accident') =>
    service.as(as)('/api/screenings/presets/P0', {
      method: 'PUT',
      body,
      headers: version === null ? {} : { 'if-match': `"${version}"` },
    })

  test('is empty until it is entered, by those who screen, and says what it was taken from', async () => {
    const empty = await screen({ preset: 'P0' })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('P0')
    expect((await enter(definition, null)).status).toBe(428)
    expect((await enter(definition, 0, 'squad')).status).toBe(403)
    expect((await enter({ ...definition, minimum: 0 }, 0)).status).toBe(422)
    expect((await enter(definition, 0)).status).toBe(200)
    const stale = await enter({ ...definition, minimum: 3 }, 0)
    expect(stale.status).toBe(409)
    const run = (await (await screen({ preset: 'P0' })).json()) as Record<string, unknown>
    expect(run).toMatchObject({
      calibre: 'all',
      parameters: { version: 1, source: { zh: '大队录入：某文〔2026〕1号' } },
    })
    expect((await enter({ ...definition, minimum: 3 }, 1)).status).toBe(200)
    const trail = await service.as('audit')('/api/audit?objectType=screeningPreset&objectId=P0')
    expect(await trail.json()).toMatchObject({
      items: [
        { action: 'screeningPreset.enter', before: { minimum: 2 }, after: { version: 2, minimum: 3 } },
        { action: 'screeningPreset.enter', before: null, after: { version: 1, minimum: 2 } },
      ],
    })
  })
})
