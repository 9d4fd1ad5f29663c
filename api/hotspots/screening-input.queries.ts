import { sql } from 'kysely'
import { isInCalibre } from '../accidents/accident.queries.ts'
import type { Calibre } from '../accidents/calibre.ts'
import type { Database } from '../db/tables.ts'
import '../hazards/hazard.table.ts'
import type { RoadHazard, ScreenedAccident } from './analysis/accident-on-road.ts'
import type { LooseAccident } from './analysis/off-network.ts'

export interface ScreeningScope {
  readonly calibre: Calibre
  readonly from: string
  readonly to: string
}

export interface AccidentOnRoad extends ScreenedAccident {
  readonly road: string
}

/** Accidents of the scope that have a road and a stake, in one packed value: row by row costs three times as much. */
export async function listAccidentsOnRoads(db: Database, scope: ScreeningScope): Promise<AccidentOnRoad[]> {
  const { rows } = await sql<{ packed: AccidentOnRoad[] | null }>`
    select json_agg(json_build_object(
      'id', id, 'road', road_code, 'stake', stake, 'direction', direction, 'procedure', procedure,
      'killed', killed, 'injured', injured, 'seriouslyInjured', seriously_injured, 'lossYuan', loss_yuan,
      'form', form, 'causeClass', cause_class, 'light', light, 'weather', weather,
      'hour', extract(hour from occurred_at at time zone 'Asia/Shanghai')::int,
      'weekday', extract(isodow from occurred_at at time zone 'Asia/Shanghai')::int
    ) order by road_code, stake, id) as packed
    from accident
    where road_code is not null and stake is not null
      and occurred_on between ${scope.from} and ${scope.to} and ${isInCalibre(scope.calibre)}`.execute(db)
  return rows[0]?.packed ?? []
}

/** Located accidents of the scope that no stake of a drawn road leads to. */
export async function listLooseAccidents(
  db: Database,
  scope: ScreeningScope,
  drawnRoads: readonly string[],
): Promise<LooseAccident[]> {
  const onRoad = sql`coalesce(road_code = any(${[...drawnRoads]}::text[]) and stake is not null, false)`
  const { rows } = await sql<{ packed: LooseAccident[] | null }>`
    select json_agg(json_build_object(
      'id', id, 'longitude', st_x(geom), 'latitude', st_y(geom),
      'killed', killed, 'injured', injured, 'lossYuan', loss_yuan
    ) order by id) as packed
    from accident
    where geom is not null and not ${onRoad}
      and occurred_on between ${scope.from} and ${scope.to} and ${isInCalibre(scope.calibre)}`.execute(db)
  return rows[0]?.packed ?? []
}

/** How many accidents the scope holds, on the roads asked for or anywhere. */
export async function countAccidents(
  db: Database,
  scope: ScreeningScope,
  roads?: readonly string[],
): Promise<number> {
  const onThem = roads ? sql`road_code = any(${[...roads]}::text[])` : sql`true`
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from accident
    where occurred_on between ${scope.from} and ${scope.to} and ${isInCalibre(scope.calibre)} and ${onThem}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/** Open hazards with a stake, by their types: what a rule means by a defect of the road. */
export async function listHazardsOnRoads(db: Database): Promise<(RoadHazard & { readonly road: string })[]> {
  const { rows } = await sql<RoadHazard & { road: string }>`
    select road_code as road, types, least(from_stake, coalesce(to_stake, from_stake)) as "fromStake",
      greatest(from_stake, coalesce(to_stake, from_stake)) as "toStake"
    from hazard
    where withdrawn_at is null and status not in (16, 17, 70) and road_code is not null and from_stake is not null
    order by road_code, from_stake, id`.execute(db)
  return rows
}
