import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distanceBetween, type LonLat } from '../../../../api/roads/network/geodesy.ts'
import {
  pointToStakes,
  stakeToPoint,
  stakeToPoints,
  stretchToLine,
} from '../../../../api/roads/network/linear-referencing.ts'
import { buildRoadNetwork } from '../../../../api/roads/network/road-network.ts'
import { bannerNetwork, roadInputs } from './banner-network.ts'

/** A straight road due east at 39° N from 108° E, some 8.66 km, officially 10 km long. */
const eastward = (
  anchors: { stake: number; point: LonLat }[] = [],
  chainBreaks: { atStake: number; jump: number }[] = [],
) =>
  buildRoadNetwork([
    {
      code: 'X1',
      chainBreaks,
      sections: [
        {
          sequence: 1,
          fromStake: 0,
          toStake: 10_000,
          coordinates: [
            [108, 39],
            [108.05, 39],
            [108.1, 39],
          ],
          anchors,
        },
      ],
    },
  ])

describe('the five roads', () => {
  test('every 100 m of every road comes back within 1 m, that road among the candidates', () => {
    let checked = 0
    for (const { code, sections } of roadInputs)
      for (
        let stake = sections[0]!.fromStake;
        stake <= sections[sections.length - 1]!.toStake;
        stake += 100
      ) {
        const place = stakeToPoint(bannerNetwork, code, stake)!
        const rounded: LonLat = [Number(place.point[0].toFixed(7)), Number(place.point[1].toFixed(7))]
        const back = pointToStakes(bannerNetwork, rounded).filter(({ road }) => road === code)
        const best = Math.min(...back.map((candidate) => Math.abs(candidate.stake - stake)))
        expect(best, `${code} ${stake}`).toBeLessThan(1)
        checked++
      }
    expect(checked).toBe(1751 + 441 + 781 + 1181 + 761)
  })

  test('the official range holds from end to end although the drawn lines are shorter or longer', () => {
    for (const { code, sections } of roadInputs) {
      const first = sections[0]!
      const last = sections[sections.length - 1]!
      expect(stakeToPoint(bannerNetwork, code, first.fromStake)!.point).toEqual(first.coordinates[0])
      const end = stakeToPoints(bannerNetwork, code, last.toStake)
      expect(end[end.length - 1]!.point).toEqual(last.coordinates[last.coordinates.length - 1])
      expect(stakeToPoint(bannerNetwork, code, first.fromStake - 1)).toBeUndefined()
      expect(stakeToPoint(bannerNetwork, code, last.toStake + 1)).toBeUndefined()
    }
  })

  test('where G110 leaves the banner its stake K1147+819 stands at both ends of the gap', () => {
    const [before, after] = stakeToPoints(bannerNetwork, 'G110', 1_147_819)
    expect(distanceBetween(before!.point, after!.point)).toBeGreaterThan(3000)
    expect(stretchToLine(bannerNetwork, 'G110', 1_147_000, 1_148_500)).toHaveLength(2)
  })

  test('on the first kilometres that S216 and the Cha’ao road share, both are offered as ambiguous', () => {
    const { point } = stakeToPoint(bannerNetwork, 'S216', 4000)!
    const candidates = pointToStakes(bannerNetwork, point)
    expect(
      candidates
        .slice(0, 2)
        .map(({ road }) => road)
        .sort(),
    ).toEqual(['CAYJ', 'S216'])
    expect(candidates.slice(0, 2).map(({ grade }) => grade)).toEqual(['ambiguous', 'ambiguous'])
  })

  test('a stretch has the length of its stakes, scaled by drawn over official length', () => {
    const [line] = stretchToLine(bannerNetwork, 'G109', 1_046_200, 1_047_900)
    const length = line!.slice(1).reduce((sum, point, i) => sum + distanceBetween(line![i]!, point), 0)
    expect(length).toBeCloseTo((1700 * 173_952) / 175_000, -1)
  })

  test('a point anywhere is answered without throwing, best first', () => {
    const anywhere = fc.tuple(
      fc.double({ min: 106, max: 109.5, noNaN: true }),
      fc.double({ min: 38, max: 40.5, noNaN: true }),
    )
    fc.assert(
      fc.property(anywhere, (point) => {
        const distances = pointToStakes(bannerNetwork, point, { maximumDistance: 20_000 }).map(
          ({ distance }) => distance,
        )
        expect(distances).toEqual([...distances].sort((a, b) => a - b))
      }),
    )
    expect(pointToStakes(bannerNetwork, [Number.NaN, 39])).toEqual([])
  })
})

