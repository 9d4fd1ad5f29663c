import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stakeAtMeasure } from '../../../../api/roads/network/calibration.ts'
import { distanceBetween, type LonLat } from '../../../../api/roads/network/geodesy.ts'
import {
  pointToStakes,
  stakeToPoints,
  stretchToLine,
} from '../../../../api/roads/network/linear-referencing.ts'
import {
  buildRoadNetwork,
  type NetworkSection,
  type RoadInput,
} from '../../../../api/roads/network/road-network.ts'
import { pointAtMeasure } from '../../../../api/roads/network/section-line.ts'
import { bannerNetwork } from './banner-network.ts'
import { locateByBruteForce } from './brute-force-locating.ts'
import { at } from './drawn-roads.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const place = fc
  .tuple(fc.integer({ min: -4000, max: 4000 }), fc.integer({ min: -4000, max: 4000 }))
  .map(([east, north]) => at(east, north))

/** Anything that somebody may enter: posts anywhere near, out of order, breaks that contradict each other. */
const anySection = fc.record({
  fromStake: fc.integer({ min: 0, max: 5000 }),
  length: fc.integer({ min: 1, max: 20_000 }),
  coordinates: fc.array(place, { minLength: 1, maxLength: 12 }),
  anchors: fc.array(fc.record({ stake: fc.integer({ min: 0, max: 25_000 }), point: place }), {
    maxLength: 6,
  }),
  carriageway: fc.constantFrom('both', 'left', 'right'),
})
const anyBreak = fc.record({
  atStake: fc.integer({ min: 0, max: 20_000 }),
  jump: fc.integer({ min: -3000, max: 3000 }),
})
const anyRoads: fc.Arbitrary<RoadInput[]> = fc
  .array(
    fc.record({
      sections: fc.array(anySection, { minLength: 1, maxLength: 3 }),
      chainBreaks: fc.array(anyBreak, { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((roads) =>
    roads.map(({ sections, chainBreaks }, i) => ({
      code: `X${i}`,
      chainBreaks,
      sections: sections.map(({ length, ...section }, sequence) => ({
        ...section,
        sequence,
        toStake: section.fromStake + length,
      })),
    })),
  )

const isNear = (a: LonLat, b: LonLat, metres: number) => distanceBetween(a, b) <= metres
const placesOf = (network: ReturnType<typeof buildRoadNetwork>, section: NetworkSection, stake: number) =>
  stakeToPoints(network, section.road, stake, { carriageway: section.carriageway })

describe('on any roads, with any posts and chain breaks', () => {
  test('every place of the line has a stake, and that stake leads back to it', () => {
    fc.assert(
      fc.property(anyRoads, share, (roads, along) => {
        const network = buildRoadNetwork(roads)
        for (const section of network.sections) {
          const measure = along * section.length
          const stake = stakeAtMeasure(section.calibration, measure)
          const point = pointAtMeasure(section, measure)
          // Two sections of one carriageway may lie on each other: then either stands for both.
          const found = placesOf(network, section, stake)
          expect(found.some((each) => isNear(each.point, point, 1.1))).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the nearest candidate of a point on a road lies at the point, and every candidate on its own stake', () => {
    fc.assert(
      fc.property(anyRoads, share, (roads, along) => {
        const network = buildRoadNetwork(roads)
        for (const section of network.sections) {
          const point = pointAtMeasure(section, along * section.length)
          const candidates = pointToStakes(network, point)
          expect(candidates[0]!.distance).toBeLessThan(0.01)
          expect(candidates.some(({ road, distance }) => road === section.road && distance < 0.01)).toBe(true)
          for (const { road, stake, carriageway, point: foot } of candidates) {
            const places = stakeToPoints(network, road, stake, { carriageway })
            expect(places.some((each) => isNear(each.point, foot, 1.1))).toBe(true)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a fitted line never turns back: pieces follow each other from end to end', () => {
    fc.assert(
      fc.property(anyRoads, (roads) => {
        for (const { calibration, length } of buildRoadNetwork(roads).sections) {
          expect(calibration[0]!.fromMeasure).toBe(0)
          expect(calibration[calibration.length - 1]!.toMeasure).toBe(length)
          calibration.forEach((piece, i) => {
            expect(piece.toMeasure).toBeGreaterThan(piece.fromMeasure)
            expect(piece.toStake).toBeGreaterThanOrEqual(piece.fromStake)
            if (i > 0) expect(piece.fromMeasure).toBe(calibration[i - 1]!.toMeasure)
          })
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a stretch begins and ends at places of its stakes', () => {
    fc.assert(
      fc.property(anyRoads, share, share, (roads, from, to) => {
        const network = buildRoadNetwork(roads)
        const [section] = network.sections
        if (!section) return
        const stakes = [from, to].map((each) => stakeAtMeasure(section.calibration, each * section.length))
        const ends = stakes.flatMap((stake) =>
          stakeToPoints(network, section.road, stake).map(({ point }) => point),
        )
        const lines = stretchToLine(network, section.road, stakes[0]!, stakes[1]!)
        if (Math.abs(stakes[0]! - stakes[1]!) > 1) expect(lines.length).toBeGreaterThan(0)
        expect(ends.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('the index', () => {
  const rounded = (candidates: ReturnType<typeof pointToStakes>) =>
    candidates.map(({ road, section, stake, offset, grade }) => ({
      road,
      section,
      stake: Math.round(stake * 1000),
      distance: Math.round(Math.abs(offset) * 1000),
      grade,
    }))

  test('finds what measuring every segment finds, on any roads', () => {
    fc.assert(
      fc.property(anyRoads, fc.array(place, { minLength: 5, maxLength: 5 }), (roads, points) => {
        const network = buildRoadNetwork(roads)
        for (const point of points)
          for (const maximumDistance of [200, 2000, 30_000])
            expect(rounded(pointToStakes(network, point, { maximumDistance }))).toEqual(
              rounded(locateByBruteForce(network, point, maximumDistance)),
            )
      }),
      { numRuns: 200 },
    )
  })

  test('finds it on the five roads, near them, far from them and outside the banner', () => {
    const anywhere = fc.tuple(
      fc.double({ min: 105.5, max: 110, noNaN: true }),
      fc.double({ min: 37.5, max: 41, noNaN: true }),
    )
    const beside = fc
      .tuple(fc.nat({ max: bannerNetwork.sections.length - 1 }), share, fc.tuple(share, share))
      .map(([index, along, [east, north]]): LonLat => {
        const section = bannerNetwork.sections[index]!
        const [x, y] = pointAtMeasure(section, along * section.length)
        return [x + (east - 0.5) * 0.02, y + (north - 0.5) * 0.02]
      })
    fc.assert(
      fc.property(
        fc.oneof(anywhere, beside),
        fc.constantFrom(250, 2000, 20_000),
        (point, maximumDistance) => {
          expect(rounded(pointToStakes(bannerNetwork, point, { maximumDistance }))).toEqual(
            rounded(locateByBruteForce(bannerNetwork, point, maximumDistance)),
          )
        },
      ),
      { numRuns: 400 },
    )
  })
})
