import { describe, expect, test } from 'vitest'
import { evaluateGaps } from '../../../api/gaps/evaluate-gaps.ts'
import type { GapFacts } from '../../../api/gaps/gap-facts.ts'
import { gapRuleIds, gapRules, type GapRuleId } from '../../../api/gaps/gap-rules.ts'
import { at, network } from '../roads/network/drawn-roads.ts'
import { facility, facts, hazard, hotspot, nightAccident, road } from './gap-facts.ts'

const gapsOf = (given: Partial<GapFacts>, rule?: GapRuleId) =>
  evaluateGaps(facts(given)).filter((gap) => rule === undefined || gap.rule === rule)
const ways = (given: Partial<GapFacts>, rule: GapRuleId) =>
  gapsOf(given, rule).map(({ direction }) => direction)

test('no rule is named without saying why, what is asked for and in both languages', () => {
  for (const id of gapRuleIds) {
    const { name, why } = gapRules[id]
    expect([name.zh, name.en, why.zh, why.en].every((text) => text.length > 3)).toBe(true)
  }
})

describe('a hazard that traffic comes to unwarned', () => {
  const open = hazard(5000, 5400)
  const unwarned = (...facilities: ReturnType<typeof facility>[]) =>
    ways({ hazards: [open], facilities }, 'hazardUnwarned')

  test('is a gap in each direction, and each is closed by a sign before the end that it comes to', () => {
    expect(unwarned()).toEqual(['decreasing', 'increasing'])
    expect(unwarned(facility(4850))).toEqual(['decreasing'])
    expect(unwarned(facility(5550))).toEqual(['increasing'])
    expect(unwarned(facility(4850), facility(5550))).toEqual([])
  })

  test('is not warned by what stands farther away, behind its beginning or for the other direction', () => {
    expect(unwarned(facility(4799), facility(5601))).toHaveLength(2)
    expect(unwarned(facility(5100))).toHaveLength(2)
    expect(unwarned(facility(4850, { direction: 'decreasing' }))).toHaveLength(2)
  })

  test('is not warned by a lamp that is out, and the gap names it', () => {
    const [gap] = gapsOf(
      {
        hazards: [open],
        facilities: [facility(4900, { kind: 'solar_strobe', state: 'fault' }), facility(5500)],
      },
      'hazardUnwarned',
    )
    expect(gap!.evidence.broken).toMatchObject([{ kind: 'solar_strobe', ahead: 100 }])
    expect(gap!.reason.zh).toContain('不起作用')
  })

  test('names the nearest that works, and proposes the sign that its type asks for', () => {
    const cattle = hazard(5000, null, { types: ['F1'] })
    const [gap] = gapsOf(
      { hazards: [cattle], facilities: [facility(4700), facility(5100)] },
      'hazardUnwarned',
    )
    expect(gap).toMatchObject({
      direction: 'increasing',
      towards: '东镇',
      evidence: { hazard: { id: cattle.id }, nearest: { ahead: 300 }, notice: { nearest: 0, farthest: 200 } },
      proposal: {
        kind: 'warning_sign',
        stake: 4850,
        side: 'right',
        legend: '注意牲畜',
        ahead: 150,
        isShort: false,
      },
    })
  })

  test('of the first level, or for one direction only, asks for less', () => {
    expect(ways({ hazards: [hazard(5000, null, { level: 1 })] }, 'hazardUnwarned')).toEqual([])
    expect(ways({ hazards: [hazard(5000, null, { direction: 'decreasing' })] }, 'hazardUnwarned')).toEqual([
      'decreasing',
    ])
  })

  test('is answered by what is planned there, and stays a gap until that stands', () => {
    const planned = facility(4850, { state: 'planned' })
    const [gap] = gapsOf({ hazards: [open], facilities: [planned, facility(5550)] }, 'hazardUnwarned')
    expect(gap!.answered).toEqual({ kind: 'facility', id: planned.id, number: planned.number })
  })

  test('on a road without a line is warned by what belongs to it or stands beside it', () => {
    const off = hazard(null, null, { road: null, roadName: '通村油路', point: at(0, 9000) })
    const bare = gapsOf({ hazards: [off] }, 'hazardUnwarned')
    expect(bare).toMatchObject([{ direction: 'both', proposal: { stake: null, roadName: '通村油路' } }])
    const lamp = { road: null, kind: 'solar_strobe' } as const
    expect(gapsOf({ hazards: [off], facilities: [facility(null, { ...lamp, hazardId: off.id })] })).toEqual(
      [],
    )
    expect(
      gapsOf({ hazards: [off], facilities: [facility(null, { ...lamp, point: at(150, 9000) })] }),
    ).toEqual([])
    expect(
      gapsOf({ hazards: [off], facilities: [facility(null, { ...lamp, point: at(250, 9000) })] }),
    ).toHaveLength(1)
  })
})

