import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../api/db/id.ts'
import { seededRandom } from '../../../fixtures/roads/road-files.ts'
import { systemActor } from '../../../../api/http/actor.ts'
import {
  ensureCalibratedLines,
  refreshCalibratedLines,
} from '../../../../api/roads/network/calibrated-line.commands.ts'
import { distanceBetween, type LonLat } from '../../../../api/roads/network/geodesy.ts'
import {
  pointToStakes,
  stakeToPoints,
  type StakeCandidate,
} from '../../../../api/roads/network/linear-referencing.ts'
import type { RoadNetwork } from '../../../../api/roads/network/road-network.ts'
import { insertSection } from '../../../../api/roads/road-section.queries.ts'
import { loadRoadNetwork } from '../../../../api/roads/road.queries.ts'
import { pointAtMeasure } from '../../../../api/roads/network/section-line.ts'
import { pointsToStakes, stakesToPoints } from '../../../../api/roads/network/stake-locating.queries.ts'
import { openTestDatabase } from '../../../harness/open-test-database.ts'
import type { TestDatabase } from '../../../harness/test-home.ts'
import { at } from './drawn-roads.ts'

let database: TestDatabase
let network: RoadNetwork
beforeAll(async () => {
  database = await openTestDatabase({ template: 'gis' })
  network = await loadRoadNetwork(database.db)
})
afterAll(() => database.close())

/** On the road, in the fields beside it and up to some kilometres off, in equal parts. */
const scatters = [0.00001, 0.0006, 0.01, 0.06]

function scatteredPoints(roads: RoadNetwork, count: number, random: () => number): LonLat[] {
  return Array.from({ length: count }, (_, i) => {
    const section = roads.sections[Math.floor(random() * roads.sections.length)]!
    const [x, y] = pointAtMeasure(section, random() * section.length)
    const scatter = scatters[i % scatters.length]!
    return [x + (random() - 0.5) * scatter, y + (random() - 0.5) * scatter]
  })
}

const within = (a: number, b: number) => Math.abs(a - b) <= 0.1

function agree(a: readonly StakeCandidate[], b: readonly StakeCandidate[]): boolean {
  return (
    a.length === b.length &&
    a.every((each, i) => {
      const other = b[i]!
      return (
        each.road === other.road &&
        each.section === other.section &&
        each.carriageway === other.carriageway &&
        within(each.stake, other.stake) &&
        within(each.offset, other.offset) &&
        each.side === other.side &&
        each.grade === other.grade
      )
    })
  )
}

/** The points on which the database and the pure code differ in any candidate. */
async function differing(roads: RoadNetwork, points: readonly LonLat[], maximumDistance: number) {
  const answers = await pointsToStakes(database.db, points, { maximumDistance })
  return points.flatMap((point, i) => {
    const expected = pointToStakes(roads, point, { maximumDistance })
    return agree(answers[i]!, expected) ? [] : [{ point, expected, answer: answers[i] }]
  })
}

async function differingStakes(roads: RoadNetwork, stakes: readonly { road: string; stake: number }[]) {
  const answers = await stakesToPoints(database.db, stakes)
  return stakes.filter(({ road, stake }, i) => {
    const expected = stakeToPoints(roads, road, stake)
    const isSame = (each: (typeof expected)[number], n: number) =>
      distanceBetween(each.point, answers[i]![n]!.point) < 0.1
    return answers[i]!.length !== expected.length || !expected.every(isSame)
  })
}

describe('the five roads', () => {
  test('10,000 points near and off the roads have the same candidates in the database and in pure code', async () => {
    const points = scatteredPoints(network, 10_000, seededRandom(1))
    expect(points.filter((point) => pointToStakes(network, point).length > 1).length).toBeGreaterThan(300)
    expect(await differing(network, points, 2000)).toEqual([])
  })

  test('10,000 stakes lie on the same points', async () => {
    const random = seededRandom(2)
    const stakes = Array.from({ length: 10_000 }, (_, i) => {
      const { road, fromStake, toStake } = network.sections[i % network.sections.length]!
      return { road, stake: Math.round((fromStake - 50 + random() * (toStake - fromStake + 100)) * 10) / 10 }
    })
    expect(await differingStakes(network, stakes)).toEqual([])
  })

  test('far off, and where there is no such place', async () => {
    const far: LonLat[] = [
      [108, 38.2],
      [0, 0],
      [108, 91],
    ]
    expect(await differing(network, far, 20_000)).toEqual([])
    expect(await stakesToPoints(database.db, [{ road: 'G999', stake: 1 }])).toEqual([[]])
    expect(await pointsToStakes(database.db, [])).toEqual([])
  })
})

