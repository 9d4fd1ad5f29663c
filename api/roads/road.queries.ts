import { sql } from 'kysely'
import type { LineString } from 'geojson'
import { geoJson, lengthMetres } from '../db/postgis.ts'
import type { Database } from '../db/tables.ts'
import { roadInputOf } from './road-input.ts'
import { buildRoadNetwork, type RoadNetwork } from './road-network.ts'
import type { ChainBreak, Road, RoadSection, RoadWithGeometry, StakeAnchor } from './road.schema.ts'
import { listSquadStretches, listTownshipStretches } from './stretch.queries.ts'
import './road.table.ts'

const drawnLength = sql<number | null>`(
  select sum(st_length(section.geom::geography)) from road_section as section
  where section.road_code = road.code and section.valid_to is null)`

function selectRoads(db: Database) {
  return db
    .selectFrom('road')
    .select(['code', 'name', 'name_en', 'aliases', 'admin_grade', 'technical_class', 'official_length_km'])
    .select(['from_stake', 'to_stake', 'up_direction', 'increasing_towards', 'decreasing_towards', 'divided'])
    .select(['maintainer_unit_code', 'confidence', 'quality_note', 'township', 'version'])
    .select(drawnLength.as('drawn_length'))
    .where('withdrawn_at', 'is', null)
    .orderBy('sort')
}

const places = (text: string | null) => (text ? text.split('、') : [])

function toRoad(row: Awaited<ReturnType<ReturnType<typeof selectRoads>['execute']>>[number]): Road {
  return {
    code: row.code,
    name: row.name,
    nameEn: row.name_en,
    aliases: row.aliases.map(({ name }) => name),
    datedAliases: row.aliases.filter(({ validFrom, validTo }) => validFrom ?? validTo),
    adminGrade: row.admin_grade,
    technicalClass: row.technical_class,
    officialLengthKm: row.official_length_km === null ? null : Number(row.official_length_km),
    geometryLengthKm: row.drawn_length === null ? null : Math.round(row.drawn_length) / 1000,
    fromStake: row.from_stake,
    toStake: row.to_stake,
    upDirection: row.up_direction,
    increasingTowards: places(row.increasing_towards),
    decreasingTowards: places(row.decreasing_towards),
    divided: row.divided,
    maintainerUnit: row.maintainer_unit_code,
    confidence: row.confidence,
    qualityNote: row.quality_note,
    township: row.township,
    version: row.version,
  }
}

export async function listRoads(db: Database): Promise<Road[]> {
  return (await selectRoads(db).execute()).map(toRoad)
}

export async function findRoad(db: Database, code: string): Promise<Road | undefined> {
  const row = await selectRoads(db).where('code', '=', code).executeTakeFirst()
  return row && toRoad(row)
}

type OfRoad<T> = T & { readonly road: string }

async function listSections(db: Database): Promise<OfRoad<RoadSection>[]> {
  const rows = await db
    .selectFrom('road_section')
    .select([
      'id',
      'road_code as road',
      'sequence',
      'carriageway',
      'from_stake as fromStake',
      'to_stake as toStake',
      'source',
    ])
    .select(['quality_note as qualityNote', 'valid_from as validFrom'])
    .select([geoJson<LineString>('geom').as('line'), lengthMetres('geom').as('lengthMetres')])
    .where('valid_to', 'is', null)
    .orderBy('road_code')
    .orderBy('sequence')
    .execute()
  return rows.map(({ line, ...row }) => ({ ...row, coordinates: line.coordinates as [number, number][] }))
}

/** Anchors of the sections that are in force. */
export async function listAnchors(db: Database): Promise<OfRoad<StakeAnchor>[]> {
  const rows = await db
    .selectFrom('stake_anchor')
    .innerJoin('road_section', 'road_section.id', 'stake_anchor.section_id')
    .select(['stake_anchor.id', 'road_code as road', 'sequence as section', 'stake', 'method', 'note'])
    .select(
      sql<[number, number]>`json_build_array(st_x(stake_anchor.geom), st_y(stake_anchor.geom))`.as('point'),
    )
    .where('stake_anchor.valid_to', 'is', null)
    .where('road_section.valid_to', 'is', null)
    .orderBy('road_code')
    .orderBy('sequence')
    .orderBy('stake')
    .execute()
  return rows
}

export function listChainBreaks(db: Database): Promise<OfRoad<ChainBreak>[]> {
  return db
    .selectFrom('chain_break')
    .select(['id', 'road_code as road', 'at_stake as atStake', 'jump', 'note'])
    .where('valid_to', 'is', null)
    .orderBy('road_code')
    .orderBy('at_stake')
    .execute()
}

/** Roads with their lines, anchors, chain breaks and stretches: what locating needs, here and on a phone. */
export async function listRoadsWithGeometry(db: Database): Promise<RoadWithGeometry[]> {
  const roads = await listRoads(db)
  const sections = await listSections(db)
  const anchors = await listAnchors(db)
  const breaks = await listChainBreaks(db)
  const squads = await listSquadStretches(db)
  const townships = await listTownshipStretches(db)
  const own = <T extends { readonly road: string }>(rows: readonly T[], code: string) =>
    rows.filter(({ road }) => road === code)
  const strip = <T extends { readonly road: string }>(rows: readonly T[], code: string) =>
    rows.flatMap(({ road, ...row }) => (road === code ? [row] : []))
  return roads.map((road) => {
    const drawn = strip(sections, road.code)
    const coordinates = drawn.map((section) => section.coordinates)
    return {
      ...road,
      geometry: drawn.length > 0 ? { type: 'MultiLineString' as const, coordinates } : null,
      sections: drawn,
      anchors: strip(anchors, road.code),
      chainBreaks: strip(breaks, road.code),
      squadStretches: own(squads, road.code),
      townshipStretches: own(townships, road.code),
    }
  })
}

/** Changes whenever a section, an anchor or a chain break is added or ended. */
async function networkStamp(db: Database): Promise<string> {
  const counted = (table: string) =>
    sql<string>`(select count(*) || '/' || count(valid_to) || '/' || coalesce(max(created_at)::text, '') from ${sql.table(table)})`
  const { rows } = await sql<{ stamp: string }>`
    select ${counted('road_section')} || ';' || ${counted('stake_anchor')} || ';' || ${counted('chain_break')} as stamp`.execute(
    db,
  )
  return rows[0]!.stamp
}

/** One network per database handle: building it takes longer than all the locating of a request. */
const networks = new WeakMap<Database, { readonly stamp: string; readonly network: RoadNetwork }>()

export async function loadRoadNetwork(db: Database): Promise<RoadNetwork> {
  const stamp = await networkStamp(db)
  const known = networks.get(db)
  if (known?.stamp === stamp) return known.network
  const network = buildRoadNetwork((await listRoadsWithGeometry(db)).map(roadInputOf))
  networks.set(db, { stamp, network })
  return network
}
