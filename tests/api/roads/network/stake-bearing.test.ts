import { describe, expect, test } from 'vitest'
import { withPlacesAlong } from '../../../../api/roads/network/places-along.ts'
import { buildRoadNetwork } from '../../../../api/roads/network/road-network.ts'
import { bearingAt } from '../../../../api/roads/network/stake-bearing.ts'
import { bannerNetwork } from './banner-network.ts'
import { read, roadNames } from '../stakes/stake-roads.ts'

/** Ten kilometres due east, then ten due north. */
const corner = buildRoadNetwork([
  {
    code: 'L',
    sections: [
      {
        sequence: 1,
        fromStake: 0,
        toStake: 20_000,
        coordinates: [
          [107, 39],
          [107.1155, 39],
          [107.1155, 39.0901],
        ],
        anchors: [],
      },
    ],
  },
])

describe('how a road runs at a stake', () => {
  test('eastwards, northwards, and between the two at the corner', () => {
    expect(bearingAt(corner, 'L', 5000)).toBeCloseTo(90, 0)
    expect(bearingAt(corner, 'L', 15_000)! % 360).toBeCloseTo(0, 0)
    expect(bearingAt(corner, 'L', 10_000)).toBeCloseTo(45, 0)
  })

  test('the ends of the road count with what there is of it', () => {
    expect(bearingAt(corner, 'L', 0)).toBeCloseTo(90, 0)
    expect(bearingAt(corner, 'L', 20_000)! % 360).toBeCloseTo(0, 0)
  })

  test('a stake that is nowhere and a road without a line have none', () => {
    expect(bearingAt(corner, 'L', 90_000)).toBeUndefined()
    expect(bearingAt(corner, 'X614', 1000)).toBeUndefined()
  })

  test('on G109 由东向西 means growing stakes', () => {
    const context = { bearingAt: (road: string, stake: number) => bearingAt(bannerNetwork, road, stake) }
    expect(read('沿109国道由东向西行驶至1046公里加200米处', context).direction).toBe('increasing')
    expect(read('G109 K1046+200处向东约500米', context)).toMatchObject({ from: 1_045_700, precision: 100 })
  })
})

describe('places along the roads', () => {
  const places = [
    { name: '镇上', point: [107.0577, 39.01] as const },
    { name: '远处', point: [107.0577, 39.2] as const },
  ]

  test('a place near a road has a stake on it, one far away has none', () => {
    const [road] = withPlacesAlong([{ code: 'L', name: '弯路', aliases: [] }], corner, places)
    expect(road?.placesAlong).toHaveLength(1)
    expect(road?.placesAlong?.[0]?.name).toBe('镇上')
    expect(road?.placesAlong?.[0]?.stake).toBeCloseTo(5000, -2)
  })

  test('every road keeps its own places only', () => {
    const [first] = withPlacesAlong(roadNames, corner, places)
    expect(first?.placesAlong).toEqual([])
  })
})
