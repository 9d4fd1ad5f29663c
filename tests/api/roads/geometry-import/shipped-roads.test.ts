import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceBetween, type LonLat } from '../../../../api/roads/network/geodesy.ts'
import { planRoadImport } from '../../../../api/roads/geometry-import/plan-road-import.ts'
import type { PresentRoad } from '../../../../api/roads/geometry-import/present-road.ts'
import {
  asImported,
  cutIntoPieces,
  seededRandom,
  shippedWays,
  shuffled,
} from '../../../fixtures/roads/road-files.ts'
import { readGisData, roadInputs, sectionFeatures } from '../network/banner-network.ts'

interface RoadRow {
  code: string
  name: string
  aliases: { name: string }[]
  fromStake: number
  toStake: number
  officialLengthKm: number
}

const rows = readGisData<{ roads: RoadRow[] }>('roads.json').roads

function presentRoad(code: string): PresentRoad {
  const row = rows.find((road) => road.code === code)!
  const { sections } = roadInputs.find((road) => road.code === code)!
  return {
    ...row,
    aliases: row.aliases.map(({ name }) => name),
    sections: sections.map((section) => ({ ...section, carriageway: 'both' })),
    anchors: sections.flatMap(({ sequence, anchors }) =>
      anchors.map((anchor) => ({
        ...anchor,
        section: sequence,
        method: 'interpolated' as const,
        note: null,
      })),
    ),
    chainBreaks: [],
  }
}

const lineOf = (code: string) =>
  sectionFeatures.find(({ properties }) => properties.road === code)!.geometry.coordinates

test('a shipped road, cut up and shuffled, is the road it was: nothing to change', () => {
  for (const { code } of rows) {
    const plan = planRoadImport(shippedWays([code], 1).map(asImported), presentRoad(code))
    expect(plan).toMatchObject({
      road: code,
      status: 'unchanged',
      leftOut: [],
      droppedAnchors: [],
      trimmed: [],
    })
    if (plan.status !== 'unchanged') throw new Error(plan.status)
    expect(plan.change!.metres).toBeLessThan(1)
  }
})

test('G110 keeps its two lines and the stakes at which they part', () => {
  const plan = planRoadImport(shippedWays(['G110'], 3).map(asImported), presentRoad('G110'))
  if (plan.status === 'refused') throw new Error(plan.refusal)
  expect(plan.sections.map(({ fromStake, toStake }) => [fromStake, toStake])).toEqual([
    [1_105_000, 1_147_819],
    [1_147_819, 1_149_000],
  ])
  expect(plan.gaps.map(({ metres }) => Math.round(metres / 100))).toEqual([31])
})

test('any cutting, turning and shuffling of G109 gives back the same line', { timeout: 60_000 }, () => {
  const shipped = lineOf('G109')
  const road = presentRoad('G109')
  const seeds = fc.tuple(fc.integer(), fc.double({ min: 0.01, max: 0.9, noNaN: true }))
  fc.assert(
    fc.property(seeds, ([seed, share]) => {
      const random = seededRandom(seed)
      const pieces = shuffled(cutIntoPieces(shipped, random, share), random)
      const ways = pieces.map((coordinates, id) => asImported({ id, ref: 'G109', coordinates }))
      const plan = planRoadImport(ways, road)
      if (plan.status === 'refused' || plan.sections.length !== 1) return false
      const found = plan.sections[0]!.coordinates
      return (
        found.length === shipped.length &&
        found.every((point, i) => distanceBetween(point, shipped[i]!) < 0.02)
      )
    }),
    { numRuns: 15 },
  )
})

/** Every point moved by up to so many metres, a better drawing of the same road. */
function redrawn(line: readonly LonLat[], metres: number): LonLat[] {
  const random = seededRandom(11)
  const shift = () => ((random() - 0.5) * 2 * metres) / 111_000
  return line.map(([longitude, latitude]) => [longitude + shift(), latitude + shift()])
}

test('a better line keeps the range of the road, and surveyed posts where they were surveyed', () => {
  const road = presentRoad('S313')
  const post: LonLat = lineOf('S313')[100]!
  const surveyed = { section: 1, stake: 236_000, point: post, method: 'surveyed' as const, note: '公里桩' }
  const ways = [asImported({ id: 1, ref: 'S313', coordinates: redrawn(lineOf('S313'), 40) })]
  const plan = planRoadImport(ways, { ...road, anchors: [...road.anchors, surveyed] })
  if (plan.status !== 'ready') throw new Error(plan.status)
  const [section] = plan.sections
  expect([section!.fromStake, section!.toStake]).toEqual([210_000, 288_000])
  expect(section!.anchors.map(({ stake }) => stake).sort()).toEqual([210_000, 236_000, 288_000])
  expect(section!.anchors.find(({ stake }) => stake === 236_000)!.point).toEqual(
    post.map((degrees) => Number(degrees.toFixed(7))),
  )
  expect(plan.change!.metres).toBeGreaterThan(20)
  expect(plan.change!.metres).toBeLessThan(60)
})

test('a line that goes on beyond the last stake is cut there', () => {
  const line = lineOf('G109')
  const [a, b] = [line[line.length - 2]!, line[line.length - 1]!]
  const beyond: LonLat = [b[0] + 5 * (b[0] - a[0]), b[1] + 5 * (b[1] - a[1])]
  const plan = planRoadImport(
    [asImported({ id: 1, ref: 'G109', coordinates: [...line, beyond] })],
    presentRoad('G109'),
  )
  if (plan.status === 'refused') throw new Error(plan.refusal)
  expect(plan.trimmed).toHaveLength(1)
  expect(plan.status).toBe('unchanged')
})

test('a post that contradicts the others is not kept, and said so', () => {
  const road = presentRoad('CAYJ')
  const wrong = {
    section: 1,
    stake: 70_000,
    point: lineOf('CAYJ')[20]!,
    method: 'interpolated' as const,
    note: null,
  }
  const right = [30, 60, 120].map((vertex) => ({
    ...wrong,
    stake: vertex * 250,
    point: lineOf('CAYJ')[vertex]!,
  }))
  const plan = planRoadImport(shippedWays(['CAYJ'], 5).map(asImported), {
    ...road,
    anchors: [...road.anchors, wrong, ...right],
  })
  if (plan.status === 'refused') throw new Error(plan.refusal)
  expect(plan.droppedAnchors).toEqual([{ stake: 70_000, reason: 'order' }])
})
