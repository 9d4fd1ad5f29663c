import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluateGaps } from '../../../api/gaps/evaluate-gaps.ts'
import type { GapFacility } from '../../../api/gaps/gap-facts.ts'
import type { Gap } from '../../../api/gaps/gap.schema.ts'
import { at, network, post, tenKilometres } from '../roads/network/drawn-roads.ts'
import { facility, facts, hazard, road } from './gap-facts.ts'

/** K0–K4 drawn as 4 km; there the chainage jumps to K6 and goes on to K12 at 10 km. */
const shortChain = network(
  [{ toStake: 12_000, anchors: [post(0, 0), post(4000, 4000), post(6000, 4000), post(12_000, 10_000)] }],
  [{ atStake: 4000, jump: 2000 }],
)
/** K0–K6, then K4–K8 again. */
const longChain = network(
  [{ toStake: 8000, anchors: [post(0, 0), post(6000, 6000), post(4000, 6000), post(8000, 10_000)] }],
  [{ atStake: 6000, jump: -2000 }],
)
/** Stakes of the left carriageway run 40 m behind those of the right one. */
const twice = network([
  { toStake: 10_000, carriageway: 'right' },
  {
    ...{ fromStake: 0, toStake: 10_000, carriageway: 'left' as const },
    coordinates: tenKilometres.map((_, i) => at(i * 1000, 30)),
    anchors: [post(0, 0, 30), post(5000, 5040, 30), post(10_000, 10_000, 30)],
  },
])
const parted = network([
  { toStake: 10_000 },
  { fromStake: 10_100, toStake: 20_000, coordinates: tenKilometres.map((_, i) => at(10_080 + i * 990)) },
])
/** A scale that is not one: 10 drawn kilometres carry 8 of stakes. */
const stretched = network([{ toStake: 8000, anchors: [post(0, 0), post(8000, 10_000)] }])

const roads = {
  plain: { drawn: network([{}]), divided: false, last: 10_000 },
  shortChain: { drawn: shortChain, divided: false, last: 12_000 },
  longChain: { drawn: longChain, divided: false, last: 8000 },
  twice: { drawn: twice, divided: true, last: 10_000 },
  parted: { drawn: parted, divided: false, last: 20_000 },
  stretched: { drawn: stretched, divided: false, last: 8000 },
}
type RoadName = keyof typeof roads

function gapsOn(name: RoadName, given: ReturnType<typeof hazard>, facilities: readonly GapFacility[] = []) {
  const { drawn, divided, last } = roads[name]
  const on = [road({ divided, toStake: last, adminGrade: 'county' })]
  return evaluateGaps(facts({ hazards: [given], facilities, roads: on }, drawn))
}

const built = ({ proposal, hazardId }: Gap, changes: Partial<GapFacility> = {}): GapFacility => {
  const { kind, stake, direction, side, point } = proposal!
  return facility(stake, { kind, direction, side, point, hazardId, ...changes })
}