describe('stakes along a line', () => {
  test('a surveyed post is exactly where its stake leads, and stakes beside it count from it', () => {
    const post: LonLat = [108.04, 39.0001]
    const network = eastward([{ stake: 5000, point: post }])
    expect(stakeToPoint(network, 'X1', 5000)!.point).toEqual(post)
    expect(stakeToPoint(network, 'X1', 2500)!.point[0]).toBeCloseTo(108.02, 6)
    expect(stakeToPoint(network, 'X1', 7500)!.point[0]).toBeCloseTo(108.07, 6)
  })

  test('a short chain skips stakes: none of them exists, and those behind it go on from the jump', () => {
    const network = eastward([], [{ atStake: 4000, jump: 2000 }])
    expect(stakeToPoint(network, 'X1', 5000)).toBeUndefined()
    expect(stakeToPoint(network, 'X1', 4000)!.point[0]).toBeCloseTo(108.05, 6)
    expect(stakeToPoint(network, 'X1', 6000)!.point[0]).toBeCloseTo(108.05, 6)
  })

  test('a long chain repeats stakes: both places are given', () => {
    const network = eastward([], [{ atStake: 6000, jump: -2000 }])
    const longitudes = stakeToPoints(network, 'X1', 5000).map(({ point }) => point[0])
    expect(longitudes[0]).toBeCloseTo(108 + 0.1 * (5 / 12), 6)
    expect(longitudes[1]).toBeCloseTo(108 + 0.1 * (7 / 12), 6)
    expect(stretchToLine(network, 'X1', 4500, 5500)).toHaveLength(2)
  })

  test('right of the stake-increasing direction is positive', () => {
    const [south] = pointToStakes(eastward(), [108.02, 38.999])
    expect(south).toMatchObject({ road: 'X1', side: 'right', grade: 'fair' })
    expect(south!.offset).toBeCloseTo(111, 0)
    expect(south!.stake).toBeCloseTo(2000, 3)
    const [north] = pointToStakes(eastward(), [108.02, 39.0003])
    expect(north!.offset).toBeCloseTo(-33.3, 1)
    expect(north).toMatchObject({ side: 'left', grade: 'good' })
  })

  test('a road that crosses itself offers both of its stakes at the crossing', () => {
    const loop: LonLat[] = [
      [108, 39],
      [108.1, 39],
      [108.1, 39.05],
      [108.05, 39.05],
      [108.05, 38.95],
    ]
    const network = buildRoadNetwork([
      {
        code: 'L1',
        sections: [{ sequence: 1, fromStake: 0, toStake: 30_000, coordinates: loop, anchors: [] }],
      },
    ])
    const candidates = pointToStakes(network, [108.05, 39], { maximumDistance: 1000 })
    expect(candidates).toHaveLength(2)
    expect(candidates.every(({ grade }) => grade === 'ambiguous')).toBe(true)
  })

  test('far from every road nothing is proposed, near enough to see it is graded none', () => {
    expect(pointToStakes(eastward(), [108.05, 39.2])).toEqual([])
    expect(pointToStakes(eastward(), [108.05, 39.005])[0]).toMatchObject({ grade: 'none' })
  })

  test('a stretch given backwards is the same line, and one without length is none', () => {
    const network = eastward()
    expect(stretchToLine(network, 'X1', 7000, 3000)).toEqual(stretchToLine(network, 'X1', 3000, 7000))
    expect(stretchToLine(network, 'X1', 3000, 3000)).toEqual([])
    expect(stretchToLine(network, 'X9', 0, 1000)).toEqual([])
  })
})
