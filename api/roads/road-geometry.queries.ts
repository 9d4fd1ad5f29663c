import { sql } from 'kysely'
import type { LineString } from 'geojson'
import { geoJson, lengthMetres } from '../db/postgis.ts'
import type { Database } from '../db/tables.ts'
import type { ChainBreak, RoadSection, StakeAnchor } from './road.schema.ts'
import './road.table.ts'

export interface GeometryScope {
  readonly road?: string | undefined
  /** The day that is asked about; without it, what holds now. */
  readonly on?: string | undefined
}

export type OfRoad<T> = T & { readonly road: string }

/** A row holds from its first day up to, not including, its last. */
function holds(table: string, on: string | undefined) {
  const [from, to] = [sql.ref(`${table}.valid_from`), sql.ref(`${table}.valid_to`)]
  if (on === undefined) return sql<boolean>`${to} is null`
  return sql<boolean>`(${from} <= ${on}::date and (${to} is null or ${on}::date < ${to}))`
}

export async function listSections(
  db: Database,
  { road, on }: GeometryScope = {},
): Promise<OfRoad<RoadSection>[]> {
  const rows = await db
    .selectFrom('road_section')
    .select(['id', 'road_code as road', 'sequence', 'carriageway'])
    .select(['from_stake as fromStake', 'to_stake as toStake', 'source'])
    .select(['quality_note as qualityNote', 'valid_from as validFrom'])
    .select([geoJson<LineString>('geom').as('line'), lengthMetres('geom').as('lengthMetres')])
    .where(holds('road_section', on))
    .$if(road !== undefined, (query) => query.where('road_code', '=', road!))
    .orderBy('road_code')
    .orderBy('sequence')
    .execute()
  return rows.map(({ line, ...row }) => ({ ...row, coordinates: line.coordinates as [number, number][] }))
}

/** Anchors of the sections that are in force. */
export function listAnchors(db: Database, { road, on }: GeometryScope = {}): Promise<OfRoad<StakeAnchor>[]> {
  return db
    .selectFrom('stake_anchor')
    .innerJoin('road_section', 'road_section.id', 'stake_anchor.section_id')
    .select(['stake_anchor.id', 'road_code as road', 'sequence as section', 'stake', 'method', 'note'])
    .select('stake_anchor.valid_from as validFrom')
    .select(
      sql<[number, number]>`json_build_array(st_x(stake_anchor.geom), st_y(stake_anchor.geom))`.as('point'),
    )
    .where(holds('stake_anchor', on))
    .where(holds('road_section', on))
    .$if(road !== undefined, (query) => query.where('road_code', '=', road!))
    .orderBy('road_code')
    .orderBy('sequence')
    .orderBy('stake')
    .execute()
}

export function listChainBreaks(
  db: Database,
  { road, on }: GeometryScope = {},
): Promise<OfRoad<ChainBreak>[]> {
  return db
    .selectFrom('chain_break')
    .select(['id', 'road_code as road', 'at_stake as atStake', 'jump', 'note', 'valid_from as validFrom'])
    .where(holds('chain_break', on))
    .$if(road !== undefined, (query) => query.where('road_code', '=', road!))
    .orderBy('road_code')
    .orderBy('at_stake')
    .execute()
}

/** Days on which a section, an anchor or a chain break began or ended; what was corrected held on none. */
const boundaries = sql`
  with network_row as (
    select road_code, valid_from, valid_to from road_section
    union all
    select road_code, anchor.valid_from, anchor.valid_to
    from stake_anchor as anchor join road_section as section on section.id = section_id
    union all
    select road_code, valid_from, valid_to from chain_break),
  held as (select * from network_row where valid_to is null or valid_to > valid_from),
  boundary as (
    select road_code, valid_from as day from held
    union
    select road_code, valid_to from held where valid_to is not null)`

/** The days on which something of a road changed, oldest first. */
export async function listEpochs(db: Database, road: string): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    ${boundaries} select day from boundary where road_code = ${road} order by day`.execute(db)
  return rows.map(({ day }) => day)
}

/** The day since which the network had been what it was on a day (before the first, the first); undefined where it has not changed since. */
export async function findEpoch(db: Database, on: string): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null; hasChangedSince: boolean | null }>`
    ${boundaries} select coalesce(max(day) filter (where day <= ${on}::date), min(day)) as day,
      bool_or(day > ${on}::date) as "hasChangedSince" from boundary`.execute(db)
  const [found] = rows
  return found?.hasChangedSince ? (found.day ?? undefined) : undefined
}
