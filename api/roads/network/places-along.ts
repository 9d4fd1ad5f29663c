import type { LonLat } from './geodesy.ts'
import { pointToStakes } from './linear-referencing.ts'
import type { RoadNetwork } from './road-network.ts'
import type { RoadName } from '../stakes/stake-reading.ts'

/** A town on the road; farther away it is one that signs point to at a junction. */
const besideRoad = 3000

/** Adds to every road the places it passes, with their stakes. */
export function withPlacesAlong(
  roads: readonly RoadName[],
  network: RoadNetwork,
  places: readonly { readonly name: string; readonly point: LonLat }[],
): RoadName[] {
  const passed = places.map(({ name, point }) => ({
    name,
    candidates: pointToStakes(network, point, { maximumDistance: besideRoad }),
  }))
  const alongOf = (code: string) =>
    passed.flatMap(({ name, candidates }) => {
      const nearest = candidates.find(({ road }) => road === code)
      return nearest ? [{ name, stake: nearest.stake }] : []
    })
  return roads.map((road) => ({ ...road, placesAlong: alongOf(road.code) }))
}
