import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { pointBeside } from '../../../api/demo/accident-point.ts'
import { followPoint, followStretch } from '../../../api/road-editing/follow-stake.ts'
import { distanceBetween, type LonLat } from '../../../api/roads/network/geodesy.ts'
import { stakeToPoint, stakeToPoints } from '../../../api/roads/network/linear-referencing.ts'
import { buildRoadNetwork } from '../../../api/roads/network/road-network.ts'

const line: readonly LonLat[] = [
  [107.9, 39.05],
  [107.95, 39.06],
  [108, 39.05],
]
const road = (given: {
  coordinates?: readonly LonLat[]
  anchors?: { stake: number; point: LonLat }[]
  jump?: number
}) =>
  buildRoadNetwork([
    {
      code: 'L0001',
      chainBreaks: given.jump === undefined ? [] : [{ atStake: 4000, jump: given.jump }],
      sections: [
        {
          sequence: 1,
          fromStake: 0,
          toStake: 9000,
          coordinates: given.coordinates ?? line,
          anchors: given.anchors ?? [],
        },
      ],
    },
  ])
const before = road({})
const after = road({ anchors: [{ stake: 5000, point: [107.95, 39.06] }] })
const there = { road: 'L0001', before, after }
const back = { road: 'L0001', before: after, after: before }

describe('a record that follows its stake', () => {
  test('on the line it stands exactly on the new place', () => {
    const point = stakeToPoint(before, 'L0001', 2500)!.point
    expect(followPoint(there, 2500, point)).toEqual(stakeToPoint(after, 'L0001', 2500)!.point)
  })

  test('there and back it is where it was to the last bit, on the line and beside it', () => {
    const beside = fc.record({
      stake: fc.integer({ min: 10, max: 8990 }),
      offset: fc.integer({ min: -25_000, max: 25_000 }).map((millimetres) => millimetres / 1000),
    })
    fc.assert(
      fc.property(beside, ({ stake, offset }) => {
        const point = pointBeside(before, 'L0001', stake, offset)!
        const moved = followPoint(there, stake, point)!
        const place = stakeToPoint(after, 'L0001', stake)!.point
        expect(Math.abs(distanceBetween(moved, place) - Math.abs(offset))).toBeLessThan(0.01)
        expect(followPoint(back, stake, moved)).toEqual(point)
      }),
      { seed: 11, numRuns: 500 },
    )
  })

  test('of two places of one stake it keeps its own', () => {
    const twice = road({ jump: -500 })
    const shifted = road({ jump: -500, coordinates: line.map(([lon, lat]) => [lon, lat + 0.001] as const) })
    const places = (network: typeof twice) => stakeToPoints(network, 'L0001', 3800).map(({ point }) => point)
    expect(places(twice)).toHaveLength(2)
    places(twice).forEach((point, i) =>
      expect(followPoint({ road: 'L0001', before: twice, after: shifted }, 3800, point)).toEqual(
        places(shifted)[i],
      ),
    )
  })

  test('a stake that the road no longer has leaves it without a place, and its return gives it one', () => {
    const skipped = road({ jump: 500 })
    const point = stakeToPoint(before, 'L0001', 4200)!.point
    expect(followPoint({ road: 'L0001', before, after: skipped }, 4200, point)).toBeNull()
    expect(followPoint({ road: 'L0001', before: skipped, after: before }, 4200, null)).toEqual(point)
  })

  test('a stretch becomes the line between its stakes, a single stake a point, none where both are gone', () => {
    expect(followStretch(there, 1000, 3000)?.type).toBe('LineString')
    expect(followStretch(there, 1000, 1000)?.type).toBe('Point')
    expect(followStretch(there, 1000, null)?.type).toBe('Point')
    expect(followStretch(there, 20_000, 21_000)).toBeNull()
    const parted = { road: 'L0001', before, after: road({ jump: 500 }) }
    expect(followStretch(parted, 3900, 4600)).not.toBeNull()
  })
})
