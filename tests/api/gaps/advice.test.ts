import { describe, expect, test } from 'vitest'
import type { AdviceAccident } from '../../../api/gaps/advice/accident-profile.ts'
import { advise, type AdviceWish } from '../../../api/gaps/advice/advise.ts'
import type { Advice } from '../../../api/gaps/advice/advice.schema.ts'
import { sharpestBend } from '../../../api/gaps/bend.ts'
import type { GapFacts } from '../../../api/gaps/gap-facts.ts'
import { newGround } from '../../../api/gaps/gap-ground.ts'
import { courseOf, travels } from '../../../api/roads/network/course.ts'
import { buildRoadNetwork } from '../../../api/roads/network/road-network.ts'
import { at, network, section, tenKilometres } from '../roads/network/drawn-roads.ts'
import { facility, facts, hazard, road } from './gap-facts.ts'

let next = 0
const accident = (given: Partial<AdviceAccident> = {}): AdviceAccident => ({
  ...{ id: String(next++), direction: 'increasing', killed: 0, injured: 1, form: '11', collision: '9' },
  ...{ objectHit: null, causeClass: null, light: '1', weather: '1', surfaceCondition: '1', alignment: '01' },
  ...{ siteType: '21', hour: 10 },
  ...given,
})
const many = (given: Partial<AdviceAccident>) => Array.from({ length: 3 }, () => accident(given))

function adviceOn(
  accidents: readonly AdviceAccident[],
  given: Partial<GapFacts> = {},
  wish: Partial<AdviceWish> = {},
): Advice {
  const period = { calibre: 'general', from: '2025-01-01', to: '2025-12-03' }
  const stretch = { site: null, road: 'X1', fromStake: 5000, toStake: 5400, direction: 'both' as const }
  return advise(newGround({ ...facts(given), ...given }), { ...stretch, accidents, period, ...wish })!
}
const kinds = (advice: Advice) => [...new Set(advice.candidates.map(({ proposal }) => proposal.kind))]
const village = [road({ adminGrade: 'village' })]

describe('what a stretch is advised', () => {
  test('for accidents by night: lamps before it, in both directions, with the count as reason', () => {
    const advice = adviceOn(many({ light: '3', hour: 22 }))
    const lamps = advice.candidates.filter(({ proposal }) => proposal.kind === 'solar_strobe')
    expect(lamps.map(({ proposal }) => [proposal.stake, proposal.direction, proposal.side])).toEqual([
      [4900, 'increasing', 'right'],
      [5500, 'decreasing', 'left'],
    ])
    expect(lamps[0]!.reasons[0]!.zh).toBe('3 起事故中夜间 3 起')
    expect(kinds(adviceOn(many({})))).not.toContain('solar_strobe')
  })

  test('the sign says what most of the accidents were', () => {
    const legend = (accidents: AdviceAccident[]) => adviceOn(accidents).candidates[0]!.proposal.legend
    expect(legend(many({ form: '36', objectHit: '31' }))).toBe('注意牲畜')
    expect(legend(many({ form: '21' }))).toBe('注意行人 减速慢行')
    expect(legend(many({ surfaceCondition: '5' }))).toBe('路面结冰 减速慢行')
    expect(legend(many({}))).toBe('事故多发路段 减速慢行')
  })

  test('what works there already is named, what does not is to be mended first', () => {
    const sign = facility(4900)
    const lamp = facility(4950, { kind: 'solar_strobe', state: 'fault', direction: 'increasing' })
    const advice = adviceOn(many({ light: '3' }), { facilities: [sign, lamp] })
    const [first, second] = advice.candidates
    expect(first).toMatchObject({
      proposal: { kind: 'warning_sign' },
      fulfilledBy: { id: sign.id, ahead: 100 },
    })
    expect(second).toMatchObject({
      proposal: { kind: 'solar_strobe' },
      fulfilledBy: null,
      mends: [{ id: lamp.id }],
    })
    expect(advice.existing.map(({ id }) => id)).toEqual([sign.id, lamp.id])
  })

  test('few accidents are called a small sample', () => {
    expect(adviceOn([accident()]).accidents.isSmallSample).toBe(true)
    expect(adviceOn(many({})).accidents.isSmallSample).toBe(false)
  })

  test('of one carriageway only, that direction is advised', () => {
    const divided = { roads: [road({ divided: true })] }
    const ways = adviceOn(many({}), divided, { direction: 'decreasing' }).candidates.map(
      (each) => each.proposal.direction,
    )
    expect(new Set(ways)).toEqual(new Set(['decreasing']))
  })

  test('on a road without a line, or at stakes it has not, nothing is advised', () => {
    const ground = newGround(facts())
    const period = { calibre: 'general', from: '2025-01-01', to: '2025-12-03' }
    const wish = {
      site: null,
      fromStake: 5000,
      toStake: 5400,
      direction: 'both' as const,
      accidents: [],
      period,
    }
    expect(advise(ground, { ...wish, road: 'L0001' })).toBeUndefined()
    expect(advise(ground, { ...wish, road: 'X1', fromStake: 20_000 })).toBeUndefined()
  })
})

