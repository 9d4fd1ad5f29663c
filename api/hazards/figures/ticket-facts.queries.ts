import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../../db/tables.ts'
import { assuranceIds } from '../life/life-codes.ts'
import type { TicketFacts } from './ticket-facts.ts'

export interface FactsOrder {
  /** Found on or after, on or before this day. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly squad?: string | undefined
  /** Acts after this day are not looked at. */
  readonly asOf: string
}

const dayOf = (moment: RawBuilder<unknown>) => sql`(${moment} at time zone 'Asia/Shanghai')::date`

/** Merged and refused tickets are no hazards of their own, withdrawn ones none at all. */
function counts({ from, to, squad }: FactsOrder): RawBuilder<unknown> {
  const foundOn = dayOf(sql`hazard.found_at`)
  const conditions = [sql`hazard.withdrawn_at is null`]
  if (from) conditions.push(sql`${foundOn} >= ${from}::date`)
  if (to) conditions.push(sql`${foundOn} <= ${to}::date`)
  if (squad) conditions.push(sql`hazard.squad_code = ${squad}`)
  return sql.join(conditions, sql` and `)
}

/** One packed value: some hundred rows one by one are dear on the embedded home. */
export async function listTicketFacts(db: Database, order: FactsOrder): Promise<TicketFacts[]> {
  const { asOf } = order
  const acts = sql`from hazard_transition act where act.hazard_id = hazard.id and ${dayOf(sql`act.at`)} <= ${asOf}::date`
  const first = (...actions: string[]) =>
    sql`(select min(act.at) ${acts} and act.action in (${sql.join(actions)}))`
  const hasAssurances = sql.join(
    assuranceIds.map((id) => sql`trim(coalesce(hazard.assurances->>${id}::text, '')) <> ''`),
    sql` and `,
  )
  const listed = sql`from listing where listing.hazard_id = hazard.id`
  const { rows } = await sql<{ packed: TicketFacts[] }>`
    select coalesce(json_agg(facts), '[]') as packed from (
      select hazard.squad_code as squad, squad.name as "squadName", hazard.level,
        coalesce((select act.to_status ${acts} order by act.at desc, act.id desc limit 1),
          case when exists (select from hazard_transition act where act.hazard_id = hazard.id) then 10
            else hazard.status end) as status,
        to_char(${dayOf(sql`hazard.found_at`)}, 'YYYY-MM-DD') as "foundOn", hazard.found_at as "foundAt",
        coalesce(${first('register')}, hazard.created_at) as "registeredAt",
        ${first('notify', 'reportToGovernment')} as "reportedAt", ${first('requestAcceptance')} as "remediedAt",
        (select to_char(min(${dayOf(sql`act.at`)}), 'YYYY-MM-DD') ${acts} and act.action = 'close') as "closedOn",
        array(select to_char(${dayOf(sql`act.at`)}, 'YYYY-MM-DD') ${acts} and act.action = 'close' order by 1) as closings,
        exists (select ${acts} and act.action = 'reopen') as "wasReopened",
        to_char(hazard.due_date, 'YYYY-MM-DD') as "dueDate",
        exists (select ${acts} and act.to_status >= 20) or hazard.status >= 20 as "wasTakenOn",
        hazard.responsible_unit_code is not null as "hasUnit", (${hasAssurances}) as "hasFiveAssurances",
        hazard.funds_wan::text as "fundsWan",
        coalesce((select max(listing.level) ${listed} and listing.state in ('listed', 'delisted')
          and listing.listed_on <= ${asOf}::date), 0) as "listedLevel",
        (select to_char(min(coalesce(listing.requested_on, listing.listed_on)), 'YYYY-MM-DD') ${listed}
          and coalesce(listing.requested_on, listing.listed_on) <= ${asOf}::date) as "proposedOn",
        road.admin_grade as "adminGrade", road.technical_class as "technicalClass", hazard.road_name as "roadName"
      from hazard
        left join squad on squad.code = hazard.squad_code
        left join road on road.code = hazard.road_code and road.withdrawn_at is null
      where ${counts(order)} order by hazard.number
    ) facts where facts.status not in (16, 17)`.execute(db)
  return rows[0]?.packed ?? []
}
