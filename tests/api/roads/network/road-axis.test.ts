import { describe, expect, test } from 'vitest'
import { placeOnAxis, placesOnAxis, roadAxis } from '../../../../api/roads/network/road-axis.ts'
import { at, network, post, tenKilometres } from './drawn-roads.ts'

const positions = (axis: ReturnType<typeof roadAxis>, stake: number) =>
  placesOnAxis(axis!, stake).map(({ position }) => Math.round(position))

describe('a road as it is driven', () => {
  test('across a short chain two stakes lie nearer to each other than their difference', () => {
    // K0–K4 drawn as 4 km; there the chainage jumps to K6 and goes on to K12 at 10 km.
    const axis = roadAxis(
      network(
        [
          {
            toStake: 12_000,
            anchors: [post(0, 0), post(4000, 4000), post(6000, 4000), post(12_000, 10_000)],
          },
        ],
        [{ atStake: 4000, jump: 2000 }],
      ),
      'X1',
    )
    const [before] = positions(axis, 3500)
    const [after] = positions(axis, 6500)
    expect(after! - before!).toBe(1000)
    expect(positions(axis, 5000)).toEqual([])
  })

  test('a stake that a long chain repeats is taken where the record lies', () => {
    const axis = roadAxis(
      network(
        [{ toStake: 8000, anchors: [post(0, 0), post(6000, 6000), post(4000, 6000), post(8000, 10_000)] }],
        [{ atStake: 6000, jump: -2000 }],
      ),
      'X1',
    )!
    expect(positions(axis, 5000)).toEqual([5000, 7000])
    expect(Math.round(placeOnAxis(axis, 5000, at(6900, 30))!.position)).toBe(7000)
    expect(Math.round(placeOnAxis(axis, 5000)!.position)).toBe(5000)
  })

  test('between two parts of a road the straight way counts, and a common end is one place', () => {
    const parts = network([
      { toStake: 10_000 },
      { fromStake: 12_000, toStake: 22_000, coordinates: tenKilometres.map((_, i) => at(11_500 + i * 1000)) },
    ])
    const axis = roadAxis(parts, 'X1')!
    expect(axis.length).toBeCloseTo(21_500, 0)
    expect(positions(axis, 12_000)).toEqual([11_500])
    const joined = roadAxis(
      network([
        { toStake: 10_000 },
        {
          fromStake: 10_000,
          toStake: 20_000,
          coordinates: tenKilometres.map((_, i) => at(10_000 + i * 1000)),
        },
      ]),
      'X1',
    )
    expect(positions(joined, 10_000)).toEqual([10_000])
  })

  test('each direction drives its own carriageway, and the other one only where its own is not drawn', () => {
    const north = tenKilometres.map((_, i) => at(i * 1000, 30))
    const twice = network([
      { toStake: 10_000, carriageway: 'right' },
      { toStake: 10_000, carriageway: 'left', coordinates: north },
    ])
    expect(placesOnAxis(roadAxis(twice, 'X1', 'increasing')!, 3000)[0]!.point[1]).toBeCloseTo(at(0, 0)[1], 9)
    expect(placesOnAxis(roadAxis(twice, 'X1', 'decreasing')!, 3000)[0]!.point[1]).toBeCloseTo(at(0, 30)[1], 9)
    const once = network([{ toStake: 10_000, carriageway: 'left' }])
    expect(roadAxis(once, 'X1', 'increasing')!.length).toBeCloseTo(10_000, 0)
  })

  test('a road that is only a name has no axis', () => {
    expect(roadAxis(network([{}]), 'L0001')).toBeUndefined()
  })
})
