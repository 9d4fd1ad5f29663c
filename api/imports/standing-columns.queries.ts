import { sql, type RawBuilder } from 'kysely'
import type { ImportTable } from './import-tables.ts'

/** Written the way rows of a file say it, so that the two compare as texts. */
function asJson(column: string, type: string): RawBuilder<unknown> {
  const ref = sql.ref(`standing.${column}`)
  if (type !== 'timestamptz') return sql`${ref}`
  return sql`to_char(${ref} at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as ${sql.ref(column)}`
}

const point = sql`st_x(standing.geom) as lon, st_y(standing.geom) as lat`
const geometry = sql`st_asgeojson(standing.geom, 7)::json as geometry`

/** All importable columns of `standing` as one JSON object; there are more than `jsonb_build_object` takes. The alias must not be a column of a table around it. */
export function standingColumns({ columns, place }: ImportTable): RawBuilder<Record<string, unknown>> {
  const listed = sql.join(Object.entries(columns).map(([column, type]) => asJson(column, type)))
  const where = place === 'point' ? point : geometry
  return sql`(select to_jsonb(standing_columns) from (select ${listed}, ${where}) as standing_columns)`
}

/** The same columns out of a JSON object, for `insert … select`. */
export function recordOf({ columns, place }: ImportTable, json: RawBuilder<unknown>): RawBuilder<unknown> {
  const placed = place === 'point' ? { lon: 'float8', lat: 'float8' } : { geometry: 'json' }
  const types = Object.entries({ ...columns, ...placed }).map(
    ([column, type]) => sql`${sql.ref(column)} ${sql.raw(type)}`,
  )
  return sql`jsonb_to_record(${json}) as given(${sql.join(types)})`
}

export function geometryOfRecord({ place }: ImportTable): RawBuilder<unknown> {
  return place === 'point'
    ? sql`case when given.lon is not null then st_setsrid(st_makepoint(given.lon, given.lat), 4326) end`
    : sql`case when given.geometry is not null and json_typeof(given.geometry) = 'object'
        then st_setsrid(st_geomfromgeojson(given.geometry::text), 4326) end`
}

export const columnNames = ({ columns }: ImportTable): string[] => Object.keys(columns)
