import { describe, expect, test } from 'vitest'
import { distanceBetween, type LonLat } from '../../../../api/roads/network/geodesy.ts'
import { planRoadImport, type ImportOptions } from '../../../../api/roads/geometry-import/plan-road-import.ts'
import type { RoadImportPlan } from '../../../../api/roads/geometry-import/import-plan.ts'
import type { ImportedWay } from '../../../../api/roads/geometry-import/imported-way.ts'
import type { PresentRoad } from '../../../../api/roads/geometry-import/present-road.ts'
import { drawnAs, line, spot, undrawn, way } from './drawn-roads.ts'

const fromWest: ImportOptions = { start: spot(0, 0) }

function planned(
  ways: readonly ImportedWay[],
  options = fromWest,
  road: PresentRoad = undrawn,
): RoadImportPlan {
  const outcome = planRoadImport(ways, road, options)
  if (outcome.status === 'refused') throw new Error(outcome.refusal)
  return outcome
}

const metres = (plan: RoadImportPlan) => Math.round(plan.lengthMetres)
const kinds = (plan: RoadImportPlan) =>
  plan.leftOut.map(({ kind, ways }) => `${kind} ${ways.join(' ')}`).sort()

/** Every vertex of both lines where the other has one. */
function expectSameLine(found: readonly LonLat[], wanted: readonly LonLat[]) {
  expect(found.length).toBe(wanted.length)
  found.forEach((point, i) => expect(distanceBetween(point, wanted[i]!)).toBeLessThan(0.02))
}

describe('ways of one road', () => {
  test('are joined in the order of the road, whatever their order and direction in the file', () => {
    const ways = [
      way('3', line([4000, 300], [2000, 100])),
      way('1', line([0, 0], [1000, 0])),
      way('4', line([4000, 300], [6000, 0])),
      way('2', line([2000, 100], [1000, 0])),
    ]
    const plan = planned(ways)
    expect(plan.sections).toHaveLength(1)
    expectSameLine(
      plan.sections[0]!.coordinates,
      line([0, 0], [1000, 0], [2000, 100], [4000, 300], [6000, 0]),
    )
    expect(Math.round(plan.turnedMetres)).toBe(Math.round(1005 + 2010))
    expect(plan.gaps).toEqual([])
  })

  test('that miss one another by less than a metre are one line, by more than that a gap with its width', () => {
    const near = planned([way('1', line([0, 0], [1000, 0])), way('2', line([1000.6, 0], [2000, 0]))])
    expect(near.sections).toHaveLength(1)
    const far = planned([way('1', line([0, 0], [1000, 0])), way('2', line([1040, 0], [2000, 0]))])
    expect(far.sections).toHaveLength(2)
    expect(far.gaps.map((gap) => Math.round(gap.metres))).toEqual([40])
    expect(distanceBetween(far.gaps[0]!.from, spot(1000, 0))).toBeLessThan(0.1)
    expect(
      planned([way('1', line([0, 0], [1000, 0])), way('2', line([1040, 0], [2000, 0]))], {
        ...fromWest,
        tolerance: 50,
      }).sections,
    ).toHaveLength(1)
  })

  test('that branch off and end are left out, and named', () => {
    const plan = planned([
      way('main', line([0, 0], [1000, 0], [2000, 0], [3000, 0])),
      way('spur', line([1000, 0], [1000, 700])),
    ])
    expect(metres(plan)).toBe(3000)
    expect(kinds(plan)).toEqual(['branch spur'])
    expect(Math.round(plan.leftOut[0]!.lengthMetres)).toBe(700)
  })

  test('that go round the other way are left out as a loop', () => {
    const plan = planned([
      way('1', line([0, 0], [1000, 0])),
      way('through', line([1000, 0], [2000, 0])),
      way('round', line([1000, 0], [1200, 800], [1800, 800], [2000, 0])),
      way('2', line([2000, 0], [3000, 0])),
    ])
    expect(metres(plan)).toBe(3000)
    expect(kinds(plan)).toEqual(['loop round'])
  })

  test('pass a roundabout on its shorter side, whatever its traffic', () => {
    const ring = line([1000, 0], [1020, -30], [1060, -30], [1080, 0], [1060, 60], [1020, 60], [1000, 0])
    const plan = planned([
      way('1', line([0, 0], [1000, 0])),
      way('ring', ring.reverse(), { isRoundabout: true, oneway: 'forward' }),
      way('2', line([1080, 0], [2000, 0])),
    ])
    expect(metres(plan)).toBe(1000 + 36 + 40 + 36 + 920)
    expect(kinds(plan)).toEqual(['roundabout ring'])
  })

  test('that cross themselves keep their loop', () => {
    const plan = planned([
      way('1', line([0, 0], [1000, 0])),
      way('2', line([1000, 0], [2000, 0], [2000, 1000], [1000, 1000], [1000, 0])),
      way('3', line([1000, 0], [1000, -1500])),
    ])
    expect(plan.sections).toHaveLength(1)
    expect(metres(plan)).toBe(1000 + 4000 + 1500)
    expect(plan.leftOut).toEqual([])
  })

  test('that stand in the file twice count once', () => {
    const main = line([0, 0], [1000, 0], [2000, 0])
    const plan = planned([
      way('1', main),
      way('again', [...main].reverse()),
      way('beside', line([2, 1], [1998, 1])),
    ])
    expect(metres(plan)).toBe(2000)
    expect(kinds(plan)).toEqual(['duplicate again', 'duplicate beside'])
  })

  test('bear the number of the road on their ramps without being it', () => {
    const plan = planned([
      way('1', line([0, 0], [2000, 0])),
      way('ramp', line([2000, 0], [2500, 400]), { isLink: true }),
    ])
    expect(metres(plan)).toBe(2000)
    expect(kinds(plan)).toEqual(['link ramp'])
  })
})

