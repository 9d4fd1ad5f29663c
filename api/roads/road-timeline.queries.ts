import type { Database } from '../db/tables.ts'
import { listEpochs } from './road-geometry.queries.ts'
import { roadInputOf } from './network/road-input.ts'
import { buildRoadNetwork, type RoadNetwork } from './network/road-network.ts'
import { findRoadWithGeometry } from './road.queries.ts'
import { sinceEver } from './validity.ts'

/** A road through the years, oldest first: each network holds from its day to the next one's. */
export interface RoadTimeline {
  readonly road: string
  readonly epochs: readonly { readonly from: string; readonly network: RoadNetwork }[]
}

export async function loadRoadTimeline(db: Database, road: string): Promise<RoadTimeline> {
  const days = await listEpochs(db, road)
  const epochs: { from: string; network: RoadNetwork }[] = []
  for (const from of days.length > 0 ? days : [sinceEver]) {
    const then = await findRoadWithGeometry(db, road, { on: from })
    epochs.push({ from, network: buildRoadNetwork(then ? [roadInputOf(then)] : []) })
  }
  return { road, epochs }
}
