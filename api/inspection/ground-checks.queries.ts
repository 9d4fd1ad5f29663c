import { sql } from 'kysely'
import { isInCalibre } from '../accidents/accident.queries.ts'
import type { Database } from '../db/tables.ts'
import { isInspectedNow, isInspectionOverdue } from '../facilities/inspection-clock.queries.ts'
import { inspectionLimits as limits } from './inspection-limits.ts'
import { listFound, type FoundRow, type Scope } from './inspection-scope.queries.ts'

/** Facilities of the squad's tickets, as they stand today; without a squad all of them. */
const ofSquad = ({ squad }: Scope) =>
  squad
    ? sql`facility.withdrawn_at is null and hazard.squad_code = ${squad}`
    : sql`facility.withdrawn_at is null`
const facilities = sql`facility left join hazard on hazard.id = facility.hazard_id`
const ofFacility = sql`facility.hazard_id as "hazardId", facility.id as "facilityId", facility.number,
  concat_ws(' ', facility.road_name, facility.place_text) as title, hazard.squad_code as squad`

/** 7 临时设施在位率、巡检率 */
export function listFacilityFindings(db: Database, scope: Scope): Promise<FoundRow[]> {
  return listFound(
    db,
    sql`select ${ofFacility}, case facility.state when 'missing' then 'facilityMissing' else 'facilityFault' end as code,
        json_build_object('kind', facility.kind) as detail
      from ${facilities} where ${ofSquad(scope)} and facility.state in ('missing', 'fault')`,
    sql`select ${ofFacility}, 'inspectionLate',
        json_build_object('kind', facility.kind, 'days', ${scope.today}::date - facility.inspection_due_on)
      from ${facilities}
      where ${ofSquad(scope)} and ${isInspectionOverdue(scope.today)}`,
  )
}

export interface FacilityCounts {
  readonly standing: number
  readonly expected: number
  readonly inspected: number
  readonly toInspect: number
}

export async function countFacilityState(db: Database, scope: Scope): Promise<FacilityCounts> {
  const { rows } = await sql<FacilityCounts>`
    select count(*) filter (where ${isInspectedNow})::int as standing,
      count(*) filter (where ${isInspectedNow} or facility.state = 'missing')::int as expected,
      count(*) filter (where ${isInspectedNow} and facility.inspection_due_on >= ${scope.today}::date)::int as inspected,
      count(*) filter (where ${isInspectedNow})::int as "toInspect"
    from ${facilities} where ${ofSquad(scope)}`.execute(db)
  return rows[0]!
}

const distance = sql`coalesce(
  case when hazard.road_code = accident.road_code then
    greatest(hazard.from_stake - accident.stake, accident.stake - coalesce(hazard.to_stake, hazard.from_stake), 0) end,
  round(st_distance(hazard.geom::geography, accident.geom::geography))::int)`

/** 9 倒查: accidents near a ticket that was open when they happened, judged by the last act before. */
export function listAccidentsAtOpenHazards(db: Database, { from, to, squad }: Scope): Promise<FoundRow[]> {
  const conditions = [isInCalibre('all')]
  if (from) conditions.push(sql`accident.occurred_on >= ${from}::date`)
  if (to) conditions.push(sql`accident.occurred_on <= ${to}::date`)
  if (squad) conditions.push(sql`hazard.squad_code = ${squad}`)
  return listFound(
    db,
    sql`select hazard.id as "hazardId", accident.id as "accidentId", hazard.number, hazard.title,
        hazard.squad_code as squad,
        case accident.severity when 'damageOnly' then 'accidentAtOpen' else 'casualtiesAtOpen' end as code,
        json_build_object('accident', accident.accident_no, 'day', accident.occurred_on, 'procedure', accident.procedure,
          'reported', accident.is_statistical, 'killed', accident.killed, 'injured', accident.injured,
          'metres', ${distance}) as detail
      from accident
      join hazard on hazard.withdrawn_at is null and (
        (hazard.road_code = accident.road_code and accident.stake is not null and hazard.from_stake is not null
          and accident.stake between hazard.from_stake - ${limits.accidentMetres}::int
            and coalesce(hazard.to_stake, hazard.from_stake) + ${limits.accidentMetres}::int)
        or ((accident.road_code is null or hazard.road_code is null or accident.stake is null or hazard.from_stake is null)
          and hazard.geom && st_expand(accident.geom, 0.01)
          and st_dwithin(hazard.geom::geography, accident.geom::geography, ${limits.accidentMetres}::float8)))
      cross join lateral (
        select to_status from hazard_transition
        where hazard_transition.hazard_id = hazard.id and at <= accident.occurred_at
        order by at desc, id desc limit 1
      ) held
      where ${sql.join(conditions, sql` and `)} and hazard.found_at <= accident.occurred_at
        and held.to_status not in (16, 17, 70)`,
  )
}
