import { describe, expect, test } from 'vitest'
import { apart } from '../../../api/surroundings/apart.ts'
import { buildRoadNetwork } from '../../../api/roads/network/road-network.ts'
import { at, network, post, section, tenKilometres } from '../roads/network/drawn-roads.ts'

const record = (fromStake: number | null, toStake = fromStake, road: string | null = 'X1') => ({
  ...{ road, fromStake, toStake, point: null },
})

describe('how far one record is from another', () => {
  const straightRoad = network([{}])

  test('along the road, from the near end of a stretch, and which way', () => {
    const stretch = record(3000, 4000)
    expect(apart(straightRoad, stretch, record(2600), 400)).toMatchObject({
      along: 'before',
      measuredBy: 'road',
    })
    expect(apart(straightRoad, stretch, record(2600), 400)!.distance).toBeCloseTo(400, 0)
    expect(apart(straightRoad, stretch, record(3500), 0)).toEqual({
      ...{ distance: 0, measuredBy: 'road', along: 'within' },
    })
    expect(apart(straightRoad, stretch, record(4450), 450)).toMatchObject({ along: 'after' })
  })

  test('on a road that bends back, the way along it counts and not the way through the air', () => {
    const hairpin = network([{ toStake: 4000, coordinates: [at(0), at(2000), at(2000, 100), at(0, 100)] }])
    expect(apart(hairpin, record(500), record(3600), 100)!.distance).toBeGreaterThan(2900)
  })

  test('over a chain break the stakes differ by more than the way', () => {
    const broken = network(
      [{ toStake: 12_000, anchors: [post(0, 0), post(4000, 4000), post(6000, 4000), post(12_000, 10_000)] }],
      [{ atStake: 4000, jump: 2000 }],
    )
    expect(apart(broken, record(3900), record(6200), 300)!.distance).toBeCloseTo(300, 0)
  })

  test('off the network the straight distance is given and called so; without a point nothing is', () => {
    expect(apart(straightRoad, record(3000), record(null, null, null), 320)).toEqual({
      ...{ distance: 320, measuredBy: 'straight', along: null },
    })
    expect(apart(straightRoad, record(3000), record(null, null, null), null)).toBeUndefined()
  })

  test('another road is near only where the two meet', () => {
    const two = buildRoadNetwork([
      { code: 'X1', sections: [section()] },
      { code: 'X2', sections: [section({ coordinates: tenKilometres.map((_, i) => at(5000, i * 1000)) })] },
    ])
    expect(apart(two, record(5000), record(100, 100, 'X2'), 100)).toMatchObject({ measuredBy: 'straight' })
    expect(apart(two, record(5000), record(300, 300, 'X2'), 300)).toBeUndefined()
  })
})
