import { describe, expect, test } from 'vitest'
import { buildRoadNetwork } from '../../../api/roads/network/road-network.ts'
import { shippedNetwork } from '../../../web/src/map/shipped-roads.ts'
import { stakeTicks, stepOf, tickLabel } from '../../../web/src/map/stake-ticks.ts'

/** Two kilometres of stakes drawn on a line of about one, running east. */
const stretched = buildRoadNetwork([
  {
    code: 'G1',
    sections: [
      {
        sequence: 1,
        fromStake: 9_950,
        toStake: 12_000,
        coordinates: [
          [107, 39],
          [107.012, 39],
        ],
        anchors: [],
      },
    ],
  },
])

describe('stake ticks', () => {
  test('stand at every hundred metres of stake, not of drawn line', () => {
    const stakes = stakeTicks(stretched).features.map(({ properties }) => properties.stake)
    expect(stakes[0]).toBe(10_000)
    expect(stakes.at(-1)).toBe(12_000)
    expect(stakes).toHaveLength(21)
  })

  test('lie evenly between the anchors of the road', () => {
    const at = (stake: number) =>
      stakeTicks(stretched).features.find(({ properties }) => properties.stake === stake)!.geometry
        .coordinates[0]!
    expect(at(11_000)).toBeCloseTo(107 + (0.012 * 1_050) / 2_050, 6)
  })

  test('know the bearing of the road, so that they are drawn across it', () => {
    expect(stakeTicks(stretched).features[5]!.properties.bearing).toBe(90)
  })

  test('are named by the kilometre, and between kilometres by the metres only', () => {
    expect(tickLabel(1_046_000)).toBe('K1046')
    expect(tickLabel(1_046_500)).toBe('+500')
    expect(tickLabel(0)).toBe('K0')
  })

  test.each([
    [1_050_000, 50_000],
    [1_040_000, 10_000],
    [1_045_000, 5_000],
    [1_046_000, 1_000],
    [1_046_500, 500],
    [1_046_300, 100],
  ])('stake %i belongs to the step of %i m', (stake, step) => expect(stepOf(stake)).toBe(step))

  test('cover the official range of all five roads that ship with the map', () => {
    const ranges = new Map<string, [number, number]>()
    for (const { properties } of stakeTicks(shippedNetwork()).features) {
      const [from, to] = ranges.get(properties.road) ?? [properties.stake, properties.stake]
      ranges.set(properties.road, [Math.min(from, properties.stake), Math.max(to, properties.stake)])
    }
    expect(Object.fromEntries(ranges)).toEqual({
      G109: [930_000, 1_105_000],
      G110: [1_105_000, 1_149_000],
      S313: [210_000, 288_000],
      S216: [0, 118_000],
      CAYJ: [0, 76_000],
    })
  })
})
