import { anchorResiduals } from './network/anchor-residuals.ts'
import type { RoadCalibration } from './road-calibration.schema.ts'
import type { ChainBreak, RoadSection, RoadWithGeometry } from './road.schema.ts'

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals))
const orNull = (value: number | null, decimals: number) =>
  value === null || !Number.isFinite(value) ? null : rounded(value, decimals)

/** What a jump adds to the stakes is no length. */
function stakedLength({ fromStake, toStake }: RoadSection, breaks: readonly ChainBreak[]): number {
  const within = breaks.filter(({ atStake }) => atStake > fromStake && atStake < toStake)
  return toStake - fromStake - within.reduce((sum, { jump }) => sum + jump, 0)
}

function calibratedSection(road: RoadWithGeometry, section: RoadSection) {
  const { sequence, carriageway, fromStake, toStake, lengthMetres, validFrom, coordinates } = section
  const anchors = road.anchors.filter((anchor) => anchor.section === sequence)
  const residuals = anchorResiduals(
    { road: road.code, sequence, carriageway, fromStake, toStake, coordinates, anchors },
    road.chainBreaks,
  )
  const staked = stakedLength(section, road.chainBreaks)
  return {
    sequence,
    carriageway,
    fromStake,
    toStake,
    lengthMetres: rounded(lengthMetres, 1),
    scale: staked > 0 ? rounded(lengthMetres / staked, 4) : 0,
    validFrom,
    anchors: anchors.map((anchor, i) => {
      const fit = residuals[i]!
      return {
        ...anchor,
        lateral: orNull(fit.lateral, 1),
        residual: orNull(fit.residual, 1),
        scale: orNull(fit.scale, 4),
        used: fit.used,
        warnings: [...fit.warnings],
      }
    }),
  }
}

/** How well the stakes of a road agree with its drawn lines, section by section and anchor by anchor. */
export function roadCalibration(road: RoadWithGeometry): RoadCalibration {
  return {
    road: road.code,
    version: road.version,
    sections: road.sections.map((section) => calibratedSection(road, section)),
    chainBreaks: road.chainBreaks,
  }
}
