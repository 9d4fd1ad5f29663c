import type { LonLat } from '../../../roads/network/geodesy.ts'
import type { RoadAxis } from '../../../roads/network/road-axis.ts'
import { clipBetween } from '../../../roads/network/section-line.ts'

/** The drawn line of a road between two places of its axis, over the ends of its sections. */
export function axisLine({ pieces }: RoadAxis, from: number, to: number): LonLat[] {
  return pieces.flatMap(({ section, start }) => {
    const [low, high] = [Math.max(0, from - start), Math.min(section.length, to - start)]
    return low < high ? clipBetween(section, low, high) : []
  })
}