describe('speed bumps', () => {
  const walkers = many({ form: '21' })
  const bumps = (advice: Advice) => advice.candidates.filter(({ proposal }) => proposal.kind === 'speed_bump')
  const why = (accidents: readonly AdviceAccident[], given: Partial<GapFacts> = { roads: village }) =>
    adviceOn(accidents, given).noBump.map(({ code }) => code)

  test('are thought of where people are struck on a village road', () => {
    const advice = adviceOn(walkers, { roads: village })
    expect(advice.noBump).toEqual([])
    expect(bumps(advice).map(({ proposal }) => [proposal.stake, proposal.side])).toEqual([
      [4970, 'across'],
      [5430, 'across'],
    ])
  })

  test.each([
    ['on a main line', walkers, { roads: [road()] }, ['mainLine']],
    ['on a divided road', walkers, { roads: [road({ adminGrade: 'county', divided: true })] }, ['divided']],
    ['on ice', [...walkers, accident({ surfaceCondition: '5' })], { roads: village }, ['ice']],
    ['downhill', [...walkers, accident({ alignment: '06' })], { roads: village }, ['downhill']],
    ['in a bend by the records', many({ form: '21', alignment: '04' }), { roads: village }, ['bend']],
    ['in fog', [...walkers, accident({ weather: '5' })], { roads: village }, ['poorSight']],
  ])(
    '%s they are refused with the reason, and rumble lines are offered',
    (_name, accidents, given, codes) => {
      const advice = adviceOn(accidents, given)
      expect(advice.noBump.map(({ code }) => code)).toEqual(codes)
      expect(bumps(advice).filter(({ onSideRoad }) => !onSideRoad)).toEqual([])
      expect(kinds(advice)).toContain('rumble_line')
    },
  )

  test('are refused for what an open ticket says of the road', () => {
    const ticket = (type: 'A4' | 'E4' | 'A1') => ({
      roads: village,
      hazards: [hazard(5100, null, { types: [type] })],
    })
    expect([why(walkers, ticket('A4')), why(walkers, ticket('E4')), why(walkers, ticket('A1'))]).toEqual([
      ['downhill'],
      ['ice'],
      ['bend'],
    ])
  })

  test('belong on the road that joins a main line, where that is drawn at its own stake', () => {
    const crossing = buildRoadNetwork([
      { code: 'X1', sections: [section()] },
      {
        code: 'Y2',
        sections: [
          section({ road: 'Y2', coordinates: tenKilometres.map((_, i) => at(5200, i * 1000 - 3000)) }),
        ],
      },
    ])
    const roads = [road(), road({ code: 'Y2', name: '村道', adminGrade: 'village' })]
    const advice = adviceOn(many({ collision: '5' }), { network: crossing, roads })
    expect(advice.junctions).toMatchObject([{ road: 'Y2', roadName: '村道' }])
    expect(bumps(advice)).toMatchObject([
      { onSideRoad: true, proposal: { road: 'Y2', stake: 3000, side: 'across' } },
    ])
  })
})

describe('the sharpest bend of a line', () => {
  const circle = (radius: number, turn: 1 | -1) =>
    Array.from({ length: 91 }, (_, degree) => {
      const angle = (degree * Math.PI) / 180
      return at(1000 + radius * Math.sin(angle), turn * radius * (1 - Math.cos(angle)))
    })
  const bendOf = (radius: number, turn: 1 | -1, travel: 'increasing' | 'decreasing') => {
    const drawn = network([{ toStake: 4000, coordinates: [at(0), ...circle(radius, turn)] }])
    const course = courseOf(drawn, 'X1', travel, false)!
    return sharpestBend(course, 0, course.length)
  }

  test('has the radius of the circle it is drawn on, and turns as the driver sees it', () => {
    for (const radius of [150, 400, 900])
      for (const travel of travels) expect(bendOf(radius, 1, travel)!.radius / radius).toBeCloseTo(1, 1)
    expect(bendOf(300, 1, 'increasing')!.turns).toBe('left')
    expect(bendOf(300, 1, 'decreasing')!.turns).toBe('right')
    expect(bendOf(300, -1, 'increasing')!.turns).toBe('right')
  })

  test('is none on a straight line', () => {
    const course = courseOf(network([{}]), 'X1', 'increasing', false)!
    expect(sharpestBend(course, 0, 10_000)).toBeUndefined()
  })
})
