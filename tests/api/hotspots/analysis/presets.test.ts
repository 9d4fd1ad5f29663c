import { describe, expect, test } from 'vitest'
import type { Preset, WindowPreset } from '../../../../api/hotspots/rules/preset.ts'
import { presets } from '../../../../api/hotspots/presets.ts'
import { editPreset } from '../../../../api/hotspots/rules/edit-preset.ts'
import { rankSites } from '../../../../api/hotspots/analysis/site.ts'
import { clusterOffNetwork } from '../../../../api/hotspots/analysis/off-network.ts'
import { compareSites } from '../../../../api/hotspots/analysis/compare-sites.ts'
import { ruleChanges, ruleValues } from '../../../../api/hotspots/rules/rule-values.ts'
import { severityScore, weightSets } from '../../../../api/hotspots/rules/severity-weights.ts'
import { newAccident, newRoad, newScratch, screen } from './screened-roads.ts'

const firedAt = (preset: Preset, road: Parameters<typeof newRoad>) =>
  screen([newRoad(...road)], { preset }).sites.map(({ fired }) => fired.map(({ id }) => id))

describe('P1c, P2 and P3 name the sentence that fired', () => {
  test('three casualties within 500 m, five within 2 km, or both', () => {
    const at = (...stakes: number[]) => stakes.map((stake) => newAccident(stake, { killed: 0, injured: 1 }))
    expect(firedAt(presets.P1c, [at(0, 200, 400)])).toEqual([['casualty3']])
    expect(firedAt(presets.P1c, [at(0, 250, 500, 1_500, 2_000)])).toEqual([['casualty3', 'casualty5']])
    expect(firedAt(presets.P1c, [at(0, 490, 1_000, 1_510, 2_000)])).toEqual([['casualty5']])
  })

  test('one accident with three deaths is enough only where a road hazard is open nearby', () => {
    const worst = [newAccident(1_000, { killed: 3 })]
    const hazard = (fromStake: number, types: string[]) => ({ fromStake, toStake: fromStake, types })
    expect(firedAt(presets.P2, [worst])).toEqual([])
    expect(firedAt(presets.P2, [worst, { hazards: [hazard(1_250, ['A1'])] }])).toEqual([
      ['killed3WithDefect'],
    ])
    expect(firedAt(presets.P2, [worst, { hazards: [hazard(1_251, ['A1'])] }])).toEqual([])
    expect(firedAt(presets.P2, [worst, { hazards: [hazard(1_000, ['G1'])] }])).toEqual([])
    expect(firedAt(presets.P2, [[...worst, newAccident(1_100, { killed: 4 })]])).toEqual([['killed3Twice']])
  })

  test('regular means that three fifths share a form, a cause or three hours of the day', () => {
    const causes = ['12', '32', '15']
    const mixed = ['11', '21', '35'].map((form, i) =>
      newAccident(i * 100, { form, causeClass: causes[i]!, hour: 1 + i * 5 }),
    )
    expect(firedAt(presets.P2, [mixed])).toEqual([])
    const sameHours = mixed.map((accident, i) => ({ ...accident, hour: i < 2 ? 20 : 3 }))
    expect(firedAt(presets.P2, [sameHours])).toEqual([['fatal3Regular']])
  })

  test('few accidents and a named defect make a county site', () => {
    const one = [newScratch(3_000)]
    const works = { fromStake: 2_900, toStake: 3_400, types: ['F8'] }
    expect(firedAt(presets.P3, [one, { hazards: [works] }])).toEqual([['works']])
    expect(firedAt(presets.P3, [one])).toEqual([])
  })
})

