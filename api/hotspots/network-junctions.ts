import { distanceBetween, type LonLat } from '../roads/network/geodesy.ts'
import { pointToStakes } from '../roads/network/linear-referencing.ts'
import type { NetworkSection, RoadNetwork } from '../roads/network/road-network.ts'
import { stakeAtMeasure } from '../roads/network/calibration.ts'
import { pointAtMeasure } from '../roads/network/section-line.ts'
import type { Junction } from './analysis/accident-on-road.ts'

/** Roads that come as near as this meet: bridges are not told apart. */
const meetsWithin = 60
const step = 50
/** Two roads side by side for longer than this share a course; that is no junction. */
const longestMeeting = 400
/** Meetings this near to each other are one junction of several roads. */
const sameJunction = 150

interface Meeting {
  readonly road: string
  readonly stake: number
  readonly otherRoad: string
  readonly otherStake: number
  readonly distance: number
  readonly point: LonLat
}

function meetingAt(section: NetworkSection, measure: number, network: RoadNetwork): Meeting[] {
  const point = pointAtMeasure(section, measure)
  const stake = Math.round(stakeAtMeasure(section.calibration, measure))
  return pointToStakes(network, point, { maximumDistance: meetsWithin })
    .filter(({ road }) => road > section.road)
    .map((other) => ({
      ...{ road: section.road, stake, point },
      ...{ otherRoad: other.road, otherStake: Math.round(other.stake), distance: other.distance },
    }))
}

/** Where a section comes nearest to each road that it meets, once for every meeting of the two. */
function meetingsAlong(section: NetworkSection, network: RoadNetwork): Meeting[] {
  const runs = new Map<string, { best: Meeting; from: number; to: number }[]>()
  const count = Math.max(1, Math.ceil(section.length / step))
  for (let i = 0; i <= count; i++) {
    const measure = (section.length * i) / count
    for (const meeting of meetingAt(section, measure, network)) {
      const known = runs.get(meeting.otherRoad) ?? []
      const last = known.at(-1)
      if (last && measure - last.to <= 2 * step) {
        last.to = measure
        if (meeting.distance < last.best.distance) last.best = meeting
      } else known.push({ best: meeting, from: measure, to: measure })
      runs.set(meeting.otherRoad, known)
    }
  }
  return [...runs.values()].flat().flatMap(({ best, from, to }) => (to - from > longestMeeting ? [] : [best]))
}

const armsOf = ({ road, stake, otherRoad, otherStake }: Meeting) => [
  { road, stake },
  { road: otherRoad, stake: otherStake },
]

/** Where roads of the network meet, each with its stakes on them; the drawn lines decide, not a register of junctions. */
export function junctionsOf(network: RoadNetwork): Junction[] {
  const meetings = network.sections
    .flatMap((section) => meetingsAlong(section, network))
    .sort(
      (a, b) =>
        (a.road < b.road ? -1 : a.road > b.road ? 1 : 0) ||
        a.stake - b.stake ||
        (a.otherRoad < b.otherRoad ? -1 : 1),
    )
  const junctions: { point: LonLat; arms: { road: string; stake: number }[] }[] = []
  for (const meeting of meetings) {
    const known = junctions.find(({ point }) => distanceBetween(point, meeting.point) <= sameJunction)
    if (!known) {
      junctions.push({ point: meeting.point, arms: armsOf(meeting) })
      continue
    }
    const isNew = (arm: { road: string }) => !known.arms.some(({ road }) => road === arm.road)
    known.arms.push(...armsOf(meeting).filter(isNew))
  }
  return junctions.map(({ arms }) => ({ arms }))
}
