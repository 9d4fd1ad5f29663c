import { sql, type Insertable, type RawBuilder, type Selectable, type Updateable } from 'kysely'
import { geoJson, insideBbox } from '../db/postgis.ts'
import type { Database, Trx } from '../db/tables.ts'
import { hazardFacts } from './records/hazard-facts.queries.ts'
import { hazardOrder, type MineFirst } from './hazard-order.queries.ts'
import type { HazardFilter } from './hazard-query.schema.ts'
import type { HazardRow } from './hazard-row.ts'
import type { HazardTable } from './hazard.table.ts'
import { isOverdue } from './overdue.queries.ts'

const hazardColumns = sql`
  hazard.id, hazard.number, hazard.display_number as "displayNumber", hazard.title, hazard.status, hazard.level,
  hazard.types, hazard.description, hazard.road_code as road, hazard.road_name as "roadName",
  hazard.from_stake as "fromStake", hazard.to_stake as "toStake", hazard.direction, hazard.side,
  hazard.place_text as "placeText", ${geoJson('hazard.geom')} as geometry, hazard.crs_source as "crsSource", hazard.raw_coordinate as "rawCoordinate",
  hazard.locating, hazard.accuracy, hazard.township, hazard.gacha, hazard.squad_code as squad, hazard.source,
  hazard.found_at as "foundAt", hazard.found_by as "foundBy", hazard.analysis, hazard.advice,
  hazard.emergency_advice as "emergencyAdvice", hazard.responsible_unit_code as "responsibleUnit",
  responsible.short_name as "responsibleUnitName", hazard.responsible_person as "responsiblePerson",
  hazard.regulator_unit_code as "regulatorUnit", regulator.short_name as "regulatorUnitName",
  hazard.remedy_plan as "remedyPlan", hazard.funds_wan as "fundsWan", hazard.due_date as "dueDate",
  hazard.original_due_date as "originalDueDate", hazard.supervision_level as "supervisionLevel",
  hazard.temporary_control as "temporaryControl", hazard.temporary_control_text as "temporaryControlText",
  hazard.progress_text as "progressText", hazard.flags, hazard.is_black_spot as "isBlackSpot",
  hazard.screening_site_id as "screeningSiteId", hazard.merged_into as "mergedInto", hazard.sensitivity,
  hazard.remark, hazard.is_demo as demo, hazard.version, hazard.created_at as "createdAt",
  hazard.updated_at as "updatedAt", hazard.request_hash as "requestHash",
  coalesce((
    select json_object_agg(last_act.action, last_act.actor_id) from (
      select distinct on (action) action, actor_id from hazard_transition
      where hazard_id = hazard.id order by action, at desc, id desc
    ) last_act
  ), '{}') as past,
  hazard.assurances, hazard.parent_id as "parentId", hazard.withdrawn_at as "withdrawnAt",
  hazard.withdrawn_reason as "withdrawnReason", ${hazardFacts} as facts`

const hazardTables = sql`hazard
  left join unit responsible on responsible.code = hazard.responsible_unit_code
  left join unit regulator on regulator.code = hazard.regulator_unit_code`

const isOneOf = (column: RawBuilder<unknown>, values: readonly (string | number)[]) =>
  sql<boolean>`${column} in (${sql.join(values)})`

function isOnRoad(roads: readonly string[]): RawBuilder<boolean> {
  const codes = roads.filter((code) => code !== 'other')
  const named = codes.length > 0 ? isOneOf(sql`hazard.road_code`, codes) : sql<boolean>`false`
  return roads.includes('other') ? sql<boolean>`(hazard.road_code is null or ${named})` : named
}

/** What the filter shows, and nothing else: the list, the map and every export ask through here. */
function matches(filter: HazardFilter, today: string): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [
    filter.withdrawn === 'only' ? sql`hazard.withdrawn_at is not null` : sql`hazard.withdrawn_at is null`,
  ]
  if (filter.road) conditions.push(isOnRoad(filter.road))
  if (filter.status) conditions.push(isOneOf(sql`hazard.status`, filter.status))
  if (filter.level) conditions.push(isOneOf(sql`hazard.level`, filter.level))
  if (filter.type) conditions.push(sql`hazard.types && array[${sql.join(filter.type)}]::text[]`)
  if (filter.supervisionLevel)
    conditions.push(isOneOf(sql`hazard.supervision_level`, filter.supervisionLevel))
  if (filter.squad) conditions.push(isOneOf(sql`hazard.squad_code`, filter.squad))
  if (filter.township) conditions.push(isOneOf(sql`hazard.township`, filter.township))
  if (filter.overdue !== undefined) conditions.push(sql`${isOverdue(today)} = ${filter.overdue}`)
  if (filter.open !== undefined) conditions.push(sql`(hazard.status not in (16, 17, 70)) = ${filter.open}`)
  const foundOn = sql`(hazard.found_at at time zone 'Asia/Shanghai')::date`
  if (filter.from) conditions.push(sql`${foundOn} >= ${filter.from}::date`)
  if (filter.to) conditions.push(sql`${foundOn} <= ${filter.to}::date`)
  if (filter.bbox) conditions.push(insideBbox('hazard.geom', filter.bbox))
  return sql.join(conditions, sql` and `)
}

