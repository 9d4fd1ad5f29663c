import type { Severity } from '../accidents/severity.ts'
import { sql, type RawBuilder } from 'kysely'
import { isInCalibre } from '../accidents/accident.queries.ts'
import '../accidents/accident.table.ts'
import '../areas/area.table.ts'
import type { Database } from '../db/tables.ts'
import { endedStatuses } from '../hazards/hazard-status.ts'
import '../hazards/hazard.table.ts'
import type { LonLat } from '../roads/network/geodesy.ts'
import type { PlacedRecord } from './locating-reasons.ts'
import type { RecordPlace } from './place-candidate.ts'
import type { RecordKind } from './work-list.ts'

export interface ScannedRecord extends PlacedRecord {
  readonly kind: RecordKind
  readonly id: string
  readonly gravity: number
  readonly time: number
  readonly isConfirmed: boolean
  /** A closed hazard is changed no more. */
  readonly isEnded: boolean
}

/** The border is drawn to about half a kilometre. */
const borderAccuracy = 500

/** Once per statement, as a plain geometry: a test against it is prepared by GEOS and takes microseconds. */
const banner = sql`banner as materialized (
  select st_buffer(geom::geography, ${borderAccuracy}::float8)::geometry as outline
  from area where kind = 'banner' and geom is not null limit 1)`

/** A hazard may be a line: the place where it begins stands for it. */
const startOf = (column: string): RawBuilder<unknown> => {
  const geom = sql.ref(column)
  return sql`case geometrytype(${geom}) when 'POINT' then ${geom} else st_startpoint(st_geometryn(${geom}, 1)) end`
}

/** All records, or one of them. */
const isWanted = (table: RecordKind, id: string | undefined): RawBuilder<boolean> =>
  id === undefined ? sql<boolean>`true` : sql<boolean>`${sql.ref(`${table}.id`)} = ${id}`

/** Changes with every record that is written: each write counts its version up and says when. */
export async function findRecordStamp(db: Database): Promise<string> {
  const stampOf = (table: RecordKind) => sql<string>`(
    select concat_ws('/', count(*), sum(version), sum(extract(epoch from updated_at))) from ${sql.table(table)})`
  const { rows } = await sql<{ stamp: string }>`
    select ${stampOf('accident')} || ';' || ${stampOf('hazard')} as stamp`.execute(db)
  return rows[0]!.stamp
}

/** One packed value: a hundred thousand rows one by one cost three times as much. */
type Packed = [
  id: string,
  gravity: number,
  time: number,
  road: string | null,
  stake: number | null,
  lon: number | null,
  lat: number | null,
  locating: string,
  isAmbiguous: boolean | null,
  isOutside: boolean,
  isConfirmed: boolean,
  isEnded: boolean,
]

const unpacked = (kind: RecordKind, row: Packed): ScannedRecord => ({
  kind,
  id: row[0],
  gravity: row[1],
  time: row[2],
  road: row[3],
  stake: row[4],
  point: row[5] === null || row[6] === null ? null : [row[5], row[6]],
  locating: row[7],
  isAmbiguous: row[8] ?? undefined,
  isOutside: row[9],
  isConfirmed: row[10],
  isEnded: row[11],
})

async function scan(db: Database, kind: RecordKind, rows: RawBuilder<unknown>): Promise<ScannedRecord[]> {
  const packed = await sql<{ packed: Packed[] | null }>`
    with ${banner} select json_agg(json_build_array(
      id, gravity, time, road, stake, st_x(point), st_y(point), locating, ambiguous,
      point is not null and not coalesce(st_intersects((select outline from banner), point), true),
      confirmed, ended
    )) as packed from (${rows}) scanned`.execute(db)
  return (packed.rows[0]?.packed ?? []).map((row) => unpacked(kind, row))
}

const accidentGravity = sql`case accident.severity when 'fatal' then 0 when 'injury' then 1 else 2 end`

