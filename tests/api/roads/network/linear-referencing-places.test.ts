import { describe, expect, test } from 'vitest'
import { distanceBetween, type LonLat } from '../../../../api/roads/network/geodesy.ts'
import {
  pointToStakes,
  stakeToPoint,
  stakeToPoints,
  stretchToLine,
  type StakeCandidate,
} from '../../../../api/roads/network/linear-referencing.ts'
import { buildRoadNetwork } from '../../../../api/roads/network/road-network.ts'
import { at, network, section, tenKilometres } from './drawn-roads.ts'

const short = (candidates: readonly StakeCandidate[]) =>
  candidates.map(({ stake, side, grade }) => [Math.round(stake), side, grade])
const lengthOf = (line: readonly LonLat[]) =>
  line.slice(1).reduce((sum, point, i) => sum + distanceBetween(line[i]!, point), 0)

describe('a divided road that is drawn once for each carriageway', () => {
  const shifted = (north: number) => tenKilometres.map((_, i) => at(i * 1000, north))
  const twenty = network([
    { carriageway: 'right', coordinates: shifted(-10) },
    { carriageway: 'left', coordinates: shifted(10) },
  ])

  test('a point beside them is one place, on the nearer carriageway', () => {
    const candidates = pointToStakes(twenty, at(4000, 25))
    expect(short(candidates)).toEqual([[4000, 'left', 'good']])
    expect(candidates[0]).toMatchObject({ carriageway: 'left' })
    expect(pointToStakes(twenty, at(4000, -3))[0]).toMatchObject({ carriageway: 'right', grade: 'good' })
  })

  test('a stake is one place too, on the carriageway asked for', () => {
    expect(stakeToPoints(twenty, 'X1', 4000).map(({ carriageway }) => carriageway)).toEqual(['right'])
    const [left] = stakeToPoints(twenty, 'X1', 4000, { carriageway: 'left' })
    expect(left!.point).toEqual(at(4000, 10))
    expect(stakeToPoint(twenty, 'X1', 4000, { carriageway: 'right' })!.point).toEqual(at(4000, -10))
  })

  test('a stretch is drawn on the carriageway asked for, or on both', () => {
    expect(stretchToLine(twenty, 'X1', 2000, 5000)).toHaveLength(2)
    const lines = stretchToLine(twenty, 'X1', 2000, 5000, { carriageway: 'left' })
    expect(lines).toHaveLength(1)
    expect(lines[0]![0]).toEqual(at(2000, 10))
  })

  test('carriageways with stakes of their own are still one place where they run side by side', () => {
    const own = network([
      { carriageway: 'right', coordinates: shifted(-10) },
      { carriageway: 'left', coordinates: shifted(10), fromStake: 700, toStake: 10_700 },
    ])
    expect(short(pointToStakes(own, at(4000, 15)))).toEqual([[4700, 'left', 'good']])
    expect(short(pointToStakes(own, at(4000, -15)))).toEqual([[4000, 'right', 'good']])
  })

  test('carriageways far apart are two places of a stake', () => {
    const apart = network([
      { carriageway: 'right', coordinates: shifted(-300) },
      { carriageway: 'left', coordinates: shifted(300) },
    ])
    expect(stakeToPoints(apart, 'X1', 4000)).toHaveLength(2)
    expect(stakeToPoints(apart, 'X1', 4000, { carriageway: 'left' })).toHaveLength(1)
  })

  test('where only one line is drawn, either carriageway is found on it', () => {
    const once = network([{}])
    expect(stakeToPoint(once, 'X1', 4000, { carriageway: 'left' })).toBeDefined()
    expect(stretchToLine(once, 'X1', 0, 1000, { carriageway: 'right' })).toHaveLength(1)
    const rightOnly = network([{ carriageway: 'right' }])
    expect(stakeToPoint(rightOnly, 'X1', 4000, { carriageway: 'left' })).toBeDefined()
  })
})

