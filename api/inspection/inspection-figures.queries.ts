import { sql } from 'kysely'
import { isInCalibre } from '../accidents/accident.queries.ts'
import type { Database } from '../db/tables.ts'
import { inspectionLimits as limits } from './inspection-limits.ts'
import type { Scope } from './inspection-scope.queries.ts'

export interface CalibreCounts {
  readonly general: number
  readonly reported: number
  readonly simple: number
  readonly all: number
  readonly lastOn: string | null
  readonly enteredAt: Date | null
}

/** 11 口径说明 */
export async function countCalibres(db: Database, { from, to, squad }: Scope): Promise<CalibreCounts> {
  const conditions = [sql`true`]
  if (from) conditions.push(sql`occurred_on >= ${from}::date`)
  if (to) conditions.push(sql`occurred_on <= ${to}::date`)
  if (squad) conditions.push(sql`squad_code = ${squad}`)
  const { rows } = await sql<CalibreCounts>`
    select count(*) filter (where ${isInCalibre('general')})::int as general,
      count(*) filter (where ${isInCalibre('reported')})::int as reported,
      count(*) filter (where ${isInCalibre('simple')})::int as simple,
      count(*) filter (where ${isInCalibre('all')})::int as all,
      max(occurred_on)::text as "lastOn", max(updated_at) as "enteredAt"
    from accident where ${sql.join(conditions, sql` and `)}`.execute(db)
  return rows[0]!
}

export interface Reader {
  readonly name: string
  readonly department: string
  readonly reads: number
  readonly exports: number
  readonly rows: number
  readonly lastAt: Date
}

/** 10: who read whole briefs and who took files away, in the last days. */
export async function listReaders(db: Database, at: Date): Promise<Reader[]> {
  const { rows } = await sql<Reader>`
    select actor_name as name, department,
      count(*) filter (where action like '%.read%')::int as reads,
      count(*) filter (where action like '%.export')::int as exports,
      coalesce(sum((after->>'rows')::int) filter (where action like '%.export'), 0)::int as rows,
      max(at) as "lastAt"
    from audit_entry
    where (action like '%.export' or action like '%.read%')
      and at > ${at}::timestamptz - make_interval(days => ${limits.trailDays}::int)
    group by actor_id, actor_name, department order by count(*) desc, actor_name`.execute(db)
  return rows
}
