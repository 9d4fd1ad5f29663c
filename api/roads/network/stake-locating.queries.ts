import { sql } from 'kysely'
import type { Database } from '../../db/tables.ts'
import type { LonLat } from './geodesy.ts'
import { fairWithin, indistinctWithin } from './locating-grade.ts'
import {
  candidatesFrom,
  distinctPlaces,
  type StakeCandidate,
  type StakeFoot,
  type StakePoint,
} from './stake-candidates.ts'
import './calibrated-line.table.ts'

const json = (value: unknown) => sql`${JSON.stringify(value)}::text::json`

export interface StakeOnRoad {
  readonly road: string
  readonly stake: number
}

/** Every place of each stake, in the order asked; the same places as the pure road network gives. */
export async function stakesToPoints(db: Database, stakes: readonly StakeOnRoad[]): Promise<StakePoint[][]> {
  const { rows } = await sql<{ found: [number, number, StakePoint['carriageway'], number, number][] }>`
    with asked as materialized (
      select n, road, stake
      from json_to_recordset(${json(stakes.map((each, n) => ({ n, ...each })))}) as given (n integer, road text, stake float8)),
    found as (
      select n, section, carriageway, piece, st_geometryn(st_locatealong(geom, stake), 1) as point
      from asked join calibrated_line on road_code = road and stake between from_stake and to_stake)
    select coalesce(json_agg(json_build_array(n, section, carriageway, st_x(point), st_y(point))
      order by n, section, piece), '[]') as found
    from found`.execute(db)
  const points: StakePoint[][] = stakes.map(() => [])
  for (const [n, section, carriageway, longitude, latitude] of rows[0]!.found) {
    const { road, stake } = stakes[n]!
    points[n]!.push({ road, section, carriageway, stake, point: [longitude, latitude] })
  }
  return points.map((each) => (each.length > 1 ? distinctPlaces(each) : each))
}

/** Metres in a degree at the point's latitude, as in the pure code. */
const askedPoints = (points: readonly LonLat[]) => sql`
  select n, lon, lat,
    6378137 / sqrt(w2) * cos(radians(lat)) * pi() / 180 as east,
    6378137 * (1 - 0.00669437999014) / (w2 * sqrt(w2)) * pi() / 180 as north
  from (
    select n, lon, lat, 1 - 0.00669437999014 * sin(radians(lat)) ^ 2 as w2
    from json_to_recordset(${json(points.map(([lon, lat], n) => ({ n, lon, lat })))})
      as given (n integer, lon float8, lat float8)
    where abs(lat) < 90) as given`

/** Pieces of line whose box comes within reach of a point. */
const nearbyPieces = (reach: number) => sql`
  select n, lon, lat, east, north, id from asked join calibrated_line on geom && st_makeenvelope(
    lon - ${reach}::float8 / east, lat - ${reach}::float8 / north,
    lon + ${reach}::float8 / east, lat + ${reach}::float8 / north, 4326)`

/** Segments of those pieces with the turn at either end: left is positive. */
const segments = sql`
  select *,
    case when lag(x1) over along = x0 and lag(y1) over along = y0
      then lag(dx) over along * dy - lag(dy) over along * dx end as turn_before,
    case when lead(x0) over along = x1 and lead(y0) over along = y1
      then dx * lead(dy) over along - dy * lead(dx) over along end as turn_after
  from (
    select *, x1 - x0 as dx, y1 - y0 as dy from (
      select id, section_id, road_code, section, carriageway, piece, path[1] as i,
        st_x(vertex) as x0, st_y(vertex) as y0, st_m(vertex) as m0,
        lead(st_x(vertex)) over piecewise as x1, lead(st_y(vertex)) over piecewise as y1,
        lead(st_m(vertex)) over piecewise as m1
      from calibrated_line cross join lateral st_dumppoints(geom) as dumped (path, vertex)
      where id in (select id from pair)
      window piecewise as (partition by id order by path[1])) as vertex
    where x1 is not null) as segment
  window along as (partition by section_id order by piece, i)`

