import { sql } from 'kysely'
import '../audit/audit.table.ts'
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

/** Whether this facility or ticket was made of this gap: then the same request came twice. */
export async function wasMadeOf(
  db: Database,
  gapId: string,
  [key, id]: readonly ['facilityId' | 'hazardId', string],
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from audit_entry where object_type = 'facilityGap' and object_id = ${gapId}
      and action = 'facilityGap.answer' and after->>${key}::text = ${id}`.execute(db)
  return rows.length > 0
}
