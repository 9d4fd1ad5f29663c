import { sql } from 'kysely'
import type { Database } from '../db/tables.ts'
import '../hazards/hazard.table.ts'
import '../hazards/hazard-records.table.ts'

/** Days of the banner: what the clocks of a ticket do not say. */
export interface TicketClock {
  readonly id: string
  /** Since when it stands where it does. */
  readonly since: string | null
  /** By when the responsible unit said it would be done. */
  readonly plannedOn: string | null
}

const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date`

export async function listTicketClocks(db: Database): Promise<Map<string, TicketClock>> {
  const { rows } = await sql<TicketClock>`
    select hazard.id,
      (max(${day('step.at')}) filter (where step.from_status is distinct from step.to_status))::text as since,
      max(step.fields->>'completeBy') filter (where step.action = 'sign') as "plannedOn"
    from hazard left join hazard_transition step on step.hazard_id = hazard.id
    where hazard.withdrawn_at is null group by hazard.id`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

export interface Waiting {
  readonly hazardId: string
  readonly kind: 'extension' | 'listing' | 'correction'
  readonly since: string | null
}

/** Records of tickets that wait for somebody's decision or pen. */
export async function listWaiting(db: Database): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select hazard_id as "hazardId", 'extension' as kind, ${day('requested_at')}::text as since
      from extension where state = 'pending'
    union all
    select hazard_id, 'correction', ${day('requested_at')}::text from correction where state = 'pending'
    union all
    select hazard_id, 'listing', coalesce(requested_on, ${day('created_at')})::text from listing
      where state = 'requested'
    order by since, "hazardId"`.execute(db)
  return rows
}
