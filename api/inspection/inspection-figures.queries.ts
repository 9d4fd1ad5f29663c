import { sql } from 'kysely'
import { isInCalibre } from '../accidents/accident.queries.ts'
import type { Database } from '../db/tables.ts'
import { inspectionLimits as limits } from './inspection-limits.ts'
import { dayOf, inScope, type Scope } from './inspection-scope.queries.ts'

export interface SquadMoments {
  readonly squadName: string | null
  readonly tickets: readonly {
    readonly foundAt: string
    readonly registeredAt: string
    /** First notice or report to the government. */
    readonly reportedAt: string | null
    /** Acceptance first asked for. */
    readonly remediedAt: string | null
  }[]
}

/** 8 三个及时: when each ticket of a squad was found, registered, told and mended. */
export async function listSquadMoments(db: Database, scope: Scope): Promise<SquadMoments[]> {
  const first = (...actions: string[]) => sql`(
    select min(at) from hazard_transition
    where hazard_transition.hazard_id = hazard.id and action in (${sql.join(actions)}))`
  const { rows } = await sql<SquadMoments>`
    select squad.name as "squadName", json_agg(json_build_object('foundAt', found_at, 'registeredAt', registered_at,
      'reportedAt', reported_at, 'remediedAt', remedied_at)) as tickets
    from (
      select hazard.squad_code, hazard.found_at, coalesce(${first('register')}, hazard.created_at) as registered_at,
        ${first('notify', 'reportToGovernment')} as reported_at, ${first('requestAcceptance')} as remedied_at
      from hazard where ${inScope(scope)}
    ) ticket left join squad on squad.code = ticket.squad_code
    group by squad_code, squad.name order by squad_code nulls last`.execute(db)
  return rows
}

export interface Rates {
  readonly toClose: number
  readonly closed: number
  readonly everClosed: number
  readonly inTime: number
  readonly relapsed: number
}

/** 12: what was to be closed by today (or the end of the period) and what was. */
export async function countRates(db: Database, scope: Scope): Promise<Rates> {
  const until = scope.to && scope.to < scope.today ? scope.to : scope.today
  const { rows } = await sql<Rates>`
    select count(*) filter (where status = 70 or due_date <= ${until}::date)::int as "toClose",
      count(*) filter (where status = 70)::int as closed,
      count(*) filter (where closed_on is not null or status = 70)::int as "everClosed",
      count(*) filter (where closed_on <= due_date)::int as "inTime",
      count(*) filter (where was_reopened)::int as relapsed
    from (
      select hazard.status, hazard.due_date,
        (select min(${dayOf('hazard_transition.at')}) from hazard_transition
          where hazard_transition.hazard_id = hazard.id and action = 'close') as closed_on,
        exists (select from hazard_transition
          where hazard_transition.hazard_id = hazard.id and action = 'reopen') as was_reopened
      from hazard where ${inScope(scope)} and hazard.status not in (16, 17)
    ) ticket`.execute(db)
  return rows[0]!
}

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
