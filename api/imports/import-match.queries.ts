import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../db/tables.ts'
import type { Finding, Outcome } from './import-types.ts'
import { importTables } from './import-tables.ts'
import type { ImportKind } from './import-types.ts'
import type { OtherRecord } from './matching/other-record.ts'
import type { StandingRecord } from './matching/standing-match.ts'
import { standingColumns } from './standing-columns.queries.ts'

/** Positions of one batch, both inclusive. */
export interface Stretch {
  readonly batchId: string
  readonly from: number
  readonly to: number
}

const inStretch = ({ batchId, from, to }: Stretch): RawBuilder<boolean> =>
  sql<boolean>`row.batch_id = ${batchId}::uuid and row.position between ${from}::int and ${to}::int`

export interface JudgedRow {
  readonly position: number
  readonly said: Record<string, unknown>
  readonly findings: readonly Finding[]
  readonly key: string | null
  readonly outcome: Outcome
  readonly others: readonly OtherRecord[]
}

export async function listJudged(db: Database, batchId: string, positions: readonly number[]) {
  if (positions.length === 0) return []
  const { rows } = await sql<JudgedRow>`
    select position, said, findings, record_key as key, outcome, others from import_row
    where batch_id = ${batchId}::uuid and position in (${sql.join(positions)})
    order by position`.execute(db)
  return rows
}

const isListed = (kind: ImportKind) =>
  kind === 'hazards'
    ? sql<boolean>`exists (select from listing where hazard_id = standing.id and listed_on is not null
        and delisted_on is null)`
    : sql<boolean>`false`

/** What stands under the numbers of these rows. A record whose import was undone stands no more. */
export async function listStanding(
  db: Database,
  kind: ImportKind,
  stretch: Stretch,
): Promise<(StandingRecord & { position: number })[]> {
  const table = importTables[kind]
  const number = {
    accidents: sql``,
    hazards: sql`or row.record_key in (standing.number, standing.display_number)`,
    facilities: sql`or standing.number = row.record_key`,
  }[kind]
  // A row of another installation may bear a number that has since been given here: its own words choose.
  const agreeing = {
    accidents: sql`standing.id`,
    hazards: sql`standing.title = row.said->>'title' desc nulls last, standing.id`,
    facilities: sql`standing.kind = row.said->>'kind' desc nulls last, standing.id`,
  }[kind]
  const { rows } = await sql<StandingRecord & { position: number }>`
    select row.position, standing.id, standing.version, standing.imported,
      standing.withdrawn_at is not null as "isWithdrawn", ${isListed(kind)} as "isListed",
      ${standingColumns(table)} as columns
    from import_row as row
    join ${sql.table(table.table)} as standing
      on (${sql.ref(`standing.${table.keyColumn}`)} = row.record_key ${number}) and not standing.import_undone
    where ${inStretch(stretch)}
    order by row.position, standing.withdrawn_at desc nulls first, ${agreeing}`.execute(db)
  return rows
}

export async function findStanding(db: Database, kind: ImportKind, id: string) {
  const table = importTables[kind]
  const { rows } = await sql<StandingRecord>`
    select standing.id, standing.version, standing.imported,
      standing.withdrawn_at is not null as "isWithdrawn", ${isListed(kind)} as "isListed",
      ${standingColumns(table)} as columns
    from ${sql.table(table.table)} as standing
    where standing.id = ${id}::uuid and not standing.import_undone`.execute(db)
  return rows[0]
}

type Near = OtherRecord & { readonly position: number }

const dayOf = (at: RawBuilder<unknown>) => sql`((${at}) at time zone 'Asia/Shanghai')::date`

/**
 * Two hours and two hundred metres: closer than that, two numbers are perhaps one accident. Sought by day: an index
 * serves equal days, while for the hours alone each row would be held against all accidents there are.
 */