describe('P4 to P8', () => {
  test('a named section has the worst colour that it reaches', () => {
    const sections = ['西段', '中段', '东段'].map((name, i) => ({
      name,
      fromStake: i * 10_000,
      toStake: i * 10_000 + 9_999,
    }))
    const hurt = Array.from({ length: 6 }, (_, i) => newAccident(20_000 + i, { killed: 0, injured: 1 }))
    const road = newRoad([newAccident(5, { killed: 3 }), newAccident(10_001, { killed: 2 }), ...hurt], {
      sections,
    })
    const { sites } = screen([road], { preset: presets.P4 })
    expect(sites.map(({ name, fired }) => [name, fired[0]?.id])).toEqual([
      ['西段', 'red'],
      ['中段', 'yellow'],
      ['东段', 'blue'],
    ])
  })

  test('the worst 10 km come first, by deaths, then accidents, and never overlap', () => {
    const road = newRoad([
      ...[0, 4_000, 8_000].map((stake) => newScratch(stake)),
      ...[12_000, 22_000].map((stake) => newAccident(stake)),
      ...[22_001, 31_000].map((stake) => newScratch(stake)),
    ])
    const { sites } = screen([road], { preset: presets.P5 })
    expect(sites.map(({ fromStake, toStake, killed }) => [fromStake, toStake, killed])).toEqual([
      [12_000, 22_000, 2],
      [0, 8_000, 0],
      [22_001, 31_000, 0],
    ])
  })

  test('ETAN must reach mean + 1.645 σ of all units, the empty ones included', () => {
    const road = newRoad([newAccident(100), newAccident(300), newScratch(60_000), newScratch(60_300)])
    const { sites, facts } = screen([road], { preset: presets.P6 })
    const scores = [6, 2]
    const mean = 8 / 200
    const deviation = Math.sqrt(scores.reduce((sum, x) => sum + x * x, 0) / 200 - mean ** 2)
    expect(facts.threshold).toMatchObject({ units: 200, mean, deviation: expect.closeTo(deviation, 12) })
    expect(facts.threshold?.threshold).toBeCloseTo(Math.max(2, mean + 1.645 * deviation), 12)
    expect(sites.map(({ fromStake }) => fromStake)).toEqual([100, 60_000])
    const top = editPreset(presets.P6, { by: 'topShare' })
    if ('refused' in top) throw new Error('not refused')
    expect(screen([road], { preset: top.preset }).facts.threshold?.threshold).toBe(2)
  })

  test('units are taken by falling count while they fit into 5 % of the length, equals together', () => {
    const at = (km: number, count: number) =>
      Array.from({ length: count }, (_, i) => newScratch(km * 1_000 + i, { id: `u${km}-${i}` }))
    const road = newRoad([...at(3, 5), ...at(9, 4), ...at(20, 2), ...at(30, 2), ...at(40, 2), ...at(50, 2)])
    const { sites, facts } = screen([road], { preset: presets.P7 })
    expect(sites.map(({ fromStake, toStake }) => [fromStake, toStake])).toEqual([
      [3_000, 4_000],
      [9_000, 10_000],
    ])
    expect(facts.curve).toEqual([
      { count: 5, units: 1, lengthShare: 0.01, accidentShare: 5 / 17 },
      { count: 4, units: 1, lengthShare: 0.02, accidentShare: 9 / 17 },
      { count: 2, units: 4, lengthShare: 0.06, accidentShare: 1 },
    ])
  })

  test('Poisson flags what p < 0.01 says, with its own minimum on every road', () => {
    const sparse = newRoad([newScratch(0), newScratch(100)])
    const busy = newRoad(
      Array.from({ length: 400 }, (_, i) => newScratch(i * 250, { id: `b${i}` })),
      { code: 'S2' },
    )
    const { sites } = screen([sparse, busy], { preset: presets.P8 })
    expect(sites.map(({ road, densest }) => [road, densest])).toEqual([['G1', 2]])
    expect(sites[0]!.pValue).toBeLessThan(0.01)
  })
})

describe('numbers changed for one run', () => {
  test('are taken, and the words say so', () => {
    const edited = editPreset(presets.P1a, { windowLength: 1_000, minimum: 4 })
    if ('refused' in edited) throw new Error('not refused')
    expect(edited.isEdited).toBe(true)
    const [clause] = (edited.preset as typeof presets.P1a & { clauses: { text: { zh: string } }[] }).clauses
    expect(clause?.text.zh).toContain('1000 米内 4 起以上')
    expect(presets.P1a).toEqual((editPreset(presets.P1a) as { preset: Preset }).preset)
  })

  test('that a rule does not have are refused, not ignored', () => {
    expect(editPreset(presets.P2, { minimum: 4 })).toMatchObject({ refused: { path: 'minimum' } })
    expect(editPreset(presets.P1a, { alpha: 0.05 })).toMatchObject({ refused: { path: 'alpha' } })
    expect(editPreset(presets.P4, { windowLength: 500 })).toMatchObject({ refused: { path: 'windowLength' } })
    const alien = { clauses: [{ id: 'any5Regular', hazardReach: 100 }] }
    expect(editPreset(presets.P3, alien)).toMatchObject({ refused: { path: 'clauses.0.hazardReach' } })
    expect(editPreset(presets.P3, { clauses: [{ id: 'none' }] })).toMatchObject({
      refused: { path: 'clauses.0.id' },
    })
    expect(editPreset(presets.P1a, { weights: { perKilled: 3 } })).toMatchObject({
      refused: { path: 'weights' },
    })
  })
})