describe('a road of two carriageways that crosses itself, with posts and chain breaks', () => {
  const road = { id: newId(), code: 'X900' }
  const loop = [at(0), at(3000), at(3000, 1500), at(1500, 1500), at(1500, -900), at(700, -700)]
  const left = loop.map(([x, y]): [number, number] => [x - 0.0001, y + 0.00015])
  const posts = [
    { stake: 1000, point: at(1040, 6) },
    { stake: 3500, point: at(3000, 1480) },
    { stake: 3400, point: at(2600, 1500) },
  ]
  let drawn: RoadNetwork

  const section = (sequence: number, carriageway: 'left' | 'right', coordinates: readonly LonLat[]) => ({
    id: newId(),
    road: road.code,
    sequence,
    carriageway,
    fromStake: 0,
    toStake: 8000,
    line: { type: 'LineString' as const, coordinates: coordinates.map(([x, y]): [number, number] => [x, y]) },
    source: 'test',
    qualityNote: '',
    anchors: posts.map(({ stake, point }) => ({
      id: newId(),
      stake,
      point,
      method: 'surveyed' as const,
      note: null,
    })),
  })

  beforeAll(async () => {
    const stamp = { at: new Date('2026-11-23T02:00:00Z'), by: systemActor.id }
    const life = { created_at: stamp.at, created_by: stamp.by, valid_from: '2026-01-01' }
    await database.db.transaction().execute(async (trx) => {
      await trx
        .insertInto('road')
        .values({
          ...road,
          name: '',
          name_en: '',
          aliases: '[]',
          admin_grade: 'county',
          confidence: '',
          quality_note: '',
          sort: 99,
          divided: false,
          created_at: stamp.at,
          created_by: stamp.by,
          updated_at: stamp.at,
          updated_by: stamp.by,
        })
        .execute()
      await insertSection(trx, section(1, 'right', loop), '2026-01-01', stamp)
      await insertSection(trx, section(2, 'left', left), '2026-01-01', stamp)
      const jumps = [
        { at_stake: 3600, jump: -400 },
        { at_stake: 5000, jump: 300 },
      ]
      await trx
        .insertInto('chain_break')
        .values(jumps.map((jump) => ({ id: newId(), road_code: road.code, ...jump, ...life })))
        .execute()
      await refreshCalibratedLines(trx, [road.code])
    })
    drawn = await loadRoadNetwork(database.db)
  })

  test('the database gives the same candidates', async () => {
    const own = { ...drawn, sections: drawn.sectionsByRoad.get(road.code)! }
    const points = scatteredPoints(own, 3000, seededRandom(3))
    expect(
      points.filter((point) => pointToStakes(drawn, point)[0]?.carriageway === 'left').length,
    ).toBeGreaterThan(500)
    for (const maximumDistance of [20, 300, 2000])
      expect(await differing(drawn, points, maximumDistance)).toEqual([])
  })

  test('and the same points for stakes that come twice and stakes that are skipped', async () => {
    const stakes = Array.from({ length: 1000 }, (_, i) => ({ road: road.code, stake: i * 10 }))
    const counts = stakes.map(({ stake }) => stakeToPoints(drawn, road.code, stake).length)
    expect(new Set(counts)).toEqual(new Set([0, 1, 2]))
    expect(await differingStakes(drawn, stakes)).toEqual([])
  })

  test('lines that were changed behind the service’s back are made anew at its next start, once', async () => {
    const { db } = database
    expect(await ensureCalibratedLines(db)).toBe(false)
    await db.updateTable('chain_break').set({ valid_to: '2026-02-01' }).where('at_stake', '=', 3600).execute()
    expect(await ensureCalibratedLines(db)).toBe(true)
    expect(await ensureCalibratedLines(db)).toBe(false)
    const stakes = Array.from({ length: 100 }, (_, i) => ({ road: road.code, stake: i * 100 }))
    expect(await differingStakes(await loadRoadNetwork(db), stakes)).toEqual([])
  })
})
