import { stakeAtMeasure } from '../../../../api/roads/network/calibration.ts'
import { degreeLength, type LonLat } from '../../../../api/roads/network/geodesy.ts'
import type { NetworkSection, RoadNetwork } from '../../../../api/roads/network/road-network.ts'
import {
  candidatesFrom,
  type StakeCandidate,
  type StakeFoot,
} from '../../../../api/roads/network/stake-candidates.ts'

interface Measured {
  readonly section: NetworkSection
  readonly vertex: number
  readonly share: number
  readonly distance: number
  readonly startDistance: number
  readonly isLeft: boolean
}

function everySegment(section: NetworkSection, [longitude, latitude]: LonLat): Measured[] {
  const degree = degreeLength(latitude)
  const plane = Array.from(section.longitudes, (x, i) => [
    (x - longitude) * degree.east,
    (section.latitudes[i]! - latitude) * degree.north,
  ])
  return plane.slice(1).map(([bx, by], vertex) => {
    const [ax, ay] = plane[vertex]!
    const [dx, dy] = [bx! - ax!, by! - ay!]
    const share = Math.min(1, Math.max(0, -(ax! * dx + ay! * dy) / (dx * dx + dy * dy)))
    const distance = Math.hypot(ax! + share * dx, ay! + share * dy)
    return {
      section,
      vertex,
      share,
      distance,
      startDistance: Math.hypot(ax!, ay!),
      isLeft: dy * ax! - dx * ay! > 0,
    }
  })
}

function footOf({ section, vertex, share, isLeft }: Measured): StakeFoot {
  const between = (values: Float64Array) => values[vertex]! + share * (values[vertex + 1]! - values[vertex]!)
  const { road, sequence, carriageway, calibration } = section
  const stake = stakeAtMeasure(calibration, between(section.measures))
  const point = [between(section.longitudes), between(section.latitudes)] as const
  return { road, section: sequence, carriageway, stake, point, isLeft }
}

/** Every segment of every road measured, without an index: the nearest of each run that stays within 30 m of the nearest. */
export function locateByBruteForce(
  network: RoadNetwork,
  point: LonLat,
  maximumDistance: number,
): StakeCandidate[] {
  const feet: StakeFoot[] = []
  for (const sections of network.sectionsByRoad.values()) {
    const all = sections.map((section) => everySegment(section, point))
    const nearest = Math.min(...all.flat().map(({ distance }) => distance))
    if (nearest > maximumDistance) continue
    const limit = nearest > 250 ? nearest : nearest + 30
    for (const segments of all) {
      const runs: Measured[][] = []
      for (const segment of segments) {
        if (segment.distance > limit) continue
        const last = runs[runs.length - 1]
        const goesOn =
          last?.[last.length - 1]!.vertex === segment.vertex - 1 && segment.startDistance <= limit
        if (goesOn) last!.push(segment)
        else runs.push([segment])
      }
      for (const run of runs) {
        const best = run.reduce((a, b) => (b.distance < a.distance ? b : a))
        if (best.distance <= maximumDistance) feet.push(footOf(best))
      }
    }
  }
  return candidatesFrom(feet, point)
}
