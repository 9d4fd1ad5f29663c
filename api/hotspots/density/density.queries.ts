import { sql } from 'kysely'
import { isInCalibre } from '../../accidents/accident.queries.ts'
import type { Database } from '../../db/tables.ts'
import type { LonLat } from '../../roads/network/geodesy.ts'
import type { PlacedAccident } from '../analysis/density/road-density.ts'
import type { ScreeningScope } from '../screening-input.queries.ts'

type Packed = readonly [road: string, stake: number, longitude: number | null, latitude: number | null]

/** Accidents of the scope that have a road and a stake, in one packed value. */
export async function listPlacedAccidents(db: Database, scope: ScreeningScope): Promise<PlacedAccident[]> {
  const { rows } = await sql<{ packed: Packed[] | null }>`
    select json_agg(json_build_array(road_code, stake, st_x(geom), st_y(geom)) order by road_code, stake, id) as packed
    from accident
    where road_code is not null and stake is not null
      and occurred_on between ${scope.from} and ${scope.to} and ${isInCalibre(scope.calibre)}`.execute(db)
  return (rows[0]?.packed ?? []).map(([road, stake, longitude, latitude]) => ({
    road,
    stake,
    point: longitude === null || latitude === null ? null : ([longitude, latitude] satisfies LonLat),
  }))
}
