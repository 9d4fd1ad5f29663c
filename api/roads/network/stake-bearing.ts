import { degreeLength } from './geodesy.ts'
import { stakeToPoint } from './linear-referencing.ts'
import type { RoadNetwork } from './road-network.ts'

/** Officers mean the run of the road, not the bend they stand in. */
const halfChord = 1000

/** Degrees clockwise from north in which the stakes of a drawn road grow around a stake. */
export function bearingAt(network: RoadNetwork, road: string, stake: number): number | undefined {
  const at = stakeToPoint(network, road, stake)
  const before = stakeToPoint(network, road, stake - halfChord) ?? at
  const after = stakeToPoint(network, road, stake + halfChord) ?? at
  if (!before || !after || before === after) return undefined
  const { east, north } = degreeLength(before.point[1])
  const x = (after.point[0] - before.point[0]) * east
  const y = (after.point[1] - before.point[1]) * north
  if (Math.hypot(x, y) < 1) return undefined
  return ((Math.atan2(x, y) * 180) / Math.PI + 360) % 360
}
