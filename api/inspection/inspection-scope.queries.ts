import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../db/tables.ts'
import type { Calendar } from '../hazards/clocks/working-days.ts'
import type { Detail } from './finding-words.ts'

export interface Scope {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly squad?: string | undefined
  readonly today: string
  /** Days off, for the clocks that count working days. */
  readonly calendar: Calendar
}

export interface FoundRow {
  readonly hazardId: string | null
  readonly accidentId?: string | null
  readonly facilityId?: string | null
  readonly number: string | null
  readonly title: string | null
  readonly squad: string | null
  readonly code: string
  readonly detail: Detail
}

export const dayOf = (column: string): RawBuilder<string> =>
  sql<string>`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date`

/** Tickets found in the period by the squad; withdrawn ones are looked at by their numbers only. */
export function inScope({ from, to, squad }: Scope): RawBuilder<boolean> {
  const conditions: RawBuilder<unknown>[] = [sql`hazard.withdrawn_at is null`]
  if (from) conditions.push(sql`${dayOf('hazard.found_at')} >= ${from}::date`)
  if (to) conditions.push(sql`${dayOf('hazard.found_at')} <= ${to}::date`)
  if (squad) conditions.push(sql`hazard.squad_code = ${squad}`)
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

export const ticket = sql`hazard.id as "hazardId", hazard.number, hazard.title, hazard.squad_code as squad`

/** One packed value per check: many rows one by one are dear on the embedded home. */
export async function listFound(db: Database, ...selects: RawBuilder<unknown>[]): Promise<FoundRow[]> {
  const { rows } = await sql<{ packed: FoundRow[] }>`
    select coalesce(json_agg(found order by found.number desc, found.code), '[]') as packed
    from (${sql.join(selects, sql` union all `)}) found`.execute(db)
  return rows[0]?.packed ?? []
}

export interface Photographed {
  readonly hazardId: string
  readonly number: string
  readonly title: string
  readonly squad: string | null
  readonly status: number
}

/** Tickets of the scope that show a photo. */
export async function listPhotographed(db: Database, scope: Scope): Promise<Photographed[]> {
  const { rows } = await sql<{ packed: Photographed[] }>`
    select coalesce(json_agg(found), '[]') as packed from (
      select ${ticket}, hazard.status from hazard where ${inScope(scope)} and exists (
        select from hazard_photo where hazard_photo.hazard_id = hazard.id and withdrawn_at is null)
      order by hazard.number desc) found`.execute(db)
  return rows[0]?.packed ?? []
}

export async function countScope(db: Database, scope: Scope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from hazard where ${inScope(scope)}`.execute(db)
  return rows[0]?.count ?? 0
}
