import { degreeLength, type LonLat } from '../roads/network/geodesy.ts'
import { stakeToPoint } from '../roads/network/linear-referencing.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'

const step = 8

/** Beside the drawn line, `offset` metres to the right of the direction of growing stakes (left where negative). */
export function pointBeside(
  network: RoadNetwork,
  road: string,
  stake: number,
  offset: number,
): LonLat | undefined {
  const here = stakeToPoint(network, road, stake)?.point
  const ahead = stakeToPoint(network, road, stake + step)?.point
  const behind = stakeToPoint(network, road, stake - step)?.point
  const [from, to] = [behind ?? here, ahead ?? here]
  if (!here || !from || !to) return undefined
  const degree = degreeLength(here[1])
  const east = (to[0] - from[0]) * degree.east
  const north = (to[1] - from[1]) * degree.north
  const length = Math.hypot(east, north)
  if (length === 0) return here
  return [
    here[0] + (offset * north) / length / degree.east,
    here[1] - (offset * east) / length / degree.north,
  ]
}