/**
 * Squared metres from each point to each segment of its pieces; `offset 0` keeps a value from being worked out again.
 * Pairs bring their point along: a second join by n is planned as a nested loop, a hundred times slower.
 */
const measured = (pairs: string, columns: string) => sql`
  select *, fx * fx + fy * fy as squared from (
    select *, ax + share * sx as fx, ay + share * sy as fy from (
      select *, case when sx = 0 and sy = 0 then 0
        else least(1, greatest(0, -(ax * sx + ay * sy) / (sx * sx + sy * sy))) end as share
      from (
        select n, ${sql.raw(columns)}, (x0 - lon) * east as ax, (y0 - lat) * north as ay, dx * east as sx, dy * north as sy
        from ${sql.ref(pairs)} join segment using (id)
        offset 0) as placed
      offset 0) as shared
    offset 0) as footed
  offset 0`

/** The passes that a point cannot tell from the nearest one: runs of segments that stay within the limit. */
const passes = sql`
  select *, sum(starts) over (partition by n, section_id order by piece, i) as pass
  from (
    select *, case when ax * ax + ay * ay <= furthest and lag(x1) over along = x0 and lag(y1) over along = y0
      then 0 else 1 end as starts
    from (${measured('close', 'section_id, road_code, section, carriageway, piece, i, lon, lat, x0, y0, m0, x1, y1, m1, dx, dy, turn_before, turn_after, furthest')}) as hit
    where squared <= furthest
    window along as (partition by n, section_id order by piece, i)) as marked`

type FootRow = [
  n: number,
  road: string,
  section: number,
  carriageway: StakeFoot['carriageway'],
  stake: number,
  longitude: number,
  latitude: number,
  isLeft: boolean,
]

async function findFeet(
  db: Database,
  points: readonly LonLat[],
  maximumDistance: number,
): Promise<FootRow[]> {
  const maximum = maximumDistance * maximumDistance
  const reach = maximumDistance + indistinctWithin + 1
  const { rows } = await sql<{ found: FootRow[] }>`
    with asked as materialized (${askedPoints(points)}),
    pair as materialized (${nearbyPieces(reach)}),
    segment as materialized (${segments}),
    nearest as materialized (
      select n, lon, lat, east, north, id, road_code, min(squared) as squared from (${measured('pair', 'id, road_code, lon, lat, east, north')}) as hit
      group by n, lon, lat, east, north, id, road_code),
    bounded as (
      select *, min(squared) over (partition by n, road_code) as least from nearest),
    close as materialized (
      select n, lon, lat, east, north, id, furthest from (
        select *, case when least > ${fairWithin ** 2}::float8 then least
          else (sqrt(least) + ${indistinctWithin}::float8) * (sqrt(least) + ${indistinctWithin}::float8) end as furthest
        from bounded where least <= ${maximum}::float8) as limited
      where squared <= furthest),
    foot as (
      select distinct on (n, section_id, pass) * from (${passes}) as passing
      order by n, section_id, pass, squared, piece, i)
    select coalesce(json_agg(json_build_array(n, road_code, section, carriageway,
      m0 + share * (m1 - m0), x0 + share * (x1 - x0), y0 + share * (y1 - y0),
      case
        when share = 1 and turn_after <> 0 then turn_after < 0
        when share = 0 and turn_before <> 0 then turn_before < 0
        else dy * (x0 - lon) - dx * (y0 - lat) > 0 end)), '[]') as found
    from foot where squared <= ${maximum}::float8`.execute(db)
  return rows[0]!.found
}

/** For each point what `pointToStakes` answers on the pure road network, found by the database. */
export async function pointsToStakes(
  db: Database,
  points: readonly LonLat[],
  { maximumDistance = 2000 }: { readonly maximumDistance?: number } = {},
): Promise<StakeCandidate[][]> {
  const feet: StakeFoot[][] = points.map(() => [])
  for (const [n, road, section, carriageway, stake, x, y, isLeft] of await findFeet(
    db,
    points,
    maximumDistance,
  ))
    feet[n]!.push({ road, section, carriageway, stake, point: [x, y], isLeft })
  return points.map((point, n) => candidatesFrom(feet[n]!, point))
}
