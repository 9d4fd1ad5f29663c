import { describe, expect, test } from 'vitest'
import { distanceBetween, type LonLat } from '../../../api/roads/network/geodesy.ts'
import { buildRoadNetwork, type RoadInput } from '../../../api/roads/network/road-network.ts'
import { isRepeatedStake, snapToRoad, stepAlong } from '../../../web/src/map/snap-to-road.ts'

/** Ten kilometres due east on the 39th parallel: 0.0001° of longitude are about 8.65 m. */
const east = (lat: number): LonLat[] => [
  [107, lat],
  [107.05785, lat],
  [107.1157, lat],
]
const section = (lat: number) => ({
  ...{ sequence: 1, fromStake: 0, toStake: 10_000, anchors: [] },
  coordinates: east(lat),
})
const networkOf = (...roads: RoadInput[]) => buildRoadNetwork(roads)
const straight = { code: 'G1', sections: [section(39)] }
const near = { within: 200, step: 1 }

describe('a place drawn along its road', () => {
  test('goes to the nearest spot of the line, in whole metres', () => {
    const network = networkOf(straight)
    const snapped = snapToRoad(network, { road: 'G1' }, [107.05785, 39.0009], near)!
    expect(snapped.stake).toBe(5000)
    expect(distanceBetween(snapped.point, [107.05785, 39])).toBeLessThan(1)
  })

  test('is read as round as it was pointed at', () => {
    const network = networkOf(straight)
    const at = (step: number) => snapToRoad(network, { road: 'G1' }, [107.0291, 39], { within: 200, step })!
    expect([1, 10, 100].map((step) => at(step).stake)).toEqual([2515, 2520, 2500])
    // The point belongs to the stake that is told, not to the finger.
    expect(distanceBetween(at(100).point, at(1).point)).toBeCloseTo(15, 0)
  })

  test('stays where it was when the pointer is too far off, whatever other road lies there', () => {
    const network = networkOf(straight, { code: 'S2', sections: [section(39.003)] })
    expect(snapToRoad(network, { road: 'G1' }, [107.05, 39.003], near)).toBeUndefined()
    expect(snapToRoad(network, { road: 'G1' }, [107.05, 39.0016], near)?.point[1]).toBe(39)
    expect(snapToRoad(network, { road: 'X9' }, [107.05, 39], near)).toBeUndefined()
  })

  test('ends at the ends of the road, at a stake that the road has', () => {
    const network = networkOf({
      code: 'G1',
      sections: [{ ...section(39), fromStake: 12, toStake: 9987 }],
    })
    const beyond = { within: 200, step: 100 }
    const [first, last] = [106.9985, 107.1172].map((lon) =>
      snapToRoad(network, { road: 'G1' }, [lon, 39], beyond),
    )
    expect([first?.stake, last?.stake]).toEqual([12, 9987])
    expect(last!.point[0]).toBeCloseTo(107.1157, 6)
  })

  test('of a divided road keeps its carriageway, however near the other one is', () => {
    const network = networkOf({
      code: 'G1',
      sections: [
        { ...section(39), carriageway: 'right' },
        { ...section(39.0004), sequence: 2, carriageway: 'left' },
      ],
    })
    const finger: LonLat = [107.05785, 39.0004]
    const on = (carriageway: 'left' | 'right') =>
      snapToRoad(network, { road: 'G1', carriageway }, finger, near)!.point[1]
    expect(on('right')).toBe(39)
    expect(on('left')).toBe(39.0004)
    const left = { road: 'G1', carriageway: 'left' } as const
    expect(stepAlong(network, left, { stake: 5000, point: finger }, 100)).toMatchObject({
      stake: 5100,
      point: [expect.any(Number), 39.0004],
    })
  })
})

describe('at a chain break', () => {
  const anchors = (stakes: readonly (readonly [number, number])[]) =>
    stakes.map(([stake, lon]) => ({ stake, point: [lon, 39] as const }))

  test('no stake is given that the chain skips, on either side of the jump', () => {
    const network = networkOf({
      code: 'G1',
      chainBreaks: [{ atStake: 5000, jump: 300 }],
      sections: [
        {
          ...section(39),
          toStake: 10_300,
          anchors: anchors([
            [0, 107],
            [10_300, 107.1157],
          ]),
        },
      ],
    })
    const stakes = [107.0577, 107.0578, 107.0579, 107.058].map(
      (lon) => snapToRoad(network, { road: 'G1' }, [lon, 39], { within: 200, step: 10 })!.stake,
    )
    for (const stake of stakes) expect(stake <= 5000 || stake >= 5300).toBe(true)
    expect(stakes[0]).toBeLessThan(5001)
    expect(stakes.at(-1)).toBeGreaterThan(5299)
    const before = snapToRoad(network, { road: 'G1' }, [107.05774, 39], near)!
    const after = stepAlong(network, { road: 'G1' }, before, 100)!
    expect(after.stake).toBeGreaterThan(5300)
    expect(distanceBetween(before.point, after.point)).toBeCloseTo(100, 0)
  })

  test('a stake that comes twice stays on the side of the finger', () => {
    const network = networkOf({
      code: 'G1',
      chainBreaks: [{ atStake: 5000, jump: -200 }],
      sections: [
        {
          ...section(39),
          toStake: 9800,
          anchors: anchors([
            [0, 107],
            [9800, 107.1157],
          ]),
        },
      ],
    })
    const [first, second] = [107.0567, 107.059].map((lon) =>
      snapToRoad(network, { road: 'G1' }, [lon, 39], near)!,
    )
    expect(Math.abs(first!.stake - second!.stake)).toBeLessThan(10)
    expect(distanceBetween(first!.point, second!.point)).toBeGreaterThan(190)
    expect(isRepeatedStake(network, { road: 'G1' }, first!.stake)).toBe(true)
    expect(isRepeatedStake(network, { road: 'G1' }, 3000)).toBe(false)
  })
})

test('keys go on by even stakes and stop at the end of the road', () => {
  const network = networkOf(straight)
  const from = snapToRoad(network, { road: 'G1' }, [107.05785, 39], near)!
  expect(stepAlong(network, { road: 'G1' }, from, 10)?.stake).toBe(5010)
  expect(stepAlong(network, { road: 'G1' }, from, -100)?.stake).toBe(4900)
  expect(stepAlong(network, { road: 'G1' }, from, 60_000)?.stake).toBe(10_000)
})
