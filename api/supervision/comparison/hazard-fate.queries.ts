import { sql } from 'kysely'
import type { Database } from '../../db/tables.ts'
import type { HazardFate } from './list-comparison.ts'

/**
 * What had become of hazards by a moment: the same question about the same moment has the same answer next year.
 * Withdrawn before closed, closed before delisted, since the later act explains the earlier one.
 */
export async function listFates(
  db: Database,
  hazardIds: readonly string[],
  until: string,
): Promise<HazardFate[]> {
  if (hazardIds.length === 0) return []
  const day = sql`(${until}::timestamptz at time zone 'Asia/Shanghai')::date`
  const { rows } = await sql<HazardFate>`
    select hazard.id as "hazardId",
      case when hazard.withdrawn_at <= ${until}::timestamptz then 'withdrawn'
        when last.to_status = 70 then 'closed' when last.to_status = 16 then 'merged'
        when last.to_status = 17 then 'notTakenOn'
        when delisted.delisted_on is not null then 'delisted' else 'leftOut' end as fate,
      case when hazard.withdrawn_at <= ${until}::timestamptz then (hazard.withdrawn_at at time zone 'Asia/Shanghai')::date::text
        when last.to_status in (16, 17, 70) then (last.at at time zone 'Asia/Shanghai')::date::text
        else delisted.delisted_on::text end as "on",
      case when hazard.withdrawn_at <= ${until}::timestamptz or last.to_status in (16, 17) then null
        else delisted.delisting_document end as document
    from hazard
    left join lateral (
      select to_status, at from hazard_transition
      where hazard_id = hazard.id and at <= ${until}::timestamptz and from_status is distinct from to_status
      order by at desc, id desc limit 1) last on true
    left join lateral (
      select delisted_on, delisting_document from listing
      where hazard_id = hazard.id and state = 'delisted' and delisted_on <= ${day}
        and not exists (select 1 from listing again where again.hazard_id = hazard.id and again.state = 'listed'
          and again.listed_on <= ${day})
      order by delisted_on desc, id desc limit 1) delisted on true
    where hazard.id in (${sql.join(hazardIds)})`.execute(db)
  return rows
}