test('a hotspot of one carriageway is a gap for that direction only, and a sign closes it', () => {
  const here = { hotspots: [hotspot(3000, 3400, { direction: 'decreasing' })] }
  expect(ways(here, 'hotspotUnwarned')).toEqual(['decreasing'])
  expect(gapsOf({ ...here, facilities: [facility(3550)] })).toEqual([])
})

describe('a speed bump', () => {
  const bump = facility(5000, { kind: 'speed_bump', direction: 'increasing' })
  test('on a main line needs a sign 50 to 150 m before it', () => {
    const missing = (stake: number) =>
      gapsOf({ facilities: [bump, facility(stake)] }, 'bumpUnannounced').length
    expect([4949, 4951, 4850, 4849, 5100].map(missing)).toEqual([0, 1, 0, 1, 1])
    const [gap] = gapsOf({ facilities: [bump, facility(4980)] }, 'bumpUnannounced')
    expect(gap).toMatchObject({ evidence: { nearest: { ahead: 20 } }, proposal: { stake: 4900, ahead: 100 } })
  })

  test('is no matter on a village road, nor when a lamp only stands before it on a main line', () => {
    const village = [road({ adminGrade: 'village' })]
    expect(gapsOf({ facilities: [bump], roads: village })).toEqual([])
    expect(gapsOf({ facilities: [bump, facility(4900, { kind: 'solar_strobe' })] })).toHaveLength(1)
  })
})

describe('a lamp that is out', () => {
  const lamp = facility(5000, {
    kind: 'solar_strobe',
    state: 'fault',
    direction: 'increasing',
    side: 'right',
  })
  const near = [nightAccident(5400, { killed: 1 }), nightAccident(4600), nightAccident(5600)]

  test('is a gap where night accidents lie within 500 m, and counts only those', () => {
    const [gap] = gapsOf({ facilities: [lamp], nightAccidents: near })
    expect(gap).toMatchObject({
      rule: 'lampOutAtNight',
      act: 'repair',
      evidence: {
        accidents: { calibre: 'general', accidents: 2, killed: 1, injured: 2, from: '2023-11-23' },
      },
      proposal: { kind: 'solar_strobe', stake: 5000, side: 'right' },
    })
    expect(gapsOf({ facilities: [lamp], nightAccidents: [nightAccident(5600)] })).toEqual([])
    expect(gapsOf({ facilities: [{ ...lamp, state: 'working' }], nightAccidents: near })).toEqual([])
  })

  test('on a divided road is for the accidents of its own carriageway', () => {
    const divided = { facilities: [lamp], roads: [road({ divided: true })] }
    const of = (direction: 'increasing' | 'decreasing') => [nightAccident(5100, { direction })]
    expect(gapsOf({ ...divided, nightAccidents: of('decreasing') })).toEqual([])
    expect(gapsOf({ ...divided, nightAccidents: of('increasing') })).toHaveLength(1)
  })

  test('has a lamp planned beside it, or a ticket of its own, and is answered', () => {
    const planned = facility(5010, { kind: 'solar_strobe', state: 'planned' })
    const ticket = hazard(5050, null, { types: ['D4'], level: 1 })
    const answer = (given: Partial<GapFacts>) =>
      gapsOf({ facilities: [lamp], nightAccidents: near, ...given }, 'lampOutAtNight')[0]!.answered?.kind
    expect(answer({ facilities: [lamp, planned] })).toBe('facility')
    expect(answer({ hazards: [ticket] })).toBe('hazard')
    expect(answer({ facilities: [{ ...lamp, hazardId: ticket.id }], hazards: [ticket] })).toBeUndefined()
  })
})

