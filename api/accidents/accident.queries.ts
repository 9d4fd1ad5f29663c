import { sql, type Insertable, type RawBuilder, type Updateable } from 'kysely'
import { geoJson, insideBbox } from '../db/postgis.ts'
import type { Database, Trx } from '../db/tables.ts'
import { formatStake } from '../roads/stakes/stake-format.ts'
import type { Accident, AccidentFilter, AccidentSummary } from './accident.schema.ts'
import type { AccidentTable } from './accident.table.ts'
import type { Calibre } from './calibre.ts'

/** The one place that says what a calibre counts. */
export function isInCalibre(calibre: Calibre): RawBuilder<boolean> {
  const standing = sql`accident.withdrawn_at is null and accident.record_type <> 9`
  const wanted = {
    general: sql`accident.procedure = 'general'`,
    reported: sql`accident.procedure = 'general' and accident.is_statistical`,
    simple: sql`accident.procedure = 'simple'`,
    all: sql`true`,
  }[calibre]
  return sql<boolean>`(${standing} and ${wanted})`
}

const isOneOf = (column: string, values: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} in (${sql.join(values)})`

function isOnRoad(roads: readonly string[]): RawBuilder<boolean> {
  const codes = roads.filter((code) => code !== 'other')
  const named = codes.length > 0 ? isOneOf('accident.road_code', codes) : sql<boolean>`false`
  return roads.includes('other') ? sql<boolean>`(accident.road_code is null or ${named})` : named
}

const local = sql`(accident.occurred_at at time zone 'Asia/Shanghai')`
/** 00–23 and 1–7 from Monday, on the clock of the banner; an hour that nobody knows is none. */
export const hourOfAccident = sql<string>`case when accident.time_precision = 'day' then 'unknown'
  else to_char(${local}, 'HH24') end`
export const weekdayOfAccident = sql<string>`to_char(${local}, 'ID')`

const lists = {
  severity: 'accident.severity',
  squad: 'accident.squad_code',
  township: 'accident.township',
  form: 'accident.form',
  cause: 'accident.cause_class',
  light: 'accident.light',
  weather: 'accident.weather',
  locating: 'accident.locating',
} as const

/** What the filter shows, and nothing else: the list, the map and every export ask through here. */
export function matches(filter: AccidentFilter): RawBuilder<boolean> {
  const conditions = [isInCalibre(filter.calibre)]
  if (filter.from) conditions.push(sql`accident.occurred_on >= ${filter.from}::date`)
  if (filter.to) conditions.push(sql`accident.occurred_on <= ${filter.to}::date`)
  if (filter.road) conditions.push(isOnRoad(filter.road))
  if (filter.fromStake !== undefined) conditions.push(sql`accident.stake >= ${filter.fromStake}`)
  if (filter.toStake !== undefined) conditions.push(sql`accident.stake <= ${filter.toStake}`)
  if (filter.bbox) conditions.push(insideBbox('accident.geom', filter.bbox))
  for (const [key, column] of Object.entries(lists) as [keyof typeof lists, string][]) {
    const values = filter[key]
    if (values) conditions.push(isOneOf(column, values))
  }
  if (filter.hour) conditions.push(sql`(${hourOfAccident}) in (${sql.join(filter.hour)})`)
  if (filter.weekday) conditions.push(sql`${weekdayOfAccident} in (${sql.join(filter.weekday)})`)
  return sql.join(conditions, sql` and `)
}

export const summaryColumns = sql`
  accident.id, accident.accident_no as "accidentNo", accident.procedure, accident.is_statistical as "isStatistical",
  to_char(accident.occurred_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS') || '+08:00' as "occurredAt",
  accident.road_code as road, accident.road_name as "roadName", accident.stake, accident.direction, accident.side,
  accident.place_text as "placeText", ${geoJson('accident.geom')} as geometry, accident.locating,
  accident.locating_grade as "locatingGrade", accident.township, accident.squad_code as squad, accident.severity,
  accident.killed, accident.injured, accident.seriously_injured as "seriouslyInjured", accident.loss_yuan as "lossYuan",
  accident.form, accident.collision, accident.object_hit as "objectHit", accident.cause_class as "causeClass",
  accident.weather, accident.light, accident.is_demo as demo, accident.version`

type Row<Whole> = Omit<Whole, 'stakeText'>
export interface Position {
  readonly occurredAt: string
  readonly id: string
}

const withStakeText = <T extends { stake: number | null; road: string | null }>(row: T) => ({
  ...row,
  stakeText: row.stake === null ? null : formatStake(row.stake),
})

/** Newest first, in one packed value: thousands of rows one by one cost three times as much. */
export async function listAccidents(
  db: Database,
  filter: AccidentFilter,
  page: { readonly limit: number; readonly after?: Position | undefined },
): Promise<AccidentSummary[]> {
  const after = page.after
    ? sql`and (accident.occurred_at, accident.id) < (${page.after.occurredAt}::timestamptz, ${page.after.id}::uuid)`
    : sql``
  const { rows } = await sql<{ packed: Row<AccidentSummary>[] }>`
    select coalesce(json_agg(listed), '[]') as packed from (
      select ${summaryColumns} from accident where ${matches(filter)} ${after}
      order by accident.occurred_at desc, accident.id desc limit ${page.limit}
    ) listed`.execute(db)
  return (rows[0]?.packed ?? []).map(withStakeText)
}

export async function countAccidents(
  db: Database,
  filter: AccidentFilter,
): Promise<{ total: number; located: number }> {
  const { rows } = await sql<{ total: number; located: number }>`
    select count(*)::int as total, count(accident.geom)::int as located
    from accident where ${matches(filter)}`.execute(db)
  return rows[0] ?? { total: 0, located: 0 }
}

export async function findAccident(db: Database, id: string): Promise<Accident | undefined> {
  const { rows } = await sql<Row<Accident>>`
    select ${summaryColumns}, accident.time_precision as "timePrecision", accident.raw_coordinate as "rawCoordinate",
      accident.crs_source as "crsSource", accident.surface_condition as "surfaceCondition", accident.alignment,
      accident.site_type as "siteType", accident.road_safety_attribute as "roadSafetyAttribute",
      accident.key_vehicles as "keyVehicles", accident.brief is not null as "hasBrief",
      accident.withdrawn_at::text as "withdrawnAt", accident.withdrawn_reason as "withdrawnReason"
    from accident where accident.id = ${id}`.execute(db)
  return rows[0] && withStakeText(rows[0])
}

export async function findBrief(db: Database, id: string): Promise<{ brief: string | null } | undefined> {
  return db.selectFrom('accident').select('brief').where('id', '=', id).executeTakeFirst()
}

export async function insertAccident(trx: Trx, row: Insertable<AccidentTable>): Promise<void> {
  await trx.insertInto('accident').values(row).execute()
}

/** Only the version that was seen is changed; the number of changed rows says whether it still stood. */
export async function updateAccident(
  trx: Trx,
  { id, version }: { readonly id: string; readonly version: number },
  row: Updateable<AccidentTable>,
): Promise<boolean> {
  const result = await trx
    .updateTable('accident')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function findCorrections(trx: Trx, id: string): Promise<Record<string, unknown>> {
  const row = await trx.selectFrom('accident').select('corrections').where('id', '=', id).executeTakeFirst()
  return row?.corrections ?? {}
}