describe('a road that comes by twice', () => {
  /** Out along y = 0, back along y = 120: the apex is 2 km to the east. */
  const hairpin = network([{ toStake: 4120, coordinates: [at(0), at(2000), at(2000, 120), at(0, 120)] }])

  test('between the legs of a hairpin both stakes are offered and neither is trusted', () => {
    expect(short(pointToStakes(hairpin, at(500, 55)))).toEqual([
      [500, 'left', 'ambiguous'],
      [3620, 'left', 'ambiguous'],
    ])
  })

  test('nearer to one leg by more than anybody can tell apart, only that leg is meant', () => {
    expect(short(pointToStakes(hairpin, at(500, 20)))).toEqual([[500, 'left', 'good']])
  })

  test('the legs of a bend drawn with a single vertex are told apart as well', () => {
    const sharp = network([{ toStake: 4000, coordinates: [at(0, -40), at(2000), at(0, 40)] }])
    expect(short(pointToStakes(sharp, at(500))).map(([, , grade]) => grade)).toEqual([
      'ambiguous',
      'ambiguous',
    ])
  })

  test('at the crossing of a small loop both stakes are offered', () => {
    const loop = network([
      { toStake: 1600, coordinates: [at(-500), at(100), at(100, 100), at(0, 100), at(0, -500)] },
    ])
    const stakes = pointToStakes(loop, at(0)).map(({ stake }) => Math.round(stake / 100))
    expect(stakes).toHaveLength(2)
    expect(Math.abs(stakes[0]! - stakes[1]!)).toBeGreaterThan(3)
  })

  test('a roundabout no wider than a phone’s error is one place', () => {
    const circle = Array.from({ length: 13 }, (_, i) =>
      at(12 - 12 * Math.cos((i * Math.PI) / 6), 12 * Math.sin((i * Math.PI) / 6)),
    )
    const roundabout = network([{ toStake: 1075, coordinates: [at(-1000), ...circle, at(0, -20)] }])
    expect(pointToStakes(roundabout, at(12))).toHaveLength(1)
  })
})

describe('gaps and joints', () => {
  const west = { fromStake: 0, toStake: 4000, coordinates: tenKilometres.slice(0, 5) }

  test('where two sections meet, their common stake is one place', () => {
    const joined = network([west, { fromStake: 4000, toStake: 10_000, coordinates: tenKilometres.slice(4) }])
    expect(stakeToPoints(joined, 'X1', 4000)).toHaveLength(1)
    expect(pointToStakes(joined, at(4000, 10))).toHaveLength(1)
  })

  test('the stake on both sides of a gap is two places, and between them the nearer side answers', () => {
    const parted = network([west, { fromStake: 4000, toStake: 9000, coordinates: tenKilometres.slice(5) }])
    expect(stakeToPoints(parted, 'X1', 4000)).toHaveLength(2)
    expect(pointToStakes(parted, at(4400))[0]).toMatchObject({ section: 1, grade: 'none' })
    expect(pointToStakes(parted, at(4600))[0]).toMatchObject({ section: 2 })
  })
})

describe('beside the line', () => {
  const bend = network([{ toStake: 2000, coordinates: [at(0), at(1000), at(200, 600)] }])

  test('outside a left turn sharper than a right angle is right of the road, whichever leg is asked', () => {
    for (const outside of [at(1040, 5), at(1040, -5), at(1030, 30)])
      expect(pointToStakes(bend, outside)[0]).toMatchObject({ side: 'right' })
    expect(pointToStakes(bend, at(850, 50))[0]).toMatchObject({ side: 'left' })
  })

  test('a phone on the road is in its centre', () => {
    expect(pointToStakes(bend, at(500, 0.4))[0]).toMatchObject({ side: 'centre', grade: 'good' })
  })

  test('two roads at a junction are both offered, the nearer first', () => {
    const crossing = buildRoadNetwork([
      { code: 'X1', sections: [section()] },
      {
        code: 'Y2',
        sections: [section({ coordinates: [at(5000, -2000), at(5000, 2000)], toStake: 4000 })],
      },
    ])
    const near = pointToStakes(crossing, at(5010, 5))
    expect(near.map(({ road, grade }) => [road, grade])).toEqual([
      ['X1', 'ambiguous'],
      ['Y2', 'ambiguous'],
    ])
    expect(pointToStakes(crossing, at(5060, 5)).map(({ grade }) => grade)).toEqual(['good', 'fair'])
  })

  test('the same candidates are found whatever distance is asked, but for those beyond it', () => {
    const all = pointToStakes(bend, at(300, 230), { maximumDistance: 50_000 })
    expect(pointToStakes(bend, at(300, 230), { maximumDistance: 300 })).toEqual(all)
    expect(pointToStakes(bend, at(300, 230), { maximumDistance: 200 })).toEqual([])
  })
})

test('a stretch is as long as its stakes say in the scale of each kilometre', () => {
  const scaled = network([{ anchors: [{ stake: 5000, point: at(4000) }] }])
  const [line] = stretchToLine(scaled, 'X1', 4000, 6000)
  expect(lengthOf(line!)).toBeCloseTo(800 + 1200, 0)
})
