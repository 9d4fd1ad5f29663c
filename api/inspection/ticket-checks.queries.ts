import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../db/tables.ts'
import '../audit/audit.table.ts'
import '../hazards/hazard.table.ts'
import { transitionEntries } from '../hazards/life-cycle.ts'
import { dayOf, inScope, listFound, ticket, type FoundRow, type Scope } from './inspection-scope.queries.ts'

/** Acts that cannot be done without a photo, whatever is said with them. */
const evidence = transitionEntries.flatMap(([action, { evidence: stages = [], evidenceUnless }]) =>
  evidenceUnless ? [] : stages.map((stage) => ({ action, stage })),
)

const standing = (stage: RawBuilder<unknown>) => sql`exists (
  select from hazard_photo where hazard_photo.hazard_id = hazard.id and hazard_photo.withdrawn_at is null
    and hazard_photo.stage = ${stage})`

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
    sql`select ${ticket}, 'evidenceMissing', json_build_object('stages', string_agg(distinct needed.stage, ','))
      from hazard join (values ${sql.join(
        evidence.map(({ action, stage }) => sql`(${sql.lit(action)}, ${sql.lit(stage)})`),
      )}) as needed (action, stage) on exists (
        select from hazard_transition step where step.hazard_id = hazard.id and step.action = needed.action)
      where ${open} and not ${standing(sql`needed.stage`)}
      group by hazard.id`,
  )
}

const givenNumber = sql`('YH-150624-' || given.year || '-' || lpad(n::text, 4, '0'))`

/** Numbers that were given out and are in no ticket, withdrawn ones counted as there. */
export function listNumberGaps(db: Database, scope: Scope): Promise<FoundRow[]> {
  const inYears = sql`(${scope.from ?? null}::date is null or year >= extract(year from ${scope.from ?? null}::date))
    and (${scope.to ?? null}::date is null or year <= extract(year from ${scope.to ?? null}::date))`
  return listFound(
    db,
    sql`select null::uuid as "hazardId", ${givenNumber} as number,
        null as title, null as squad,
        case when exists (
          select from audit_entry where action = 'demo.remove' and before->'numbers' @> to_jsonb(${givenNumber})
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
        select from hazard where hazard.number = ${givenNumber})`,
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
