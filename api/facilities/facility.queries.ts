import { sql, type Insertable, type RawBuilder, type Updateable } from 'kysely'
import { geoJson, insideBbox } from '../db/postgis.ts'
import type { Database, Trx } from '../db/tables.ts'
import type { PlacedSign } from './bump-warning.ts'
import type { FacilityFilter } from './facility-query.schema.ts'
import type { FacilityRow } from './facility-view.ts'
import type { FacilityKind } from './facility-kinds.ts'
import type { FacilityTable } from './facility.table.ts'
import { standingStates, type FacilityState } from './facility-states.ts'
import type { LinkedFacility } from './temporary-control.ts'
import { isInspectionOverdue } from './inspection-clock.queries.ts'

const facilityColumns = sql`
  facility.id, facility.number, facility.kind, facility.quantity, facility.unit,
  facility.length_metres::float8 as "lengthMetres", facility.legend, facility.road_code as road,
  facility.road_name as "roadName", facility.stake, facility.direction, facility.side,
  facility.place_text as "placeText", ${geoJson('facility.geom')} as geometry,
  facility.raw_coordinate as "rawCoordinate", facility.crs_source as "crsSource", facility.hazard_id as "hazardId",
  hazard.display_number as "hazardNumber", facility.state, facility.installed_on as "installedOn",
  facility.installed_by as "installedBy", facility.cost_yuan as "costYuan", facility.consent,
  facility.consent_document as "consentDocument", facility.supplier, facility.model, facility.warranty_until as "warrantyUntil",
  facility.facing, facility.faces, facility.funding, facility.removal_reason as "removalReason",
  facility.last_inspected_on as "lastInspectedOn", facility.inspection_due_on as "inspectionDueOn",
  facility.remark, facility.is_demo as demo, facility.version, facility.created_at as "createdAt",
  facility.updated_at as "updatedAt", facility.request_hash as "requestHash"`

const facilityTables = sql`facility left join hazard on hazard.id = facility.hazard_id`

const isOneOf = (column: RawBuilder<unknown>, values: readonly string[]) =>
  sql<boolean>`${column} in (${sql.join(values)})`

function isOnRoad(roads: readonly string[]): RawBuilder<boolean> {
  const codes = roads.filter((code) => code !== 'other')
  const named = codes.length > 0 ? isOneOf(sql`facility.road_code`, codes) : sql<boolean>`false`
  return roads.includes('other') ? sql<boolean>`(facility.road_code is null or ${named})` : named
}

function matches(filter: FacilityFilter, today: string): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [sql`facility.withdrawn_at is null`]
  if (filter.road) conditions.push(isOnRoad(filter.road))
  if (filter.kind) conditions.push(isOneOf(sql`facility.kind`, filter.kind))
  if (filter.state) conditions.push(isOneOf(sql`facility.state`, filter.state))
  if (filter.hazardId) conditions.push(sql`facility.hazard_id = ${filter.hazardId}`)
  if (filter.inspectionOverdue !== undefined)
    conditions.push(sql`${isInspectionOverdue(today)} = ${filter.inspectionOverdue}`)
  if (filter.installedFrom) conditions.push(sql`facility.installed_on >= ${filter.installedFrom}::date`)
  if (filter.installedTo) conditions.push(sql`facility.installed_on <= ${filter.installedTo}::date`)
  if (filter.bbox) conditions.push(insideBbox('facility.geom', filter.bbox))
  return sql.join(conditions, sql` and `)
}

export interface FacilityPage {
  readonly limit: number
  /** Number of the last facility of the page before. */
  readonly cursor?: string | undefined
}

/** Newest number first. */
export async function listFacilities(
  db: Database,
  filter: FacilityFilter,
  { limit, cursor }: FacilityPage,
  today: string,
): Promise<FacilityRow[]> {
  const after = cursor === undefined ? sql`true` : sql`facility.number < ${cursor}`
  const { rows } = await sql<FacilityRow>`
    select ${facilityColumns} from ${facilityTables}
    where ${matches(filter, today)} and ${after} order by facility.number desc limit ${limit}`.execute(db)
  return rows
}

/** How many the filter shows, and how many of them are on the map. */
export async function countFacilities(
  db: Database,
  filter: FacilityFilter,
  today: string,
): Promise<{ total: number; located: number }> {
  const { rows } = await sql<{ total: number; located: number }>`
    select count(*)::int as total, count(facility.geom)::int as located
    from facility where ${matches(filter, today)}`.execute(db)
  return rows[0] ?? { total: 0, located: 0 }
}

