import type { Database } from '../db/tables.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import { evaluateGaps } from './evaluate-gaps.ts'
import { loadGapFacts } from './gap-facts.queries.ts'
import type { Gap } from './gap.schema.ts'

/** Evaluated anew each time: what was done about a gap shows at once. */
export async function listGaps(db: Database, today: string, network?: RoadNetwork): Promise<Gap[]> {
  return evaluateGaps(await loadGapFacts(db, today, network))
}

export async function findGap(
  db: Database,
  id: string,
  today: string,
  network?: RoadNetwork,
): Promise<Gap | undefined> {
  return (await listGaps(db, today, network)).find((gap) => gap.id === id)
}
