import type { Travel } from '../roads/network/road-axis.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import type { Road, Stretch } from '../roads/road.schema.ts'
import { hasPlace, patrolRoad } from './patrol-road.ts'
import type { Errand } from './patrol-stops.ts'
import type { Patrol } from './patrol.schema.ts'

export interface PatrolGround {
  readonly network: RoadNetwork
  readonly roads: readonly Road[]
  readonly squads: readonly Stretch[]
}

export interface PatrolWish {
  readonly travel: Travel
  readonly roads?: readonly string[] | undefined
  readonly from?: number | undefined
  readonly squad?: string | undefined
}

/** The roads asked for; else those the squad has a stretch of; else all that are drawn. */
function wantedRoads({ roads, squads }: PatrolGround, wish: PatrolWish): Road[] {
  if (wish.roads) return roads.filter(({ code }) => wish.roads!.includes(code))
  const own = squads.filter(({ code }) => code === wish.squad).map(({ road }) => road)
  return roads.filter(({ code, isDrawn }) => (wish.squad ? own.includes(code) : isDrawn))
}

function offRoadOf(ground: PatrolGround, errands: readonly Errand[], wish: PatrolWish): Patrol['offRoad'] {
  const isWanted = ({ squad, road }: Errand) => {
    if (wish.squad) return squad === wish.squad
    return wish.roads ? road !== null && wish.roads.includes(road) : true
  }
  const loose = errands.filter((errand) => isWanted(errand) && !hasPlace(ground.network, errand))
  const townships = [...new Set(loose.map(({ township }) => township))].sort((a, b) =>
    (a ?? '\uffff').localeCompare(b ?? '\uffff', 'zh'),
  )
  return townships.map((township) => ({
    township,
    stops: loose
      .filter((errand) => errand.township === township)
      .sort((a, b) => a.roadName.localeCompare(b.roadName, 'zh') || (a.id < b.id ? -1 : 1))
      .map(({ near: _near, ...stop }) => stop),
  }))
}

/** Everything that stands along the way, road by road in the order of travel. */
export function patrolAlong(
  ground: PatrolGround,
  errands: readonly Errand[],
  wish: PatrolWish,
): Pick<Patrol, 'roads' | 'offRoad'> {
  const roads = wantedRoads(ground, wish).flatMap((road) => {
    const own = ground.squads.filter(({ code, road: of }) => code === wish.squad && of === road.code)
    const stretches = wish.squad && own.length > 0 ? own : undefined
    return (
      patrolRoad(ground.network, road, errands, { travel: wish.travel, from: wish.from, stretches }) ?? []
    )
  })
  return { roads, offRoad: offRoadOf(ground, errands, wish) }
}