const editedRule = (...asked: Parameters<typeof editPreset>) => {
  const edited = editPreset(...asked)
  if ('refused' in edited) throw new Error(edited.refused.path)
  return edited
}

describe('each sentence of a rule has numbers of its own', () => {
  test('one clause of several is changed, the others keep their words', () => {
    const { preset, isEdited } = editedRule(presets.P3, {
      clauses: [
        { id: 'any5Regular', minimum: 3, regularityShare: 0.5 },
        { id: 'works', hazardReach: 600 },
      ],
    })
    expect(isEdited).toBe(true)
    const { clauses } = preset as WindowPreset
    expect(clauses.find(({ id }) => id === 'any5Regular')).toMatchObject({
      minimum: 3,
      regularity: { share: 0.5 },
      text: { zh: expect.stringContaining('参数改为：500 米内 3 起以上') as string },
    })
    const written = (presets.P3 as WindowPreset).clauses.filter(
      ({ id }) => !['any5Regular', 'works'].includes(id),
    )
    expect(clauses.filter(({ id }) => !['any5Regular', 'works'].includes(id))).toEqual(written)
    const works = { fromStake: 2_450, toStake: 2_450, types: ['F8'] }
    const road: Parameters<typeof newRoad> = [[newScratch(3_000)], { hazards: [works] }]
    expect(firedAt(preset, road)).toEqual([['works']])
    expect(firedAt(presets.P3, road)).toEqual([])
  })

  test('each colour has its minimum, and says it', () => {
    const { preset } = editedRule(presets.P4, { thresholds: [{ colour: 'blue', minimum: 2 }] })
    const hurt = [1, 2].map((stake) => newAccident(stake, { killed: 0, injured: 1 }))
    const [site] = screen([newRoad(hurt)], { preset }).sites
    expect(site?.fired[0]).toMatchObject({ id: 'blue', text: { zh: '蓝色：伤人事故 2 起以上（参数已改）' } })
    expect(screen([newRoad(hurt)], { preset: presets.P4 }).sites).toEqual([])
  })

  test('a ranking says its own numbers, not those of the written rule', () => {
    const { preset } = editedRule(presets.P5, { top: 3, windowLength: 5_000 })
    const { sites } = screen([newRoad([newAccident(0), newAccident(10)])], { preset })
    expect(sites[0]?.fired[0]?.text.zh).toContain('每条路 5000 米滑动')
  })

  test('weights changed for one run decide what stands out and say so in the formula', () => {
    const { preset, weightSet } = editedRule(presets.P6, { weights: { perKilled: 10 } })
    expect(weightSet.formula.zh).toContain('每死 1 人 10')
    const road = newRoad([newAccident(0), newAccident(10), newScratch(60_000), newScratch(60_300)])
    const reached = (given: Preset) => screen([road], { preset: given }).facts.threshold!.mean
    expect(reached(preset)).toBeCloseTo((2 + 2 * 10 + 2) / 200, 12)
    expect(reached(presets.P6)).toBeCloseTo((2 + 2 * 2 + 2) / 200, 12)
  })

  test('numbers that are those of the rule already make no trial', () => {
    const same = editedRule(presets.P1c, {
      junctionRadius: 150,
      clauses: [{ id: 'casualty3', windowLength: 500, minimum: 3 }],
    })
    expect(same).toMatchObject({ isEdited: false })
    expect(same.preset).toBe(presets.P1c)
  })

  test('a run’s rule and the written one are told apart number by number', () => {
    const { preset } = editedRule(presets.P2, {
      junctionRadius: 200,
      clauses: [{ id: 'killed3Twice', minimum: 1 }],
    })
    const told = ruleChanges(presets.P2, preset).map(({ now, original }) => [
      now.path,
      original?.value,
      now.value,
    ])
    expect(told).toEqual([
      ['killed3Twice.minimum', 2, 1],
      ['junctionRadius', 150, 200],
    ])
    expect(ruleValues(presets.P6).map(({ path }) => path)).toEqual([
      ...['etan.windowLength', 'etan.qualification', 'etan.minimum', 'etan.by', 'etan.sigmas'],
      ...['etan.topShare', 'longestPeriodDays', 'junctionRadius'],
    ])
  })
})