export async function findFacility(db: Database, id: string): Promise<FacilityRow | undefined> {
  const { rows } = await sql<FacilityRow>`
    select ${facilityColumns} from ${facilityTables}
    where facility.id = ${id} and facility.withdrawn_at is null`.execute(db)
  return rows[0]
}

export async function listFacilitiesById(db: Database, ids: readonly string[]): Promise<FacilityRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<FacilityRow>`
    select ${facilityColumns} from ${facilityTables}
    where facility.id in (${sql.join(ids)}) and facility.withdrawn_at is null`.execute(db)
  return rows
}

export interface FacilityTotal {
  readonly kind: FacilityKind
  readonly unit: string
  readonly rows: number
  readonly quantity: number
  readonly lengthMetres: number
  readonly working: number
  readonly placed: number
  readonly placedMetres: number
}

/** What stands at the roads, and what was ever placed there, whatever became of it; plans are neither. */
export async function totalFacilities(
  db: Database,
  filter: FacilityFilter,
  today: string,
): Promise<FacilityTotal[]> {
  const stands = isOneOf(sql`facility.state`, standingStates)
  const { rows } = await sql<FacilityTotal>`
    select facility.kind, facility.unit, (count(*) filter (where ${stands}))::int as rows,
      coalesce(sum(facility.quantity) filter (where ${stands}), 0)::int as quantity,
      coalesce(sum(facility.length_metres) filter (where ${stands}), 0)::float8 as "lengthMetres",
      coalesce(sum(facility.quantity) filter (where facility.state in ('working', 'permanent')), 0)::int as working,
      sum(facility.quantity)::int as placed, coalesce(sum(facility.length_metres), 0)::float8 as "placedMetres"
    from facility where ${matches(filter, today)} and facility.state <> 'planned'
    group by facility.kind, facility.unit order by facility.kind, facility.unit`.execute(db)
  return rows
}

/** Facilities linked to these hazards, in the order they were placed. */
export async function listLinkedFacilities(
  db: Database,
  hazardIds: readonly string[],
): Promise<(LinkedFacility & { readonly hazardId: string })[]> {
  if (hazardIds.length === 0) return []
  const { rows } = await sql<LinkedFacility & { readonly hazardId: string }>`
    select hazard_id as "hazardId", kind, unit, quantity, length_metres::float8 as "lengthMetres", legend, state
    from facility where hazard_id in (${sql.join(hazardIds)}) and withdrawn_at is null order by number`.execute(
    db,
  )
  return rows
}

/** Warning signs on a road, whatever their state. */
export async function listSigns(db: Database, road: string): Promise<PlacedSign[]> {
  const { rows } = await sql<PlacedSign>`
    select stake as "fromStake", direction, side, state,
      case when geom is not null then json_build_array(st_x(geom), st_y(geom)) end as point
    from facility where road_code = ${road} and kind = 'warning_sign' and stake is not null
      and withdrawn_at is null order by number`.execute(db)
  return rows
}

export async function nextFacilitySequence(trx: Trx): Promise<number> {
  const { rows } = await sql<{ next: number }>`select nextval('facility_number')::int as next`.execute(trx)
  return rows[0]!.next
}

export async function lockFacility(trx: Trx, id: string): Promise<void> {
  await trx.selectFrom('facility').select('id').where('id', '=', id).forUpdate().execute()
}

export async function insertFacility(trx: Trx, row: Insertable<FacilityTable>): Promise<boolean> {
  const inserted = await trx
    .insertInto('facility')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function updateFacility(trx: Trx, id: string, row: Updateable<FacilityTable>): Promise<void> {
  await trx
    .updateTable('facility')
    .set({ ...row, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** What a facility was registered with, as the audit trail has it; undefined for rows loaded in bulk. */
export async function findPlacing(db: Database, id: string): Promise<Record<string, unknown> | undefined> {
  const row = await db
    .selectFrom('audit_entry')
    .select('after')
    .where('object_type', '=', 'facility')
    .where('object_id', '=', id)
    .where('action', '=', 'facility.place')
    .executeTakeFirst()
  return row?.after as Record<string, unknown> | undefined
}

export interface FacilityOfHazard {
  readonly id: string
  readonly number: string
  readonly kind: FacilityKind
  readonly state: FacilityState
  readonly version: number
}

export async function listFacilitiesOfHazard(trx: Trx, hazardId: string): Promise<FacilityOfHazard[]> {
  const { rows } = await sql<FacilityOfHazard>`
    select id, number, kind, state, version from facility
    where hazard_id = ${hazardId} and withdrawn_at is null order by number for update`.execute(trx)
  return rows
}
