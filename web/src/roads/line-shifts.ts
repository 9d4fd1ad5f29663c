import { pointToStakes, stakeToPoint } from '../../../api/roads/network/linear-referencing.ts'
import type { RoadNetwork } from '../../../api/roads/network/road-network.ts'

export interface StakeShift {
  readonly before: number
  readonly after: number
}

/** Nearer than this the place is the same one on both lines. */
const samePlaceWithin = 300
const step = 1000

function stakeRange(network: RoadNetwork, road: string): readonly [number, number] | undefined {
  const sections = network.sectionsByRoad.get(road)
  if (!sections) return undefined
  return [
    Math.min(...sections.map(({ fromStake }) => fromStake)),
    Math.max(...sections.map(({ toStake }) => toStake)),
  ]
}

/** Of many, a few: the one that shifts most, the rest evenly spread. */
function fewOf(shifts: readonly StakeShift[], count: number): StakeShift[] {
  const most = Math.max(...shifts.map(({ before, after }) => Math.abs(after - before)))
  const every = Math.max(1, Math.ceil(shifts.length / (count - 1)))
  const farthest = shifts.findIndex(({ before, after }) => Math.abs(after - before) === most)
  return shifts.filter((_, i) => i === farthest || i % every === 0)
}

/** What the same places are called before and after: whole kilometres whose stake changes by a metre or more. */
export function stakeShifts(before: RoadNetwork, after: RoadNetwork, road: string, count = 5): StakeShift[] {
  const range = stakeRange(before, road)
  if (!range) return []
  const shifts: StakeShift[] = []
  for (let stake = Math.ceil(range[0] / step) * step; stake <= range[1]; stake += step) {
    const place = stakeToPoint(before, road, stake)
    const found =
      place &&
      pointToStakes(after, place.point, { maximumDistance: samePlaceWithin }).find(
        (each) => each.road === road,
      )
    if (found && Math.abs(found.stake - stake) >= 1) shifts.push({ before: stake, after: found.stake })
  }
  return fewOf(shifts, count)
}