export interface HazardPage {
  readonly limit: number
  /** Number of the last hazard of the page before. */
  readonly cursor?: string | undefined
  readonly mine?: MineFirst | undefined
}

export async function listHazards(
  db: Database,
  filter: HazardFilter,
  { limit, cursor, mine }: HazardPage,
  today: string,
): Promise<HazardRow[]> {
  const order = hazardOrder(mine)
  const after = cursor === undefined ? sql`true` : order.after(cursor)
  const { rows } = await sql<HazardRow>`
    select ${hazardColumns} from ${hazardTables}
    where ${matches(filter, today)} and ${after} order by ${order.by} limit ${limit}`.execute(db)
  return rows
}

/** How many the filter shows, and how many of them are on the map. */
export async function countHazards(
  db: Database,
  filter: HazardFilter,
  today: string,
): Promise<{ total: number; located: number }> {
  const { rows } = await sql<{ total: number; located: number }>`
    select count(*)::int as total, count(hazard.geom)::int as located
    from hazard where ${matches(filter, today)}`.execute(db)
  return rows[0] ?? { total: 0, located: 0 }
}

const hazardsById = async (db: Database, ids: readonly string[], condition: RawBuilder<unknown>) => {
  const { rows } = await sql<HazardRow>`
    select ${hazardColumns} from ${hazardTables}
    where hazard.id in (${sql.join(ids)}) and ${condition}`.execute(db)
  return rows
}

/** In the order of the ids asked for; what was withdrawn is not among them. */
export async function listHazardsById(db: Database, ids: readonly string[]): Promise<HazardRow[]> {
  if (ids.length === 0) return []
  const rows = await hazardsById(db, ids, sql`hazard.withdrawn_at is null`)
  return ids.flatMap((id) => rows.filter((row) => row.id === id))
}

export async function findHazard(db: Database, id: string): Promise<HazardRow | undefined> {
  const [row] = await listHazardsById(db, [id])
  return row
}

/** Withdrawn ones too: their numbers are explained for ever. */
export async function findAnyHazard(db: Database, id: string): Promise<HazardRow | undefined> {
  const [row] = await hazardsById(db, [id], sql`true`)
  return row
}

/** Held until the transaction ends: two officers changing one hazard wait for each other. No key lock, since rows that refer to the hazard already share its key and would wait for each other in a circle. */
export async function lockHazard(trx: Trx, id: string): Promise<void> {
  await trx.selectFrom('hazard').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}

/** Held until the transaction ends: registrations wait for each other, so no number is lost. */
export async function lockHazardNumbers(trx: Trx, year: number): Promise<void> {
  await trx
    .insertInto('hazard_number')
    .values({ year, last: 0 })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ last: sql`hazard_number.last` }))
    .execute()
}

export async function nextHazardNumber(trx: Trx, year: number): Promise<number> {
  const { last } = await trx
    .updateTable('hazard_number')
    .set({ last: sql`last + 1` })
    .where('year', '=', year)
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

export async function insertHazard(trx: Trx, row: Insertable<HazardTable>): Promise<void> {
  await trx.insertInto('hazard').values(row).execute()
}

export async function updateHazard(
  trx: Trx,
  id: string,
  row: Updateable<HazardTable>,
  { keepsVersion = false }: { readonly keepsVersion?: boolean } = {},
): Promise<void> {
  await trx
    .updateTable('hazard')
    .set(keepsVersion ? row : { ...row, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Follows from the facilities placed there; not a change of the hazard itself, so its version stays. */
export async function updateTemporaryControl(
  trx: Trx,
  id: string,
  control: Selectable<HazardTable>['temporary_control'],
  text: string | null,
): Promise<void> {
  await trx
    .updateTable('hazard')
    .set({ temporary_control: control, temporary_control_text: text })
    .where('id', '=', id)
    .execute()
}

export async function hasActiveListing(db: Database, hazardId: string): Promise<boolean> {
  const row = await db
    .selectFrom('listing')
    .select('id')
    .where('hazard_id', '=', hazardId)
    .where('state', '=', 'listed')
    .executeTakeFirst()
  return row !== undefined
}
