import { sql } from 'kysely'
import type { Database } from '../../db/tables.ts'
import type { LonLat } from '../network/geodesy.ts'
import { withPlacesAlong } from '../network/places-along.ts'
import { roadNameOf } from '../network/road-input.ts'
import type { RoadNetwork } from '../network/road-network.ts'
import { listRoads, loadRoadNetwork } from '../road.queries.ts'
import { bearingAt } from '../network/stake-bearing.ts'
import type { StakeContext } from './stake-reading.ts'

interface PlacePoint {
  readonly name: string
  readonly point: LonLat
}

async function listPlacePoints(db: Database): Promise<PlacePoint[]> {
  const { rows } = await sql<{ names: string[]; lon: number; lat: number }>`
    select array_prepend(name, aliases) as names, st_x(geom) as lon, st_y(geom) as lat
    from place where geom is not null order by rank, code`.execute(db)
  return rows.flatMap(({ names, lon, lat }) => names.map((name) => ({ name, point: [lon, lat] as const })))
}

/** A change of the roads builds a new network, and with it a new context; texts are read by the thousand. */
const contexts = new WeakMap<RoadNetwork, Required<Pick<StakeContext, 'roads' | 'bearingAt'>>>()

/** All that helps to read a stake text: the roads by their names, the places on the way, how each road runs. */
export async function loadStakeContext(db: Database) {
  const network = await loadRoadNetwork(db)
  const known = contexts.get(network)
  if (known) return known
  const roads = withPlacesAlong((await listRoads(db)).map(roadNameOf), network, await listPlacePoints(db))
  const context = { roads, bearingAt: (road: string, stake: number) => bearingAt(network, road, stake) }
  contexts.set(network, context)
  return context
}
