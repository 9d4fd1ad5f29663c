import { sql, type RawBuilder } from 'kysely'
import type { Geometry } from 'geojson'

/** 7 decimals of a degree are a centimetre; more is noise that only makes answers longer. */
const decimals = 7

export const geoJson = <T extends Geometry = Geometry>(column: string): RawBuilder<T> =>
  sql<T>`st_asgeojson(${sql.ref(column)}, ${sql.lit(decimals)})::json`

export const pointGeometry = (longitude: number, latitude: number): RawBuilder<string> =>
  sql<string>`st_setsrid(st_makepoint(${longitude}::float8, ${latitude}::float8), 4326)`

export const geometryOf = (geometry: Geometry): RawBuilder<string> =>
  sql<string>`st_setsrid(st_geomfromgeojson(${JSON.stringify(geometry)}::text), 4326)`

export const lengthMetres = (column: string): RawBuilder<number> =>
  sql<number>`st_length(${sql.ref(column)}::geography)`

/** [west, south, east, north]; `&&` compares bounding boxes and uses the index. */
export const insideBbox = (
  column: string,
  [west, south, east, north]: readonly [number, number, number, number],
): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} && st_makeenvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 4326)`
