import { sql } from 'kysely'
import type { Database } from '../db/tables.ts'
import '../audit/audit.table.ts'
import '../hazards/hazard.table.ts'
import { inspectionLimits as limits } from './inspection-limits.ts'
import { dayOf, inScope, listFound, ticket, type FoundRow, type Scope } from './inspection-scope.queries.ts'

const standingPhotos = sql`hazard_photo
  join photo_file on photo_file.sha256 = hazard_photo.sha256`
const metresApart = sql`round(st_distance(photo_file.taken_point::geography, hazard.geom::geography))::int`

/** 1 台账与现场一致 */
export function listPlaceFindings(db: Database, scope: Scope): Promise<FoundRow[]> {
  const open = sql`${inScope(scope)} and hazard.status not in (16, 17)`
  return listFound(
    db,
    sql`select ${ticket}, 'noPlace' as code, json_build_object() as detail from hazard
      where ${open} and hazard.geom is null`,
    sql`select ${ticket}, 'noPhotos', json_build_object() from hazard
      where ${open} and not exists (
        select from hazard_photo where hazard_id = hazard.id and withdrawn_at is null)`,
    sql`select ${ticket}, 'photoFar', json_build_object('metres', max(${metresApart}), 'photos', count(*)::int)
      from hazard join ${standingPhotos} on hazard_photo.hazard_id = hazard.id
      where ${open} and hazard_photo.withdrawn_at is null
        and (photo_file.taken_point is not null and hazard.geom is not null and
            st_distance(photo_file.taken_point::geography, hazard.geom::geography) > ${limits.photoMetres}::float8
          or hazard_photo.findings @> '[{"code": "farAway"}]')
      group by hazard.id`,
  )
}

/** Numbers that were given out and are in no ticket, withdrawn ones counted as there. */
export function listNumberGaps(db: Database, scope: Scope): Promise<FoundRow[]> {
  const inYears = sql`(${scope.from ?? null}::date is null or year >= extract(year from ${scope.from ?? null}::date))
    and (${scope.to ?? null}::date is null or year <= extract(year from ${scope.to ?? null}::date))`
  return listFound(
    db,
    sql`select null::uuid as "hazardId", 'YH-150624-' || given.year || '-' || lpad(n::text, 4, '0') as number,
        null as title, null as squad,
        case when exists (
          select from audit_entry where action in ('import.undo', 'demo.remove')
            and extract(year from at at time zone 'Asia/Shanghai') >= given.year
        ) then 'gapAfterUndo' else 'gap' end as code, json_build_object('year', given.year) as detail
      from (
        select year, max(last) as last from (
          select year, last from hazard_number
          union all
          select split_part(number, '-', 3)::int, max(split_part(number, '-', 4)::int) from hazard
          where number ~ '^YH-150624-\\d{4}-\\d+$' group by 1
        ) both_counts group by year
      ) given cross join lateral generate_series(1, given.last) n
      where ${inYears} and not exists (
        select from hazard where hazard.number = 'YH-150624-' || given.year || '-' || lpad(n::text, 4, '0'))`,
  )
}

const lastRequest = sql`(
  select max(${dayOf('hazard_transition.at')}) from hazard_transition
  where hazard_transition.hazard_id = hazard.id and action = 'requestAcceptance'
    and hazard_transition.at <= acceptance.at)`

/** 3 时序合理 */
export function listOrderFindings(db: Database, scope: Scope): Promise<FoundRow[]> {
  return listFound(
    db,
    sql`select ${ticket}, 'acceptedBeforeDone' as code,
        json_build_object('accepted', acceptance.accepted_on, 'done', ${lastRequest}) as detail
      from hazard join acceptance on acceptance.hazard_id = hazard.id
      where ${inScope(scope)} and acceptance.accepted_on < ${lastRequest}`,
    sql`select ${ticket}, 'photoBeforeFound', json_build_object('taken', ${dayOf('photo_file.taken_at')}, 'stage', hazard_photo.stage)
      from hazard join ${standingPhotos} on hazard_photo.hazard_id = hazard.id
      where ${inScope(scope)} and hazard_photo.withdrawn_at is null
        and (photo_file.taken_at < hazard.found_at - interval '1 hour'
          or hazard_photo.findings @> '[{"code": "beforeDiscovery"}]')`,
    sql`select distinct on (hazard.id, other.number) ${ticket}, 'photoReused', json_build_object('other', other.number)
      from hazard join hazard_photo on hazard_photo.hazard_id = hazard.id
        join hazard_photo twin on twin.sha256 = hazard_photo.sha256 and twin.hazard_id <> hazard.id
        join hazard other on other.id = twin.hazard_id
      where ${inScope(scope)} and hazard_photo.withdrawn_at is null and twin.withdrawn_at is null
        and other.withdrawn_at is null`,
    sql`select ${ticket}, 'outOfOrder', json_build_object('day', ${dayOf('step.at')}, 'action', step.action)
      from hazard join (
        select hazard_id, action, at, from_status,
          lag(to_status) over (partition by hazard_id order by at, id) as before
        from hazard_transition
      ) step on step.hazard_id = hazard.id
      where ${inScope(scope)} and step.from_status is not null and step.before is not null
        and step.from_status <> step.before`,
    sql`select ${ticket}, 'registeredBeforeFound', json_build_object('found', ${dayOf('hazard.found_at')})
      from hazard where ${inScope(scope)} and hazard.found_at > hazard.created_at`,
  )
}
