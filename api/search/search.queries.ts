import { sql, type RawBuilder } from 'kysely'
import '../accidents/accident.table.ts'
import type { Database } from '../db/tables.ts'
import '../facilities/facility.table.ts'
import type { FacilityKind } from '../facilities/facility-kinds.ts'
import '../hazards/hazard.table.ts'
import type { HazardStatus } from '../hazards/hazard-status.ts'
import type { LonLat } from '../roads/network/geodesy.ts'
import type { NamedPlace } from './search-places.ts'
import { endOfPrefix, escapeLike, type NumberQuery } from './search-text.ts'

/** More of one kind than anybody reads. */
const mostOfKind = 20

const lonLat = (point: RawBuilder<unknown>): RawBuilder<LonLat | null> =>
  sql`case when ${point} is null then null else json_build_array(
    round(st_x(${point})::numeric, 7), round(st_y(${point})::numeric, 7)) end`

const contains = (column: RawBuilder<unknown>, part: string): RawBuilder<boolean> =>
  sql<boolean>`${column} ilike ${`%${escapeLike(part)}%`}`

const anyOf = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` or `)})`

export async function listPlaces(db: Database): Promise<NamedPlace[]> {
  const { rows } = await sql<NamedPlace>`
    select code, name, name_en as "nameEn", aliases, kind, rank, ${lonLat(sql`geom`)} as point
    from place order by rank, code`.execute(db)
  return rows
}

interface FoundRecord {
  readonly id: string
  readonly number: string
  readonly road: string | null
  readonly stake: number | null
  readonly placeText: string
  readonly point: LonLat | null
}

export interface FoundHazard extends FoundRecord {
  readonly technicalNumber: string
  readonly title: string
  readonly status: HazardStatus
  readonly level: number | null
  readonly isByNumber: boolean
}

/** By number in any part, or by words that all occur in its title and place. Descriptions are not searched: they may name people. */
export async function findHazards(
  db: Database,
  { printed, technical }: NumberQuery,
  words: readonly string[],
): Promise<FoundHazard[]> {
  const byNumber = anyOf([
    ...(printed === undefined ? [] : [contains(sql`translate(display_number, '〔〕', '')`, printed)]),
    ...(technical === undefined ? [] : [contains(sql`number`, technical)]),
  ])
  const wording = sql`concat_ws(' ', title, place_text, road_name, road_code, township, gacha)`
  const byWords = sql<boolean>`(${sql.join(
    words.map((word) => contains(wording, word)),
    sql` and `,
  )})`
  const { rows } = await sql<FoundHazard>`
    select id, display_number as number, number as "technicalNumber", title, status, level, road_code as road,
      from_stake as stake, place_text as "placeText", ${byNumber} as "isByNumber",
      ${lonLat(sql`case geometrytype(geom) when 'POINT' then geom else st_startpoint(st_geometryn(geom, 1)) end`)} as point
    from hazard where withdrawn_at is null and (${byNumber} or ${byWords})
    order by "isByNumber" desc, status in (16, 17, 70), number desc limit ${mostOfKind}`.execute(db)
  return rows
}

export interface FoundAccident extends FoundRecord {
  readonly severity: string
  readonly day: string
  readonly roadName: string
}

/** Byte order as in the index, so that the range is found in it however many accidents there are. */
const inRange = (column: RawBuilder<unknown>, prefix: string): RawBuilder<boolean> =>
  sql<boolean>`${column} collate "C" >= ${prefix} and ${column} collate "C" < ${endOfPrefix(prefix)}`

const backwards = (text: string) => [...text].reverse().join('')

export async function findAccidents(db: Database, number: string): Promise<FoundAccident[]> {
  const columns = sql`id, accident_no as number, occurred_on::text as day, severity, road_code as road, road_name as "roadName",
    stake, place_text as "placeText", ${lonLat(sql`geom`)} as point`
  const { rows } = await sql<FoundAccident>`
    (select ${columns} from accident
      where withdrawn_at is null and ${inRange(sql`accident_no`, number)}
      order by accident_no collate "C" desc limit ${mostOfKind})
    union all
    (select ${columns} from accident
      where withdrawn_at is null and ${inRange(sql`reverse(accident_no)`, backwards(number))}
      order by reverse(accident_no) collate "C" desc limit ${mostOfKind})`.execute(db)
  // A short number can be found from both ends.
  const once = rows.filter(({ id }, i) => rows.findIndex((row) => row.id === id) === i)
  return once.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1))
}

export interface FoundFacility extends FoundRecord {
  readonly state: string
  readonly kind: FacilityKind
}

export async function findFacilities(db: Database, part: string): Promise<FoundFacility[]> {
  const { rows } = await sql<FoundFacility>`
    select id, number, kind, state, road_code as road, stake, place_text as "placeText", ${lonLat(sql`geom`)} as point
    from facility where withdrawn_at is null and ${contains(sql`number`, part)}
    order by number desc limit ${mostOfKind}`.execute(db)
  return rows
}