/** What of every accident decides whether its place needs a second look. */
export function scanAccidents(db: Database, id?: string): Promise<ScannedRecord[]> {
  return scan(
    db,
    'accident',
    sql`
    select accident.id, ${accidentGravity} as gravity, extract(epoch from accident.occurred_at)::bigint as time,
      accident.road_code as road, accident.stake, accident.geom as point, accident.locating,
      accident.locating_grade = 'ambiguous' as ambiguous, accident.place_confirmed_reason is not null as confirmed,
      false as ended
    from accident where ${isInCalibre('all')} and ${isWanted('accident', id)}`,
  )
}

export function scanHazards(db: Database, id?: string): Promise<ScannedRecord[]> {
  return scan(
    db,
    'hazard',
    sql`
    select hazard.id, coalesce(hazard.level, 3) - 1 as gravity, extract(epoch from hazard.found_at)::bigint as time,
      hazard.road_code as road, hazard.from_stake as stake, ${startOf('hazard.geom')} as point, hazard.locating,
      null::boolean as ambiguous, hazard.place_confirmed_reason is not null as confirmed,
      hazard.status in (${sql.join(endedStatuses)}) as ended
    from hazard where hazard.withdrawn_at is null and ${isWanted('hazard', id)}`,
  )
}

export interface RecordDetail extends RecordPlace {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly severity: Severity | null
  readonly level: number | null
  readonly confirmedReason: string | null
  readonly version: number
}

const pointOf = (geom: RawBuilder<unknown>): RawBuilder<LonLat | null> =>
  sql`(select case when point is null then null else json_build_array(
    round(st_x(point)::numeric, 7), round(st_y(point)::numeric, 7)) end from (select ${geom} as point) placed)`

/** Time, road and place in the words of the record; nothing of the persons. */
const accidentTitle = sql`to_char(accident.occurred_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') || ' ' ||
  case when position(split_part(accident.road_name, '（', 1) in accident.place_text) > 0
    or position(coalesce(accident.road_code, accident.road_name) in accident.place_text) > 0
  then '' else accident.road_name || ' ' end || accident.place_text`

async function listAccidentDetails(db: Database, ids: readonly string[]): Promise<RecordDetail[]> {
  const { rows } = await sql<RecordDetail>`
    select accident.id, accident.accident_no as number, ${accidentTitle} as title, accident.road_code as road,
      accident.road_name as "roadName", accident.stake, null::int as "toStake", accident.place_text as "placeText",
      ${pointOf(sql`accident.geom`)} as point, accident.raw_coordinate as "rawCoordinate",
      accident.crs_source as "crsSource", accident.severity, null::int as level, accident.place_confirmed_reason as "confirmedReason", accident.version
    from accident where accident.withdrawn_at is null and accident.id in (${sql.join(ids)})`.execute(db)
  return rows
}

async function listHazardDetails(db: Database, ids: readonly string[]): Promise<RecordDetail[]> {
  const { rows } = await sql<RecordDetail>`
    select hazard.id, hazard.display_number as number, hazard.title, hazard.road_code as road,
      hazard.road_name as "roadName", hazard.from_stake as stake, hazard.to_stake as "toStake",
      hazard.place_text as "placeText", ${pointOf(startOf('hazard.geom'))} as point,
      hazard.raw_coordinate as "rawCoordinate", hazard.crs_source as "crsSource", null::text as severity, hazard.level,
      hazard.place_confirmed_reason as "confirmedReason", hazard.version
    from hazard where hazard.withdrawn_at is null and hazard.id in (${sql.join(ids)})`.execute(db)
  return rows
}

export async function listDetails(
  db: Database,
  kind: RecordKind,
  ids: readonly string[],
): Promise<RecordDetail[]> {
  if (ids.length === 0) return []
  return kind === 'accident' ? listAccidentDetails(db, ids) : listHazardDetails(db, ids)
}
