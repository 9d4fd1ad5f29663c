import { distanceBetween, type LonLat } from '../network/geodesy.ts'
import type { PlannedSection } from './import-plan.ts'
import type { PresentRoad } from './present-road.ts'
import { largestDeviation, rulerOf, type Deviation } from './ruler.ts'

/** Beyond this a line is simply elsewhere. */
const farthest = 20_000
/** Less than this is rounding. */
const sameSpot = 0.05

type Line = readonly LonLat[]

/** How far the new line leaves the present one, or the present one the new. */
export function changeBetween(planned: readonly Line[], present: readonly Line[]): Deviation | undefined {
  if (present.length === 0) return undefined
  const away = largestDeviation(rulerOf(present), planned, farthest)
  const abandoned = largestDeviation(rulerOf(planned), present, farthest)
  return (abandoned?.metres ?? 0) > (away?.metres ?? 0) ? abandoned : away
}

function isSameLine(a: Line, b: Line): boolean {
  return a.length === b.length && a.every((point, i) => distanceBetween(point, b[i]!) < sameSpot)
}

/** Whether applying the sections would leave the road as it is. */
export function isUnchanged(planned: readonly PlannedSection[], road: PresentRoad): boolean {
  if (planned.length !== road.sections.length) return false
  return planned.every((section, i) => {
    const present = road.sections[i]!
    const anchors = road.anchors.filter((anchor) => anchor.section === present.sequence)
    return (
      section.carriageway === present.carriageway &&
      section.fromStake === present.fromStake &&
      section.toStake === present.toStake &&
      isSameLine(section.coordinates, present.coordinates) &&
      section.anchors.length === anchors.length &&
      section.anchors.every(({ stake, point }) =>
        anchors.some((anchor) => anchor.stake === stake && distanceBetween(anchor.point, point) < sameSpot),
      )
    )
  })
}
