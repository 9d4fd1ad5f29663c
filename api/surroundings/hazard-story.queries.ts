import { sql } from 'kysely'
import '../audit/audit.table.ts'
import type { Database } from '../db/tables.ts'
import '../facilities/facility.table.ts'
import '../hazards/hazard-records.table.ts'
import { listTransitions } from '../hazards/hazard-history.queries.ts'
import type { HazardRow } from '../hazards/hazard-row.ts'
import type { HazardStory, Stand } from './clocks-then.ts'

/** Facilities of a ticket with the days they stood; of one that is gone the audit trail says since when. */
async function listStands(db: Database, hazardId: string): Promise<Stand[]> {
  const { rows } = await sql<Stand>`
    select kind, unit, quantity, length_metres::float8 as "lengthMetres", legend,
      coalesce(installed_on, (created_at at time zone 'Asia/Shanghai')::date)::text as "from",
      case when state in ('removed', 'missing') then (coalesce((
        select max(at) from audit_entry where object_type = 'facility' and object_id = facility.id::text
          and after->>'state' in ('removed', 'missing')
      ), updated_at) at time zone 'Asia/Shanghai')::date::text end as until
    from facility where hazard_id = ${hazardId} and state <> 'planned' and withdrawn_at is null
    order by number`.execute(db)
  return rows
}

interface SetDue {
  readonly at: Date
  readonly due: string
}

async function listGrantedExtensions(db: Database, hazardId: string): Promise<SetDue[]> {
  const rows = await db
    .selectFrom('extension')
    .select(['decided_at as at', 'to_due as due'])
    .where('hazard_id', '=', hazardId)
    .where('state', '=', 'granted')
    .execute()
  return rows.flatMap(({ at, due }) => (at === null ? [] : [{ at, due }]))
}

export async function loadHazardStory(db: Database, hazard: HazardRow): Promise<HazardStory> {
  const steps = await listTransitions(db, hazard.id)
  const written = steps.flatMap(({ at, fields }): SetDue[] =>
    typeof fields['dueDate'] === 'string' ? [{ at, due: fields['dueDate'] }] : [],
  )
  const granted = await listGrantedExtensions(db, hazard.id)
  return {
    foundAt: hazard.foundAt,
    steps,
    dues: [...written, ...granted].sort((a, b) => a.at.getTime() - b.at.getTime()),
    originalDueDate: hazard.originalDueDate ?? hazard.dueDate,
    stands: await listStands(db, hazard.id),
  }
}
