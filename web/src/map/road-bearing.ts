import { measuresAtStake } from '../../../api/roads/network/calibration.ts'
import { degreeLength, distanceBetween, type LonLat } from '../../../api/roads/network/geodesy.ts'
import type { RoadNetwork } from '../../../api/roads/network/road-network.ts'
import { pointAtMeasure } from '../../../api/roads/network/section-line.ts'

/** Metres of line ahead and behind: the bend one stands in, but not a single kinked vertex. */
const reach = 30

function bearingBetween(from: LonLat, to: LonLat): number | undefined {
  const degree = degreeLength((from[1] + to[1]) / 2)
  const [east, north] = [(to[0] - from[0]) * degree.east, (to[1] - from[1]) * degree.north]
  if (Math.hypot(east, north) < 1) return undefined
  return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360
}

/**
 * Degrees clockwise from north in which the stakes of a road grow where somebody stands. Of the places that bear the
 * stake (two carriageways, a long chain) the nearest is meant.
 */
export function bearingBeside(
  network: RoadNetwork,
  road: string,
  stake: number,
  from: LonLat,
): number | undefined {
  const places = (network.sectionsByRoad.get(road) ?? []).flatMap((section) =>
    measuresAtStake(section.calibration, stake).map((measure) => ({
      section,
      measure,
      away: distanceBetween(pointAtMeasure(section, measure), from),
    })),
  )
  const [nearest] = places.sort((a, b) => a.away - b.away)
  if (!nearest) return undefined
  const { section, measure } = nearest
  const behind = pointAtMeasure(section, Math.max(0, measure - reach))
  const ahead = pointAtMeasure(section, Math.min(section.length, measure + reach))
  return bearingBetween(behind, ahead)
}
