import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DensityAnswer } from '../../../../api/hotspots/density/density.schema.ts'
import { openTestApp, type TestApp } from '../../../harness/test-app.ts'

let service: TestApp
let period: string
beforeAll(async () => {
  service = await openTestApp({ template: 'demo' })
  const { demoYear } = (await (await service.app.request('/api/health')).json()) as { demoYear: number }
  period = `from=${demoYear}-01-01&to=${demoYear}-12-31`
})
afterAll(() => service.close())

const ask = (query = '', as = 'leader', init = {}) =>
  service.as(as)(`/api/hotspots/density?${period}${query}`, init)
const densityOf = async (query = '') => (await (await ask(query)).json()) as DensityAnswer
const sumOf = ({ roads }: DensityAnswer, road: string) =>
  roads
    .find((each) => each.road === road)!
    .lixels.reduce(
      (sum, { fromStake, toStake, density }) => sum + ((toStake - fromStake) / 1000) * density,
      0,
    )

describe('the density of the demonstration year', () => {
  test('is highest on G109 between K1046 and K1047', async () => {
    const answer = await ask()
    expect(answer.status).toBe(200)
    const { roads, highest, parameters } = (await answer.json()) as DensityAnswer
    const g109 = roads.find(({ road }) => road === 'G109')!
    expect(g109.peak!.fromStake).toBeGreaterThanOrEqual(1_046_000)
    expect(g109.peak!.toStake).toBeLessThanOrEqual(1_047_000)
    expect(g109.peak!.density).toBe(highest)
    expect(g109.peak!.stakeText).toMatch(/^G109 K1046\+/)
    expect(g109.roadName).toContain('109')
    expect(parameters).toMatchObject({ method: 'continuous', kernel: 'quartic', bandwidth: 300, years: 1 })
    expect(roads.map(({ road }) => road)).toEqual(['CAYJ', 'G109', 'G110', 'S216', 'S313'])
  })

  test('adds up to the accidents that took part, road by road in the order of the stakes', async () => {
    const answer = await densityOf()
    expect(answer.placed).toBeGreaterThan(100)
    expect(answer.placed).toBeLessThanOrEqual(answer.accidents)
    expect(Math.abs(answer.held - answer.placed) / answer.placed).toBeLessThan(0.005)
    const g109 = answer.roads.find(({ road }) => road === 'G109')!
    expect(Math.abs(sumOf(answer, 'G109') - g109.accidents)).toBeLessThan(0.05 * g109.accidents)
    g109.lixels.forEach(({ fromStake, toStake }, i) => {
      if (i > 0) expect(fromStake).toBe(g109.lixels[i - 1]!.toStake)
      expect(toStake - fromStake).toBeLessThanOrEqual(52)
    })
  })

  test('the same question has the same answer to the last digit; other parameters are another answer', async () => {
    const [first, again, narrow, simple] = await Promise.all(
      ['', '', '&bandwidth=150', '&method=simple&kernel=gaussian'].map(densityOf),
    )
    expect(again!.hash).toBe(first!.hash)
    expect(again!.roads).toEqual(first!.roads)
    expect(new Set([first!.hash, narrow!.hash, simple!.hash]).size).toBe(3)
    expect(narrow!.highest).toBeGreaterThan(first!.highest)
  })

  test('one road shows what it shows among all, for accidents beyond its junctions count too', async () => {
    const [all, one] = [await densityOf(), await densityOf('&road=S313&road=S216')]
    expect(one.roads.map(({ road }) => road)).toEqual(['S216', 'S313'])
    expect(one.roads[0]).toEqual(all.roads.find(({ road }) => road === 'S216'))
    expect(one.accidents).toBe(all.accidents)
  })

  test('a shorter period has its own years and calibre', async () => {
    const reported = await densityOf('&calibre=reported')
    expect(reported.placed).toBeLessThan((await densityOf()).placed)
    const year = period.slice(5, 9)
    const query = `from=${year}-01-01&to=${year}-03-14`
    const quarter = (await (
      await service.as('squad')(`/api/hotspots/density?${query}`)
    ).json()) as DensityAnswer
    expect(quarter.parameters.years).toBeCloseTo(73 / 365, 10)
    expect(quarter.held).toBeCloseTo(quarter.placed, 0)
  })

  test('says how it was computed, in both languages, and what it is tested against', async () => {
    const { explanation } = await densityOf('&method=discontinuous')
    expect(explanation.formula.zh).toContain('起/公里·年')
    expect(explanation.method.en).toContain('1/(n−1)')
    expect(explanation.tested).toMatchObject({
      expected: 0.0128,
      source: { en: expect.stringContaining('spNetwork') },
    })
  })

  test('chooses a bandwidth by its curve, and draws clusters with a seed', async () => {
    const auto = await densityOf('&bandwidth=auto')
    const best = auto.bandwidthCurve.reduce((a, b) => (b.logLikelihood > a.logLikelihood ? b : a))
    expect(auto.bandwidthCurve.length).toBeGreaterThan(5)
    expect(auto.parameters.bandwidth).toBe(best.bandwidth)
    const [once, again] = [await densityOf('&clusters=true'), await densityOf('&clusters=true&seed=1')]
    expect(again.clusters).toEqual(once.clusters)
    const strongest = once.clusters.find(({ road }) => road === 'G109')!
    expect(strongest.fromStake).toBeLessThanOrEqual(1_046_600)
    expect(strongest.toStake).toBeGreaterThanOrEqual(1_046_200)
    expect(strongest.strength).toBeGreaterThan(0)
    expect(strongest.globalStrength).toBeGreaterThan(0)
  })

  test('as GeoJSON it is lines with their density; who takes it away is recorded, our own page is not', async () => {
    const page = { headers: { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty' } }
    const drawn = (await (await ask('&format=geojson&road=G109', 'leader', page)).json()) as {
      density: DensityAnswer
      features: { geometry: { type: string; coordinates: number[][] }; properties: { density: number } }[]
    }
    const taken = async () =>
      ((await (await service.as('audit')('/api/audit?objectType=density')).json()) as { items: unknown[] })
        .items
    expect(await taken()).toHaveLength(0)
    expect(drawn.density.parameters.roads).toEqual(['G109'])
    expect(drawn.features.length).toBeGreaterThan(20)
    expect(Math.max(...drawn.features.map(({ properties }) => properties.density))).toBe(
      drawn.density.highest,
    )
    for (const { geometry, properties } of drawn.features) {
      expect(geometry.coordinates.length).toBeGreaterThanOrEqual(2)
      expect(properties.density).toBeGreaterThan(0)
    }
    await ask('&format=geojson&road=G109')
    expect(await taken()).toMatchObject([
      { action: 'density.export', after: { format: 'geojson', rows: drawn.features.length } },
    ])
  })
})

test('who may read the accidents may read their density, the administrator may not', async () => {
  expect((await ask('', 'auxiliary')).status).toBe(200)
  expect((await ask('', 'admin')).status).toBe(403)
  expect((await service.app.request(`/api/hotspots/density?${period}`)).status).toBe(401)
})

test('a period backwards, an unknown road, a bandwidth of nothing is refused', async () => {
  expect((await service.as('leader')('/api/hotspots/density?from=2025-02-01&to=2025-01-01')).status).toBe(400)
  const unknown = await ask('&road=G1')
  expect(unknown.status).toBe(422)
  expect(await unknown.text()).toContain('G1')
  for (const query of ['&bandwidth=0', '&bandwidth=wide', '&lixel=1', '&method=guess', '&kernel=square'])
    expect((await ask(query)).status).toBe(400)
})

test('where nothing happened there is no density and no peak', async () => {
  const answer = (await (
    await service.as('leader')(
      '/api/hotspots/density?from=1990-01-01&to=1990-12-31&bandwidth=auto&clusters=true',
    )
  ).json()) as DensityAnswer
  expect(answer).toMatchObject({
    accidents: 0,
    placed: 0,
    held: 0,
    highest: 0,
    clusters: [],
    bandwidthCurve: [],
  })
  expect(answer.roads.map(({ peak }) => peak)).toEqual([null, null, null, null, null])
})