describe('before means before, as those who come drive', () => {
  test('over a chain break 200 m are driven metres, not a difference of stakes', () => {
    const behindTheBreak = hazard(6050, null, { direction: 'increasing' })
    expect(gapsOn('shortChain', behindTheBreak, [facility(3900)])).toEqual([])
    expect(gapsOn('shortChain', behindTheBreak, [facility(3840)])).toHaveLength(1)
    expect(gapsOn('shortChain', behindTheBreak)[0]!.proposal).toMatchObject({ stake: 3900, ahead: 150 })
    const beforeIt = hazard(3950, null, { direction: 'decreasing' })
    expect(gapsOn('shortChain', beforeIt, [facility(6100)])).toEqual([])
    expect(gapsOn('shortChain', beforeIt)[0]!.proposal).toMatchObject({ stake: 6100 })
  })

  test('of a stake that comes twice, the one where the hazard lies is warned', () => {
    const second = hazard(4100, null, { direction: 'increasing', point: at(6100) })
    const onFirst = facility(4000, { point: at(4000) })
    const beforeBreak = facility(5950, { point: at(5950) })
    expect(gapsOn('longChain', second, [onFirst])).toHaveLength(1)
    expect(gapsOn('longChain', second, [beforeBreak])).toEqual([])
    expect(gapsOn('longChain', second)[0]!.proposal).toMatchObject({ stake: 5950 })
  })

  test('where the scale is not one, drawn metres count', () => {
    const here = hazard(4000, null, { direction: 'increasing' })
    expect(gapsOn('stretched', here, [facility(3845)])).toEqual([])
    expect(gapsOn('stretched', here, [facility(3835)])).toHaveLength(1)
  })

  test('on a divided road the other carriageway warns nobody', () => {
    const both = hazard(5000)
    const gaps = gapsOn('twice', both, [facility(4900, { side: 'right' }), facility(5100, { side: 'right' })])
    expect(gaps.map(({ direction }) => direction)).toEqual(['decreasing'])
    expect(
      gapsOn('twice', both, [facility(4900, { side: 'right' }), facility(5100, { side: 'left' })]),
    ).toEqual([])
    const [left] = gapsOn('twice', both, [facility(4900, { side: 'right' })])
    expect(left!.proposal).toMatchObject({ side: 'left', direction: 'decreasing', ahead: 150 })
    expect(left!.proposal!.point![1]).toBeCloseTo(at(0, 30)[1], 6)
  })

  test('where the road begins too near, the proposal is its beginning and says so', () => {
    const [gap] = gapsOn('plain', hazard(60, null, { direction: 'increasing' }))
    expect(gap!.proposal).toMatchObject({ stake: 0, ahead: 60, isShort: false })
    const end = gapsOn('plain', hazard(9950, null, { direction: 'decreasing' }))[0]!
    expect(end.proposal).toMatchObject({ stake: 10_000, ahead: 50, isShort: false })
    const bump = facility(30, { kind: 'speed_bump', direction: 'increasing' })
    const [short] = evaluateGaps(facts({ facilities: [bump] }))
    expect(short!.proposal).toMatchObject({ stake: 0, ahead: 30, isShort: true })
    expect(short!.reason.zh).toContain('图上道路到此为止')
  })
})

describe('on any of these roads', () => {
  const anyRoad = fc.constantFrom(...(Object.keys(roads) as RoadName[]))
  // Whole numbers: doubles crowd around zero.
  const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000)
  const anyWay = fc.constantFrom('increasing' as const, 'decreasing' as const, 'both' as const)
  const length = fc.integer({ min: 0, max: 3000 })

  const hazardOn = (
    name: RoadName,
    along: number,
    long: number,
    direction: 'increasing' | 'decreasing' | 'both',
  ) => {
    const fromStake = Math.round(along * roads[name].last)
    return hazard(fromStake, Math.min(roads[name].last, fromStake + long), { direction })
  }

  test('what is proposed closes the gap it is proposed for, and none of the other direction', () => {
    fc.assert(
      fc.property(anyRoad, share, length, anyWay, (name, along, long, direction) => {
        const given = hazardOn(name, along, long, direction)
        const gaps = gapsOn(name, given)
        for (const gap of gaps) {
          const left = gapsOn(name, given, [built(gap)])
          expect(left.map(({ id }) => id)).toEqual(gaps.filter(({ id }) => id !== gap.id).map(({ id }) => id))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('planned, it answers the gap; the place is before the hazard and no farther than the rule says', () => {
    fc.assert(
      fc.property(anyRoad, share, length, anyWay, (name, along, long, direction) => {
        const given = hazardOn(name, along, long, direction)
        for (const gap of gapsOn(name, given)) {
          // Without a place on the line there is no before.
          if (gap.proposal!.point !== null) {
            expect(gap.proposal!.ahead).toBeGreaterThanOrEqual(0)
            expect(gap.proposal!.ahead).toBeLessThanOrEqual(200)
          }
          const again = gapsOn(name, given, [built(gap, { state: 'planned' })])
          expect(again.find(({ id }) => id === gap.id)!.answered?.kind).toBe('facility')
        }
      }),
      { numRuns: 200 },
    )
  })

  test('a hazard that the drawn road has asks for something in every direction that meets it', () => {
    fc.assert(
      fc.property(anyRoad, share, (name, along) => {
        const stake = Math.round(along * roads[name].last)
        const found = gapsOn(name, hazard(stake))
          .map(({ direction }) => direction)
          .sort()
        // A short chain has no such stake, and the gap between two parts neither.
        expect([['decreasing', 'increasing'], ['both']]).toContainEqual(found)
      }),
      { numRuns: 200 },
    )
  })
})
