import { sql } from 'kysely'
import type { Database } from '../db/tables.ts'
import {
  findEpoch,
  listAnchors,
  listChainBreaks,
  listSections,
  type GeometryScope,
} from './road-geometry.queries.ts'
import { roadInputOf } from './network/road-input.ts'
import { buildRoadNetwork, type RoadNetwork } from './network/road-network.ts'
import type { RoadFilter } from './road-query.schema.ts'
import type { Road, RoadWithGeometry } from './road.schema.ts'
import { listSquadStretches, listTownshipStretches } from './stretch.queries.ts'
import './road.table.ts'

const drawnLength = sql<number | null>`(
  select sum(st_length(section.geom::geography)) from road_section as section
  where section.road_code = road.code and section.valid_to is null)`

const isDrawn = sql<boolean>`exists (
  select 1 from road_section as section where section.road_code = road.code and section.valid_to is null)`

const point = sql<[number, number] | null>`case when road.geom is not null
  then json_build_array(st_x(road.geom), st_y(road.geom)) end`

/** Every word under which somebody may look for a road. */
const wording = sql<string>`lower(concat_ws(' ', code, name, name_en, township, course,
  (select string_agg(alias->>'name', ' ') from jsonb_array_elements(aliases) as alias)))`

function selectRoads(db: Database, { q, adminGrade, drawn }: RoadFilter = {}) {
  return db
    .selectFrom('road')
    .select(['code', 'name', 'name_en', 'aliases', 'admin_grade', 'technical_class', 'official_length_km'])
    .select(['from_stake', 'to_stake', 'up_direction', 'increasing_towards', 'decreasing_towards', 'divided'])
    .select(['maintainer_unit_code', 'confidence', 'quality_note', 'township', 'course', 'version'])
    .select([drawnLength.as('drawn_length'), isDrawn.as('is_drawn'), point.as('point')])
    .where('withdrawn_at', 'is', null)
    .$if(q !== undefined, (query) =>
      query.where(sql<boolean>`position(${q!.trim().toLowerCase()}::text in ${wording}) > 0`),
    )
    .$if(adminGrade !== undefined, (query) => query.where('admin_grade', 'in', adminGrade!))
    .$if(drawn !== undefined, (query) => query.where(sql<boolean>`${isDrawn} = ${drawn!}`))
    .orderBy('sort')
    .orderBy('code')
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
    course: row.course,
    point: row.point,
    isDrawn: row.is_drawn,
    version: row.version,
  }
}

export async function listRoads(db: Database, filter: RoadFilter = {}): Promise<Road[]> {
  return (await selectRoads(db, filter).execute()).map(toRoad)
}

export async function findRoad(db: Database, code: string): Promise<Road | undefined> {
  const row = await selectRoads(db).where('code', '=', code).executeTakeFirst()
  return row && toRoad(row)
}

async function withGeometry(
  db: Database,
  roads: readonly Road[],
  scope: GeometryScope,
): Promise<RoadWithGeometry[]> {
  const sections = await listSections(db, scope)
  const anchors = await listAnchors(db, scope)
  const breaks = await listChainBreaks(db, scope)
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

/** Roads with their lines, anchors, chain breaks and stretches: what locating needs, here and on a phone. */
export async function listRoadsWithGeometry(
  db: Database,
  { on, ...filter }: RoadFilter & { readonly on?: string | undefined } = {},
): Promise<RoadWithGeometry[]> {
  return withGeometry(db, await listRoads(db, filter), { on })
}

export async function findRoadWithGeometry(
  db: Database,
  code: string,
  { on }: { readonly on?: string | undefined } = {},
): Promise<RoadWithGeometry | undefined> {
  const road = await findRoad(db, code)
  return road && (await withGeometry(db, [road], { road: code, on }))[0]
}

/** Changes whenever a road, a section, an anchor or a chain break is added, changed or ended. */
async function networkStamp(db: Database): Promise<string> {
  const counted = (table: string) =>
    sql<string>`(select count(*) || '/' || count(valid_to) || '/' || coalesce(max(created_at)::text, '') from ${sql.table(table)})`
  const { rows } = await sql<{ stamp: string }>`
    select ${counted('road_section')} || ';' || ${counted('stake_anchor')} || ';' || ${counted('chain_break')}
      || ';' || (select count(*) || '/' || sum(version) from road) as stamp`.execute(db)
  return rows[0]!.stamp
}

/** Former networks that are kept built: an import goes through the years again and again. */
const datedNetworksKept = 8

interface BuiltNetworks {
  readonly stamp: string
  /** By the day from which they held; the empty text is now. Last used last. */
  readonly byDay: Map<string, RoadNetwork>
}

/** Per database handle: building a network takes longer than all the locating of a request. */
const built = new WeakMap<Database, BuiltNetworks>()

function remember({ byDay }: BuiltNetworks, day: string, network: RoadNetwork): RoadNetwork {
  byDay.delete(day)
  byDay.set(day, network)
  const oldest = [...byDay.keys()].filter((each) => each !== '').slice(0, -datedNetworksKept)
  for (const each of oldest) byDay.delete(each)
  return network
}

/** The network as it stands, or as it held on a former day: old records are read by the kilometre posts of their time. */
export async function loadRoadNetwork(
  db: Database,
  { on }: { readonly on?: string | undefined } = {},
): Promise<RoadNetwork> {
  const stamp = await networkStamp(db)
  const known = built.get(db)
  const networks = known?.stamp === stamp ? known : { stamp, byDay: new Map<string, RoadNetwork>() }
  built.set(db, networks)
  const day = (on !== undefined && (await findEpoch(db, on))) || ''
  const network =
    networks.byDay.get(day) ??
    buildRoadNetwork((await listRoadsWithGeometry(db, { on: day || undefined })).map(roadInputOf))
  return remember(networks, day, network)
}
