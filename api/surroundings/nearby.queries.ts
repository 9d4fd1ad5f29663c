import { sql, type RawBuilder } from 'kysely'
import { isInCalibre, summaryColumns } from '../accidents/accident.queries.ts'
import type { AccidentSummary } from '../accidents/accident.schema.ts'
import type { Database } from '../db/tables.ts'
import { formatStake } from '../roads/stakes/stake-format.ts'
import type { PlacedRecord } from './apart.ts'

export interface NearRecord extends PlacedRecord {
  readonly id: string
  /** As the crow flies; null where one of the two has no point. */
  readonly straight: number | null
}

const tables = {
  accident: { from: sql`near.stake`, to: sql`near.stake` },
  facility: { from: sql`near.stake`, to: sql`near.stake` },
  hazard: { from: sql`near.from_stake`, to: sql`coalesce(near.to_stake, near.from_stake)` },
} as const
export type NearTable = keyof typeof tables
export type Subject = 'hazard' | 'accident'

/** A good kilometre: whatever is nearer along the road is nearer than this in the air. */
const boxDegrees = 0.015
const stakeMargin = 1000

const startOf = (geom: RawBuilder<unknown>) =>
  sql`case geometrytype(${geom}) when 'POINT' then ${geom} else st_startpoint(st_geometryn(${geom}, 1)) end`

const placeColumns = (from: RawBuilder<unknown>, to: RawBuilder<unknown>) => sql`
  near.id, near.road_code as road, ${from} as "fromStake", ${to} as "toStake",
  case when near.geom is null then null
    else json_build_array(st_x(${startOf(sql`near.geom`)}), st_y(${startOf(sql`near.geom`)})) end as point`

export async function findPlace(
  db: Database,
  subject: Subject,
  id: string,
): Promise<PlacedRecord | undefined> {
  const { from, to } = tables[subject]
  const { rows } = await sql<PlacedRecord>`
    select ${placeColumns(from, to)} from ${sql.table(subject)} near where near.id = ${id}`.execute(db)
  return rows[0]
}

/** Everything of a kind that may lie within reach; how far it is exactly the road says. */
export async function listNear(
  db: Database,
  table: NearTable,
  subject: Subject,
  id: string,
): Promise<NearRecord[]> {
  const { from, to } = tables[table]
  const own = tables[subject]
  const counts =
    table === 'accident'
      ? sql`near.id in (select accident.id from accident where ${isInCalibre('all')})`
      : sql`near.withdrawn_at is null`
  const { rows } = await sql<NearRecord>`
    with place as materialized (
      select near.id, near.road_code, ${own.from} as from_stake, ${own.to} as to_stake, near.geom
      from ${sql.table(subject)} near where near.id = ${id})
    select ${placeColumns(from, to)}, st_distance(near.geom::geography, place.geom::geography) as straight
    from ${sql.table(table)} near cross join place
    where ${counts} and near.id <> place.id and (
      near.geom && st_expand(place.geom, ${boxDegrees}::float8)
      or (near.road_code = place.road_code and ${from} <= place.to_stake + ${stakeMargin}::int
        and ${to} >= place.from_stake - ${stakeMargin}::int))
    order by near.id`.execute(db)
  return rows
}

export async function listAccidentsById(db: Database, ids: readonly string[]): Promise<AccidentSummary[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Omit<AccidentSummary, 'stakeText'>>`
    select ${summaryColumns} from accident where accident.id in (${sql.join(ids)})
    order by accident.occurred_at desc, accident.id`.execute(db)
  return rows.map((row) => ({ ...row, stakeText: row.stake === null ? null : formatStake(row.stake) }))
}
