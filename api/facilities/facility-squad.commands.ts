import type { Database } from '../db/tables.ts'
import { stretchAt } from '../roads/stretch-at.ts'
import { listSquadStretches } from '../roads/stretch.queries.ts'
import type { FacilityRow } from './facility-view.ts'

type Spot = Pick<FacilityRow, 'road' | 'stake'>

/** A facility is kept by the squad whose stretch it stands in; off the roads it is nobody's. */
export async function squadOfFacility(db: Database, facility: Spot): Promise<string | undefined> {
  return stretchAt(await listSquadStretches(db), facility)?.code
}

export async function facilitiesOfSquads<Row extends Spot>(
  db: Database,
  rows: readonly Row[],
  squads: readonly string[],
): Promise<Row[]> {
  const stretches = await listSquadStretches(db)
  return rows.filter((row) => squads.includes(stretchAt(stretches, row)?.code ?? ''))
}
