import { sql } from 'kysely'
import type { MultiLineString, MultiPoint } from 'geojson'
import { geoJson } from '../db/postgis.ts'
import type { Database } from '../db/tables.ts'
import { formatPlaceRange } from '../roads/stakes/stake-format.ts'
import type { Site } from './analysis/site.ts'
import { chanceWord } from './chance.ts'
import type { PresetId } from './rules/preset.ts'
import type { RankedPlace, ScreeningCluster, ScreeningRun, ScreeningSite } from './screening.schema.ts'
import './screening.table.ts'

const runColumns = [
  ...(['id', 'method', 'preset', 'parameters', 'calibre', 'from_date as from', 'to_date as to'] as const),
  ...(['cutoff', 'accident_count as accidentCount', 'located_count as locatedCount'] as const),
  ...(['weights', 'facts', 'result_hash as resultHash', 'is_demo as demo'] as const),
] as const

const selectRuns = (db: Database) => db.selectFrom('screening_run').select(runColumns)

type RunRow = Awaited<ReturnType<ReturnType<typeof selectRuns>['execute']>>[number]

const toRun = (row: RunRow): ScreeningRun => ({
  ...row,
  facts: row.facts as Record<string, unknown>,
  isReranked: false,
  cutoff: row.cutoff.toISOString(),
})

export async function listScreeningRuns(
  db: Database,
  filter: { readonly preset?: PresetId | readonly PresetId[] | undefined; readonly limit: number },
): Promise<ScreeningRun[]> {
  const wanted = filter.preset === undefined ? [] : [filter.preset].flat()
  const rows = await selectRuns(db)
    .$if(wanted.length > 0, (query) => query.where('preset', 'in', wanted))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .execute()
  return rows.map(toRun)
}

export async function findScreeningRun(db: Database, id: string): Promise<ScreeningRun | undefined> {
  const row = await selectRuns(db).where('id', '=', id).executeTakeFirst()
  return row && toRun(row)
}

const aroundSite = 200

export type SiteWithGeometry = ScreeningSite & { readonly geometry: MultiLineString }

/** What is kept beside the columns; runs of before have none of it. */
export type SiteFacts = Pick<
  Site,
  'name' | 'crossing' | 'fired' | 'fatalAccidents' | 'injuryAccidents' | 'grid' | 'features'
> & { readonly chanceFacts: Site['chance'] }

type SiteRow = Omit<SiteWithGeometry, 'stakeText' | 'chance' | 'score' | keyof SiteFacts> & {
  readonly facts: Partial<SiteFacts>
}

const noFacts: Omit<SiteFacts, 'chanceFacts' | 'fatalAccidents' | 'injuryAccidents'> = {
  ...{ name: null, crossing: [], fired: [], grid: [], features: [] },
}

function toSite({ facts, ...row }: SiteRow): SiteWithGeometry {
  const { name, crossing, fired, grid, features } = { ...noFacts, ...facts }
  return {
    ...row,
    ...{ name, crossing: [...crossing], fired: [...fired], grid: [...grid], features: [...features] },
    fatalAccidents: facts.fatalAccidents ?? null,
    injuryAccidents: facts.injuryAccidents ?? null,
    score: null,
    chanceFacts: facts.chanceFacts ?? null,
    stakeText: formatPlaceRange(row.road, row.fromStake, row.toStake),
    chance: chanceWord({ ...row, falseDiscovery: facts.chanceFacts?.falseDiscovery }),
  }
}

/** On the road of the site, or on one that crosses it there. */
const standsAt = (table: 'hazard' | 'facility', from: string, to: string) => sql`(
  (${sql.ref(`${table}.road_code`)} = site.road_code
    and ${sql.ref(from)} <= site.to_stake + ${aroundSite} and ${sql.raw(to)} >= site.from_stake - ${aroundSite})
  or exists (
    select 1 from jsonb_to_recordset(site.facts->'crossing') as arm(road text, stake numeric)
    where arm.road = ${sql.ref(`${table}.road_code`)}
      and ${sql.ref(from)} <= arm.stake + ${aroundSite} and ${sql.raw(to)} >= arm.stake - ${aroundSite}))`

/** Sites of a run with the open hazards and placed facilities that stand there today. */
export async function listScreeningSites(db: Database, runId: string): Promise<SiteWithGeometry[]> {
  const standing = sql`facility.withdrawn_at is null and facility.state in ('working', 'fault', 'permanent')
    and ${standsAt('facility', 'facility.stake', 'facility.stake')}`
  const { rows } = await sql<SiteRow>`
    select site.id, site.rank, site.kind, site.road_code as road, road.name as "roadName", site.direction,
      site.from_stake as "fromStake", site.to_stake as "toStake", site.qualifying, site.densest, site.accidents,
      site.killed, site.injured, site.loss_yuan as "lossYuan", site.expected, site.p_value as "pValue", site.profile,
      site.facts, ${geoJson<MultiLineString>('site.geom')} as geometry,
      coalesce((
        select json_agg(json_build_object('id', hazard.id, 'number', hazard.number, 'title', hazard.title) order by hazard.number)
        from hazard where hazard.withdrawn_at is null and hazard.status not in (16, 17, 70)
          and ${standsAt('hazard', 'hazard.from_stake', 'coalesce(hazard.to_stake, hazard.from_stake)')}
      ), '[]') as "openHazards",
      (select count(*)::int from facility where ${standing}) as facilities,
      coalesce((
        select json_agg(json_build_object('kind', each.kind, 'count', each.count) order by each.count desc, each.kind)
        from (select facility.kind, count(*)::int as count from facility where ${standing} group by facility.kind) as each
      ), '[]') as "facilityKinds"
    from screening_site site join road on road.code = site.road_code
    where site.run_id = ${runId} order by site.rank`.execute(db)
  return rows.map(toSite)
}

/** Whichever run it belongs to: an address or a paper outlives the ranking that it was taken from. */
export async function findRankedPlace(db: Database, siteId: string): Promise<RankedPlace | undefined> {
  const site = await db
    .selectFrom('screening_site as site')
    .innerJoin('road', 'road.code', 'site.road_code')
    .select(['site.id', 'site.rank', 'site.run_id as runId', 'road.code as road', 'road.name as roadName'])
    .select(['site.from_stake as fromStake', 'site.to_stake as toStake'])
    .where('site.id', '=', siteId)
    .executeTakeFirst()
  const run = site && (await findScreeningRun(db, site.runId))
  if (!run) return undefined
  const { runId: _runId, ...place } = site
  return { ...place, run }
}

export type ClusterWithGeometry = ScreeningCluster & { readonly geometry: MultiPoint }

/** Accidents off the network that lie close together; the middle is where the map flies to. */
export async function listScreeningClusters(db: Database, runId: string): Promise<ClusterWithGeometry[]> {
  const { rows } = await sql<ClusterWithGeometry>`
    select id, rank, accidents, killed, injured, loss_yuan as "lossYuan", to_json(accident_ids) as "accidentIds",
      json_build_array(round(st_x(st_centroid(geom))::numeric, 6), round(st_y(st_centroid(geom))::numeric, 6)) as centre,
      ${geoJson<MultiPoint>('geom')} as geometry
    from screening_cluster where run_id = ${runId} order by rank`.execute(db)
  return rows
}
