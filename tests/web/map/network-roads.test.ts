import { describe, expect, test } from 'vitest'
import { buildRoadNetwork, type RoadInput } from '../../../api/roads/network/road-network.ts'
import { isSameNetwork } from '../../../web/src/map/network-roads.ts'
import { groundFeature, selectPoint, selectRoad, selectStake } from '../../../web/src/map/road-selection.ts'
import { roundedStake } from '../../../web/src/map/road-pointing.ts'

const straight = (shift = 0, anchorStake = 500): RoadInput => ({
  code: 'A',
  sections: [
    {
      sequence: 1,
      fromStake: 0,
      toStake: 1000,
      coordinates: [
        [107, 39],
        [107.005 + shift, 39],
        [107.01, 39],
      ],
      anchors: [{ stake: anchorStake, point: [107.005 + shift, 39] }],
    },
  ],
})
const network = buildRoadNetwork([straight()])

describe('the network of the database beside the one that shipped', () => {
  test('the same lines in another order, or rounded to a centimetre, are the same network', () => {
    const other: RoadInput = { ...straight(), code: 'B' }
    const [a, b] = [buildRoadNetwork([straight(), other]), buildRoadNetwork([other, straight(1e-8)])]
    expect(isSameNetwork(a, b)).toBe(true)
  })

  test('a vertex or an anchor that moved makes it another one', () => {
    expect(isSameNetwork(network, buildRoadNetwork([straight(0.0005)]))).toBe(false)
    expect(isSameNetwork(network, buildRoadNetwork([straight(0, 480)]))).toBe(false)
    expect(isSameNetwork(network, buildRoadNetwork([]))).toBe(false)
  })
})

describe('places on the ground that an address can name', () => {
  test('a stake is a point, a stretch and a road are lines', () => {
    expect(groundFeature(network, selectStake('A', 500))?.geometry).toMatchObject({ type: 'Point' })
    expect(groundFeature(network, selectStake('A', 100, 700))?.geometry.type).toBe('MultiLineString')
    expect(groundFeature(network, selectRoad('A'))?.geometry.type).toBe('MultiLineString')
    expect(groundFeature(network, selectPoint([107.1, 39.2]))?.geometry).toEqual({
      type: 'Point',
      coordinates: [107.1, 39.2],
    })
  })

  test('what the network does not have is nowhere', () => {
    expect(groundFeature(network, selectStake('A', 5000))).toBeUndefined()
    expect(groundFeature(network, selectRoad('Z'))).toBeUndefined()
  })
})

test('a click from afar gives a stake as round as it was pointed at, never one beyond the road', () => {
  expect(roundedStake(network, 'A', 437, 12)).toBe(400)
  expect(roundedStake(network, 'A', 437, 5)).toBe(440)
  expect(roundedStake(network, 'A', 437, 200)).toBe(0)
  const short = buildRoadNetwork([
    { ...straight(), sections: [{ ...straight().sections[0]!, toStake: 900 }] },
  ])
  expect(roundedStake(short, 'A', 880, 200)).toBe(880)
})
