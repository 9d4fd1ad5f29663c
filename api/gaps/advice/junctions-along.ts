import { placeOnCourse, type Course, type Passage } from '../../roads/network/course.ts'
import { pointToStakes, type StakeCandidate } from '../../roads/network/linear-referencing.ts'
import type { RoadNetwork } from '../../roads/network/road-network.ts'
import type { Road } from '../../roads/road.schema.ts'
import { isMainLine, type Junction } from './advice-place.ts'

/** A road that comes as near as this is taken to meet this one: bridges are not told apart. */
const meetsWithin = 60
const margin = 100
const step = 50
const mostSteps = 200

interface Meeting {
  readonly candidate: StakeCandidate
  readonly stake: number
}

/** The drawn roads that meet a stretch, each where it comes nearest. */
export function junctionsAlong(
  network: RoadNetwork,
  course: Course,
  { entry, exit }: Passage,
  roads: readonly Road[],
): Junction[] {
  const length = exit - entry + 2 * margin
  const stride = Math.max(step, length / mostSteps)
  const nearest = new Map<string, Meeting>()
  for (let at = entry - margin; at <= exit + margin; at += stride) {
    const { point, stake } = placeOnCourse(course, at)
    for (const candidate of pointToStakes(network, point, { maximumDistance: meetsWithin })) {
      const known = nearest.get(candidate.road)
      if (candidate.road === course.axis.road || (known && known.candidate.distance <= candidate.distance))
        continue
      nearest.set(candidate.road, { candidate, stake })
    }
  }
  return [...nearest.values()]
    .sort((a, b) => a.stake - b.stake || (a.candidate.road < b.candidate.road ? -1 : 1))
    .flatMap(({ candidate, stake }) => {
      const road = roads.find(({ code }) => code === candidate.road)
      if (!road) return []
      const { code, name } = road
      const otherStake = Math.round(candidate.stake)
      return [{ road: code, roadName: name, isMainLine: isMainLine(road), stake, otherStake }]
    })
}
