import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../../api/audit/canonical-json.ts'
import { presets } from '../../../../api/hotspots/presets.ts'
import { seededRandom } from '../../../../api/hotspots/analysis/seeded-random.ts'
import {
  crossing,
  crowdedAccidents,
  everyPreset,
  newAccident,
  newRoad,
  newScratch,
  screen,
} from './screened-roads.ts'

describe('screening one road', () => {
  test('a site counts every accident of the stretch, and says how many of them made it one', () => {
    const minor = newAccident(1_100, { killed: 0, injured: 2 })
    const road = newRoad([newAccident(1_000), minor, newAccident(1_200), newAccident(1_400)])
    expect(screen([road]).sites).toMatchObject([
      {
        ...{ fromStake: 1_000, toStake: 1_400, accidents: 4, qualifying: 3, killed: 3, injured: 2 },
        ...{ lossYuan: 4_000, fatalAccidents: 3, injuryAccidents: 1 },
      },
    ])
  })

  test('the expected count spreads the qualifying accidents of the road evenly over it', () => {
    const stakes = [1_000, 1_200, 1_400, 80_000]
    const [site] = screen([newRoad(stakes.map((stake) => newAccident(stake)))]).sites
    expect(site?.expected).toBeCloseTo((4 * 500) / 100_000, 12)
    expect(site?.densest).toBe(3)
    expect(site?.pValue).toBeLessThan(1e-5)
  })

  test('accidents that do not qualify make no site', () => {
    const minor = [1_000, 1_100, 1_200].map((stake) => newScratch(stake))
    expect(screen([newRoad(minor)]).sites).toEqual([])
  })

  test('the two carriageways of a divided road are screened apart', () => {
    const mixed = [
      newAccident(1_000, { direction: 'increasing' }),
      newAccident(1_100, { direction: 'decreasing' }),
      newAccident(1_200, { direction: 'increasing' }),
    ]
    expect(screen([newRoad(mixed)]).sites).toHaveLength(1)
    expect(screen([newRoad(mixed, { divided: true })]).sites).toEqual([])
    const unknown = mixed.map((accident) => ({ ...accident, direction: null }))
    const { sites } = screen([newRoad(unknown, { divided: true })])
    expect(sites.map(({ direction }) => direction).sort()).toEqual(['decreasing', 'increasing'])
  })

  test('the profile names what most of the accidents share', () => {
    const accidents = [newAccident(0), newAccident(100, { form: '21' }), newAccident(200, { light: null })]
    expect(screen([newRoad(accidents)]).sites[0]?.profile).toMatchObject({
      form: { code: '11', count: 2 },
      light: { code: '3', count: 2 },
      hours: { code: '18-21', count: 3 },
    })
  })
})

describe('at the edges', () => {
  test('nothing comes of nothing: no road, no accident, one accident', () => {
    for (const preset of everyPreset) {
      expect(screen([], { preset }).sites).toEqual([])
      expect(screen([newRoad([])], { preset }).sites).toEqual([])
    }
    expect(screen([newRoad([newAccident(5)])], { preset: presets.P8 }).sites).toEqual([])
  })

  test('all accidents at one stake are a site without length', () => {
    const accidents = ['a', 'b', 'c'].map((id) => newAccident(700, { id }))
    expect(screen([newRoad(accidents)]).sites).toMatchObject([{ fromStake: 700, toStake: 700, densest: 3 }])
  })

  test('a window does not reach across a chain break, where an accident at the very break lies behind it', () => {
    const accidents = [newAccident(900), newAccident(1_000), newAccident(1_050)]
    expect(screen([newRoad(accidents)]).sites).toHaveLength(1)
    expect(screen([newRoad(accidents, { breaks: [1_050] })]).sites).toEqual([])
    const behind = [1_050, 1_060, 1_070].map((stake) => newAccident(stake))
    expect(screen([newRoad(behind, { breaks: [1_050] })]).sites).toHaveLength(1)
  })

  test('the first and the last metre of a road belong to it', () => {
    const ends = [0, 100, 200, 99_800, 99_900, 100_000].map((stake) => newAccident(stake))
    const { sites } = screen([newRoad(ends)])
    expect(sites.map(({ fromStake, toStake }) => [fromStake, toStake])).toEqual([
      [0, 200],
      [99_800, 100_000],
    ])
  })

  test('on a road without length, or shorter than the window, nothing is unlikely', () => {
    const accidents = [0, 0, 0].map((stake, i) => newAccident(stake, { id: `n${i}` }))
    for (const toStake of [0, 300]) {
      const [site] = screen([newRoad(accidents, { toStake })], { simulations: 99 }).sites
      expect(site?.expected).toBe(3)
      expect(site?.pValue).toBeCloseTo(0.5768, 4)
      expect(Number.isFinite(site?.chance.expectedSites)).toBe(true)
    }
  })

  test('accidents in any order give the same bytes, and the bytes are these on every machine', () => {
    const accidents = crowdedAccidents()
    const random = seededRandom(8)
    const bytes = (order: typeof accidents) =>
      everyPreset.map((preset) =>
        canonicalJson(screen([newRoad(order), newRoad([], { code: 'S2' })], { preset, simulations: 99 })),
      )
    const shuffled = accidents.map((each) => [random(), each] as const).sort(([a], [b]) => a - b)
    const straight = bytes(accidents)
    expect(bytes(shuffled.map(([, each]) => each))).toEqual(straight)
    const numbers = straight.map((text) => text.replace(/"text":\{.*?\}/g, '')).join('\n')
    expect(createHash('sha256').update(numbers).digest('hex')).toBe(
      '9f497c687edf0d4f97b98766292e944c2ad7b26f8baddfe1ca9c81e20c0ae5c4',
    )
  })
})

describe('at a junction', () => {
  const side = (stake: number, given = {}) => newAccident(stake, { id: `side-${stake}`, ...given })

  test('accidents of two roads within 150 m that only together fill the rule are one site, both roads named', () => {
    const roads = [
      newRoad([newAccident(5_000), newAccident(5_100)]),
      newRoad([side(90)], { code: 'S2', toStake: 50_000 }),
    ]
    expect(screen(roads).sites).toEqual([])
    const [site, ...others] = screen(roads, { junctions: [crossing(5_020, 0)] }).sites
    expect(others).toEqual([])
    expect(site).toMatchObject({
      ...{ kind: 'junction', road: 'G1', fromStake: 5_000, toStake: 5_100, accidents: 3, densest: 3 },
      crossing: [{ road: 'S2', stake: 0 }],
      chance: { windowLength: 300 },
    })
    expect(site?.expected).toBeCloseTo((2 * 300) / 100_000 + (1 * 300) / 50_000, 12)
  })

  test('a site on each of two roads becomes one, and a site elsewhere stays', () => {
    const roads = [
      newRoad([4_990, 5_000, 5_010, 60_000, 60_001, 60_002].map((stake) => newAccident(stake))),
      newRoad(
        [10, 20, 30].map((stake) => side(stake)),
        { code: 'S2' },
      ),
    ]
    expect(screen(roads).sites).toHaveLength(3)
    const { sites } = screen(roads, { junctions: [crossing(5_000, 0)] })
    expect(sites.map(({ kind, accidents }) => [kind, accidents])).toEqual([
      ['junction', 6],
      ['stretch', 3],
    ])
  })

  test('an accident 151 m away is not at the junction', () => {
    const roads = [newRoad([newAccident(5_000), newAccident(5_100)]), newRoad([side(151)], { code: 'S2' })]
    expect(screen(roads, { junctions: [crossing(5_020, 0)] }).sites).toEqual([])
  })
})