describe('a divided road', () => {
  const right = way('right', line([1000, 0], [1100, -15], [2900, -15], [3000, 0]), { oneway: 'forward' })
  const left = way('left', line([3000, 0], [2900, 15], [1100, 15], [1000, 0]), { oneway: 'forward' })
  const ways = [way('1', line([0, 0], [1000, 0])), left, right, way('2', line([3000, 0], [4000, 0]))]

  test('is one line, that of the carriageway of growing stakes', () => {
    const plan = planned(ways)
    expect(plan.sections.map(({ carriageway }) => carriageway)).toEqual(['both'])
    expect(plan.againstMetres).toBe(0)
    expect(kinds(plan)).toEqual(['carriageway left'])
    expectSameLine(plan.sections[0]!.coordinates.slice(2, 4), line([1100, -15], [2900, -15]))
  })

  test('follows the other carriageway when the stakes begin at the other end', () => {
    const plan = planned(ways, { start: spot(4000, 0) })
    expect(kinds(plan)).toEqual(['carriageway right'])
    expectSameLine(plan.sections[0]!.coordinates.slice(2, 4), line([2900, 15], [1100, 15]))
    expect(plan.againstMetres).toBe(0)
  })

  test('is drawn twice where it is divided when both carriageways are asked for, with the same stakes', () => {
    const plan = planned(ways, { ...fromWest, carriageways: true })
    expect(plan.sections.map(({ carriageway }) => carriageway)).toEqual(['both', 'right', 'left', 'both'])
    const [, r, l] = plan.sections
    expect([l!.fromStake, l!.toStake]).toEqual([r!.fromStake, r!.toStake])
    expectSameLine(l!.coordinates, line([1000, 0], [1100, 15], [2900, 15], [3000, 0]))
    expect(metres(plan)).toBe(Math.round(2000 + 1800 + 2 * Math.hypot(100, 15)))
  })

  test('whose carriageways end apart at the border does not turn round where they meet', () => {
    const plan = planned([
      way('1', line([0, 0], [500, 0])),
      way('right', line([500, 0], [600, -15], [9000, -15]), { oneway: 'forward' }),
      way('left', line([9000, 15], [600, 15], [500, 0]), { oneway: 'forward' }),
    ])
    expect(metres(plan)).toBe(Math.round(500 + Math.hypot(100, 15) + 8400))
    expect(kinds(plan)).toEqual(['carriageway left'])
  })

  test('whose carriageways nowhere meet is known by them running side by side', () => {
    const apart = [
      way('north', line([3000, 20], [0, 20]), { oneway: 'forward' }),
      way('south', line([0, -20], [3000, -20]), { oneway: 'forward' }),
    ]
    expect(kinds(planned(apart))).toEqual(['carriageway north'])
    expect(kinds(planned(apart, { start: spot(3000, 0) }))).toEqual(['carriageway south'])
    expect(
      planned(apart, { ...fromWest, carriageways: true }).sections.map((section) => section.carriageway),
    ).toEqual(['right', 'left'])
  })
})

describe('the direction of the stakes', () => {
  const main = line([0, 0], [5000, 0])

  test('is that of the present line where there is one', () => {
    const plan = planned([way('1', [...main].reverse())], {}, drawnAs(line([0, 30], [5000, 30])))
    expect(distanceBetween(plan.sections[0]!.coordinates[0]!, spot(0, 0))).toBeLessThan(15)
    expect(Math.round(plan.change!.metres)).toBe(30)
  })

  test('is asked for where nothing tells it', () => {
    expect(planRoadImport([way('1', main)], undrawn)).toEqual({
      road: 'X618',
      status: 'refused',
      refusal: 'noStart',
    })
  })

  test('needs a first stake, and takes the last one from the length', () => {
    expect(planRoadImport([way('1', main)], { ...undrawn, fromStake: null }, fromWest)).toMatchObject({
      refusal: 'noStakes',
    })
    const plan = planned([way('1', main)], { ...fromWest, from: 12_000 }, { ...undrawn, fromStake: null })
    expect(plan.sections.map(({ fromStake, toStake }) => [fromStake, toStake])).toEqual([[12_000, 17_000]])
  })
})

describe('the border', () => {
  const square = line([0, -5000], [5000, -5000], [5000, 5000], [0, 5000], [0, -5000])

  test('cuts what lies beyond it and its margin', () => {
    const plan = planned([way('1', line([-9000, 0], [9000, 0]))], {
      ...fromWest,
      outline: { rings: [square], margin: 500 },
    })
    expect(metres(plan)).toBe(6000)
    expect(distanceBetween(plan.sections[0]!.coordinates[0]!, spot(-500, 0))).toBeLessThan(0.2)
  })

  test('parts a road that leaves and comes back', () => {
    const plan = planned([way('1', line([1000, 0], [1000, 7000], [4000, 7000], [4000, 0]))], {
      start: spot(1000, 0),
      outline: { rings: [square], margin: 0 },
    })
    expect(plan.sections).toHaveLength(2)
    expect(plan.gaps.map((gap) => Math.round(gap.metres / 100))).toEqual([30])
  })

  test('refuses a file of elsewhere', () => {
    const outline = { rings: [square], margin: 500 }
    expect(
      planRoadImport([way('1', line([90_000, 0], [95_000, 0]))], undrawn, { ...fromWest, outline }),
    ).toMatchObject({ refusal: 'outside' })
    expect(
      planRoadImport([way('1', line([0, 0], [95_000, 0]), { refs: ['X61'] })], undrawn, fromWest),
    ).toMatchObject({ refusal: 'nothingFound' })
  })
})