describe('upkeep', () => {
  test('a facility is overdue from the day after its inspection was due, while it stands', () => {
    const due = (inspectionDueOn: string, state: 'working' | 'missing' = 'working') =>
      gapsOf({ facilities: [facility(5000, { inspectionDueOn, state })] })
    expect(due('2026-11-20')).toMatchObject([
      { rule: 'inspectionOverdue', evidence: { days: 3 }, proposal: null },
    ])
    expect([due('2026-11-23'), due('2026-11-20', 'missing')]).toEqual([[], []])
  })

  test('what stands after its hazard was closed is a gap until it is gone, kept or permanent', () => {
    const left = (given: object) =>
      gapsOf({ facilities: [facility(5000, { hazardClosedOn: '2026-11-01', ...given })] }).map(
        ({ rule }) => rule,
      )
    expect([left({}), left({ state: 'toRemove' })]).toEqual([['leftStanding'], ['leftStanding']])
    expect([left({ isKept: true }), left({ state: 'permanent' }), left({ state: 'missing' })]).toEqual([
      [],
      [],
      [],
    ])
  })
})

describe('what the traffic is told', () => {
  const school = hazard(5000, null, { types: ['F3'], level: 1, direction: 'increasing' })
  const lamp = facility(4900, { kind: 'solar_strobe' })

  test('a lamp before a school says that something comes, not what', () => {
    expect(gapsOf({ hazards: [school], facilities: [lamp] }).map(({ rule }) => rule)).toEqual(['signMissing'])
    expect(gapsOf({ hazards: [school], facilities: [lamp, facility(4900)] })).toEqual([])
  })

  test('where nothing warns at all, the missing sign is not said twice', () => {
    const serious = { ...school, level: 2 }
    expect(gapsOf({ hazards: [serious] }).map(({ rule }) => rule)).toEqual(['hazardUnwarned'])
    expect(gapsOf({ hazards: [serious], facilities: [lamp] }).map(({ rule }) => rule)).toEqual([
      'signMissing',
    ])
  })
})

describe('a bend without guidance', () => {
  /** East, then north: a corner cut by a chord, at two kilometres. */
  const bent = network([
    { toStake: 4000, coordinates: [at(0), at(1900), at(1970, 30), at(2000, 100), at(2000, 2000)] },
  ])
  const bend = hazard(1800, 2200, { types: ['A1'], level: 1 })
  const gaps = (...facilities: ReturnType<typeof facility>[]) =>
    evaluateGaps(facts({ hazards: [bend], facilities, roads: [road({ toStake: 4000 })] }, bent))

  test('is a gap with its radius, and the chevrons belong on its outer side', () => {
    const [gap] = gaps()
    expect(gap).toMatchObject({ rule: 'guidanceMissing', proposal: { kind: 'chevron', side: 'right' } })
    expect(gap!.evidence.bend!.radius).toBeGreaterThan(60)
    expect(gap!.evidence.bend!.radius).toBeLessThan(160)
    expect(Math.abs(gap!.proposal!.stake! - 1990)).toBeLessThan(80)
  })

  test('is closed by chevrons or posts along it, whichever way they face', () => {
    expect(gaps(facility(2000, { kind: 'chevron', direction: 'decreasing' }))).toEqual([])
    expect(gaps(facility(1900, { kind: 'marker_post' }))).toEqual([])
    expect(gaps(facility(1700, { kind: 'chevron' }))).toHaveLength(1)
    expect(gaps(facility(2000, { kind: 'chevron', state: 'missing' }))[0]!.evidence.broken).toHaveLength(1)
  })
})

test('the worst come first, and every machine lists alike', () => {
  const given = {
    hazards: [hazard(5000), hazard(3000)],
    facilities: [facility(9000, { inspectionDueOn: '2026-11-01' })],
    hotspots: [hotspot(7000, 7100)],
  }
  const order = evaluateGaps(facts(given)).map(({ rule }) => rule)
  expect(order).toEqual([
    ...['hotspotUnwarned', 'hotspotUnwarned'],
    ...['hazardUnwarned', 'hazardUnwarned', 'hazardUnwarned', 'hazardUnwarned', 'inspectionOverdue'],
  ])
  const shuffled = { ...given, hazards: [...given.hazards].reverse() }
  expect(evaluateGaps(facts(shuffled)).map(({ id }) => id)).toEqual(
    evaluateGaps(facts(given)).map(({ id }) => id),
  )
})
