import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { courseOf, isMetOn, passageOn, placeOnCourse, travels } from '../../../../api/roads/network/course.ts'
import { distanceBetween } from '../../../../api/roads/network/geodesy.ts'
import { at, network, post, tenKilometres } from './drawn-roads.ts'

const stretch = (fromStake: number, toStake = fromStake) => ({
  ...{ fromStake, toStake, direction: null, side: null, point: null },
})
const plain = network([{}])
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
const twice = network([
  { toStake: 10_000, carriageway: 'right' },
  { toStake: 10_000, carriageway: 'left', coordinates: tenKilometres.map((_, i) => at(i * 1000, 30)) },
])
const parted = network([
  { toStake: 10_000 },
  { fromStake: 12_000, toStake: 22_000, coordinates: tenKilometres.map((_, i) => at(11_500 + i * 1000)) },
])
const roads = { plain, shortChain, longChain, twice, parted }
const course = (road: keyof typeof roads, travel: 'increasing' | 'decreasing', divided = road === 'twice') =>
  courseOf(roads[road], 'X1', travel, divided)!

describe('a road as one direction drives it', () => {
  test('what has the smaller stakes comes first for growing stakes, last for falling ones', () => {
    expect(passageOn(course('plain', 'increasing'), stretch(3000, 4000))!.entry).toBeCloseTo(3000, 0)
    const back = passageOn(course('plain', 'decreasing'), stretch(3000, 4000))!
    expect([Math.round(back.entry), Math.round(back.exit)]).toEqual([6000, 7000])
  })

  test('over a short chain two hundred metres are two hundred metres, whatever the stakes say', () => {
    for (const travel of travels) {
      const way = course('shortChain', travel)
      const [a, b] = [passageOn(way, stretch(3900))!, passageOn(way, stretch(6100))!]
      expect(Math.abs(a.entry - b.entry)).toBeCloseTo(200, 0)
    }
    const ahead = placeOnCourse(course('shortChain', 'increasing'), 4000 - 150)
    expect(ahead.stake).toBe(3850)
    const after = placeOnCourse(course('shortChain', 'decreasing'), 10_000 - 4100)
    expect(after.stake).toBe(6100)
    expect(passageOn(course('shortChain', 'increasing'), stretch(5000))).toBeUndefined()
  })

  test('a stake that a long chain repeats is the one where the record lies', () => {
    const way = course('longChain', 'increasing')
    expect(passageOn(way, { ...stretch(5000), point: at(6950) })!.entry).toBeCloseTo(7000, 0)
    expect(passageOn(way, { ...stretch(5000), point: at(5020) })!.entry).toBeCloseTo(5000, 0)
  })

  test('before the beginning of the road is its beginning, in either direction', () => {
    expect(placeOnCourse(course('plain', 'increasing'), -120)).toMatchObject({ at: 0, stake: 0 })
    expect(placeOnCourse(course('plain', 'decreasing'), -120)).toMatchObject({ stake: 10_000 })
  })

  test('between two drawn parts no stake is invented', () => {
    const way = course('parted', 'increasing')
    expect(placeOnCourse(way, 10_400)).toMatchObject({ stake: 10_000 })
    expect(placeOnCourse(way, 11_300)).toMatchObject({ stake: 12_000 })
  })

  test('each direction drives its own carriageway, and what stands there only', () => {
    expect(placeOnCourse(course('twice', 'increasing'), 3000).point[1]).toBeCloseTo(at(0)[1], 9)
    expect(placeOnCourse(course('twice', 'decreasing'), 3000).point[1]).toBeCloseTo(at(0, 30)[1], 9)
    const met = (divided: boolean, side: 'left' | 'right' | 'centre') =>
      travels.map((travel) =>
        isMetOn(course('twice', travel, divided), { ...stretch(0), direction: 'both', side }),
      )
    expect([met(true, 'right'), met(true, 'left'), met(true, 'centre'), met(false, 'left')]).toEqual([
      [true, false],
      [false, true],
      [true, true],
      [true, true],
    ])
    const forOne = { ...stretch(0), direction: 'decreasing' as const }
    expect(travels.map((travel) => isMetOn(course('plain', travel), forOne))).toEqual([false, true])
  })
})

describe('on any of these roads, in any direction', () => {
  const anyRoad = fc.constantFrom(...(Object.keys(roads) as (keyof typeof roads)[]))
  const anyTravel = fc.constantFrom(...travels)
  // Whole numbers: doubles crowd around zero.
  const metres = fc.integer({ min: 0, max: 99_000 }).map((tenths) => tenths / 10)

  test('the place so many metres on has a stake of the road, and that stake lies there', () => {
    fc.assert(
      fc.property(anyRoad, anyTravel, metres, (road, travel, driven) => {
        const way = course(road, travel)
        const place = placeOnCourse(way, driven)
        const back = passageOn(way, { ...stretch(place.stake), point: place.point })!
        // A stake is a whole metre.
        expect(Math.abs(back.entry - place.at)).toBeLessThanOrEqual(1.01)
      }),
      { numRuns: 400 },
    )
  })

  test('on a straight road the metres driven are the metres apart', () => {
    fc.assert(
      fc.property(anyRoad, anyTravel, metres, metres, (road, travel, a, b) => {
        const way = course(road, travel)
        const [one, other] = [placeOnCourse(way, a), placeOnCourse(way, b)]
        expect(Math.abs(one.at - other.at)).toBeCloseTo(distanceBetween(one.point, other.point), 0)
      }),
      { numRuns: 300 },
    )
  })

  test('what is upstream for one direction is downstream for the other', () => {
    const stake = fc.integer({ min: 0, max: 10_000 })
    fc.assert(
      fc.property(stake, stake, (a, b) => {
        const before = travels.map((travel) => {
          const way = course('plain', travel)
          return passageOn(way, stretch(a))!.entry - passageOn(way, stretch(b))!.entry
        })
        expect(before[0]! + before[1]!).toBeCloseTo(0, 6)
      }),
    )
  })
})