const nearAccidents = (stretch: Stretch) => sql<Near>`
  select row.position, 'database' as "in", standing.id, standing.accident_no as number,
    to_char(standing.occurred_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as "occurredAt",
    concat_ws(' ', standing.road_name, standing.place_text) as place,
    concat('死', standing.killed, ' 伤', standing.injured, ' 损失', standing.loss_yuan, '元') as summary,
    round((abs(extract(epoch from standing.occurred_at - row.occurred_at)) / 3600)::numeric, 1)::float8
      as "hoursApart",
    round(case when standing.road_code = row.road_code and standing.stake is not null and row.stake is not null
      then abs(standing.stake - row.stake) else st_distance(standing.geom::geography, row.geom::geography) end
    )::int as "metresApart"
  from import_row as row
  cross join lateral (
    select ${dayOf(sql`row.occurred_at - interval '2 hours'`)} as day
    union select ${dayOf(sql`row.occurred_at + interval '2 hours'`)}
  ) as around
  join accident as standing on standing.occurred_on = around.day and standing.withdrawn_at is null
    and standing.occurred_at between row.occurred_at - interval '2 hours' and row.occurred_at + interval '2 hours'
    and standing.accident_no <> coalesce(row.record_key, '')
    and case when standing.road_code = row.road_code and standing.stake is not null and row.stake is not null
      then abs(standing.stake - row.stake) <= 200
      else coalesce(st_dwithin(standing.geom::geography, row.geom::geography, 200), false) end
  where ${inStretch(stretch)} and row.outcome in ('new', 'check')`

const nearHazards = (stretch: Stretch) => sql<Near>`
  select row.position, 'database' as "in", standing.id, standing.display_number as number,
    null as "occurredAt", standing.place_text as place, standing.title as summary,
    abs(standing.from_stake - row.stake) as "metresApart"
  from import_row as row
  join hazard as standing on standing.withdrawn_at is null and standing.road_code = row.road_code
    and standing.type_main = row.said->>'type_main' and abs(standing.from_stake - row.stake) <= 200
    and standing.request_hash <> coalesce(row.record_key, '')
  where ${inStretch(stretch)} and row.outcome in ('new', 'check')`

const nearFacilities = (stretch: Stretch) => sql<Near>`
  select row.position, 'database' as "in", standing.id, standing.number, null as "occurredAt",
    standing.place_text as place, concat(standing.quantity, standing.unit) as summary,
    abs(standing.stake - row.stake) as "metresApart"
  from import_row as row
  join facility as standing on standing.withdrawn_at is null and standing.road_code = row.road_code
    and standing.kind = row.said->>'kind' and abs(standing.stake - row.stake) <= 20
    and standing.request_hash <> coalesce(row.record_key, '')
  where ${inStretch(stretch)} and row.outcome in ('new', 'check')`

const near = { accidents: nearAccidents, hazards: nearHazards, facilities: nearFacilities }

/** Records with other numbers that a row may be. */
export async function listProbable(db: Database, kind: ImportKind, stretch: Stretch): Promise<Near[]> {
  const { rows } = await near[kind](stretch).execute(db)
  return rows
}

/** Rows whose point lies out of the banner by more than a margin; none where no border is known. */
export async function listOutside(db: Database, stretch: Stretch, margin: number): Promise<number[]> {
  const { rows } = await sql<{ position: number }>`
    select row.position from import_row as row
    join area as banner on banner.kind = 'banner' and banner.geom is not null
    where ${inStretch(stretch)} and row.geom is not null and not st_covers(banner.geom, row.geom)
      and not st_dwithin(banner.geom::geography, row.geom::geography, ${margin}::float8)
    order by row.position`.execute(db)
  return rows.map(({ position }) => position)
}

/** A facility names its hazard by number; which hazard that is only the database knows. */
export async function linkHazards(db: Database, batchId: string, unknown: Finding): Promise<void> {
  await sql`
    update import_row as row set said = (row.said - 'hazard_number')
      || case when named.id is null then '{}'::jsonb else jsonb_build_object('hazard_id', named.id) end,
      findings = case when named.id is null then row.findings || ${JSON.stringify([unknown])}::text::jsonb
        else row.findings end,
      outcome = case when named.id is null and row.outcome = 'new' then 'check' else row.outcome end
    from import_row as facility
    left join hazard as named on named.withdrawn_at is null
      and facility.said->>'hazard_number' in (named.number, named.display_number)
    where row.batch_id = ${batchId}::uuid and row.said ? 'hazard_number'
      and facility.batch_id = row.batch_id and facility.position = row.position`.execute(db)
}