describe('severity weights', () => {
  const counts = { accidents: 10, killed: 2, injured: 4, fatalAccidents: 1, injuryAccidents: 3 }

  test('ETAN and EPDO add up as printed', () => {
    expect(severityScore(counts, weightSets.etan)).toBe(10 + 2 * 2 + 1.5 * 4)
    expect(severityScore(counts, weightSets.epdo)).toBe(9.5 * 1 + 3.5 * 3 + 1 * 6)
    expect(severityScore(counts, weightSets.equal)).toBe(10)
  })

  test('another set ranks otherwise, and equals rank by place', () => {
    const place = { pValue: 0.1, road: 'G1', direction: 'both' as const }
    const deadly = { ...counts, ...place, accidents: 3, injured: 0, injuryAccidents: 0, fromStake: 2 }
    const busy = {
      ...counts,
      ...place,
      killed: 0,
      fatalAccidents: 0,
      injured: 9,
      injuryAccidents: 9,
      fromStake: 1,
    }
    const twin = { ...busy, fromStake: 0 }
    const order = (id: keyof typeof weightSets) =>
      rankSites([deadly, busy, twin], weightSets[id]).map(({ fromStake }) => fromStake)
    expect(order('killedFirst')).toEqual([2, 0, 1])
    expect(order('etan')).toEqual([0, 1, 2])
  })
})

describe('accidents off the network', () => {
  const at = (id: string, metresNorth: number, metresEast = 0) => ({
    ...{ id, killed: 0, injured: 1, lossYuan: 0 },
    longitude: 107 + metresEast / 86_400,
    latitude: 39 + metresNorth / 111_000,
  })

  test('three within 250 m of each other’s chain are a cluster, two are not', () => {
    const chain = [at('c', 400), at('a', 0), at('b', 200), at('x', 5_000), at('y', 5_010)]
    expect(clusterOffNetwork(chain)).toMatchObject([
      { accidents: 3, injured: 3, accidentIds: ['a', 'b', 'c'] },
    ])
    expect(clusterOffNetwork([at('a', 0), at('b', 260), at('c', 520)])).toEqual([])
    expect(clusterOffNetwork([])).toEqual([])
  })

  test('250 m are 250 m eastwards too, where a degree is shorter', () => {
    expect(clusterOffNetwork([at('a', 0), at('b', 0, 240), at('c', 0, 480)])).toHaveLength(1)
    expect(clusterOffNetwork([at('a', 0), at('b', 0, 260), at('c', 0, 520)])).toEqual([])
  })

  test('their order does not matter', () => {
    const many = Array.from({ length: 40 }, (_, i) => at(`n${i}`, (i * 137) % 3_000, (i * 61) % 900))
    expect(clusterOffNetwork([...many].reverse())).toEqual(clusterOffNetwork(many))
  })
})

describe('two runs compared', () => {
  const site = (id: string, rank: number, fromStake: number, toStake: number, road = 'G1') => ({
    ...{ id, rank, fromStake, toStake, road },
    direction: 'both' as const,
  })

  test('names what is new, gone, moved and ranked otherwise', () => {
    const before = [site('a', 1, 0, 300), site('b', 2, 10_000, 10_200), site('c', 3, 50_000, 50_100)]
    const after = [site('B', 1, 10_000, 10_200), site('A', 2, 100, 500), site('D', 3, 0, 300, 'S2')]
    const { appeared, gone, kept } = compareSites(before, after, 250)
    expect(appeared.map(({ id }) => id)).toEqual(['D'])
    expect(gone.map(({ id }) => id)).toEqual(['c'])
    expect(kept.map((each) => [each.before.id, each.after.id, each.moved, each.rankGain])).toEqual([
      ['b', 'B', false, 1],
      ['a', 'A', true, -1],
    ])
  })

  test('of two sites that could be the old one the greater overlap is, and the other is new', () => {
    const { kept, appeared } = compareSites(
      [site('old', 1, 0, 1_000)],
      [site('left', 1, 0, 100), site('right', 2, 200, 900)],
      250,
    )
    expect(kept.map(({ after }) => after.id)).toEqual(['right'])
    expect(appeared.map(({ id }) => id)).toEqual(['left'])
  })
})
