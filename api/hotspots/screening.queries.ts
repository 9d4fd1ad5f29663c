import { sql } from 'kysely'
import { isInCalibre } from '../accidents/accident.queries.ts'
import type { Calibre } from '../accidents/calibre.ts'
import type { MultiLineString, Position } from 'geojson'
import { geoJson, geometryOf } from '../db/postgis.ts'
import type { Database, Trx } from '../db/tables.ts'
import { formatPlaceRange } from '../roads/stakes/stake-format.ts'
import type { ScreenedAccident, Site } from './analysis/screen-road.ts'
import { chanceWord } from './chance.ts'
import type { ScreeningRun, ScreeningSite } from './screening.schema.ts'

export interface ScreeningScope {
  readonly calibre: Calibre
  readonly from: string
  readonly to: string
}

export interface AccidentOnRoad extends Omit<ScreenedAccident, 'qualifies'> {
  readonly road: string
  readonly seriouslyInjured: number
}

/** Accidents of the scope that have a road and a stake, in one packed value: row by row costs three times as much. */
export async function listAccidentsOnRoads(db: Database, scope: ScreeningScope): Promise<AccidentOnRoad[]> {
  const { rows } = await sql<{ packed: AccidentOnRoad[] | null }>`
    select json_agg(json_build_object(
      'id', id, 'road', road_code, 'stake', stake, 'direction', direction,
      'killed', killed, 'injured', injured, 'seriouslyInjured', seriously_injured, 'lossYuan', loss_yuan,
      'form', form, 'causeClass', cause_class, 'light', light, 'weather', weather,
      'hour', extract(hour from occurred_at at time zone 'Asia/Shanghai')::int
    ) order by road_code, stake, id) as packed
    from accident
    where road_code is not null and stake is not null
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

const runColumns = [
  'id',
  'method',
  'preset',
  'parameters',
  'calibre',
  'from_date as from',
  'to_date as to',
  'cutoff',
  'accident_count as accidentCount',
  'located_count as locatedCount',
  'result_hash as resultHash',
  'is_demo as demo',
] as const

export async function listScreeningRuns(
  db: Database,
  filter: { preset?: string; limit: number },
): Promise<ScreeningRun[]> {
  let select = db.selectFrom('screening_run').select(runColumns)
  if (filter.preset) select = select.where('preset', '=', filter.preset as ScreeningRun['preset'])
  const rows = await select.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(filter.limit).execute()
  return rows.map((row) => ({ ...row, cutoff: row.cutoff.toISOString() }))
}

export async function findScreeningRun(db: Database, id: string): Promise<ScreeningRun | undefined> {
  const row = await db.selectFrom('screening_run').select(runColumns).where('id', '=', id).executeTakeFirst()
  return row && { ...row, cutoff: row.cutoff.toISOString() }
}

const aroundSite = 200

export type SiteWithGeometry = ScreeningSite & { readonly geometry: MultiLineString }

type SiteRow = Omit<SiteWithGeometry, 'stakeText' | 'chance'>

/** Sites of a run with the open hazards and placed facilities that stand there today. */
export async function listScreeningSites(db: Database, runId: string): Promise<SiteWithGeometry[]> {
  const { rows } = await sql<SiteRow>`
    select site.id, site.rank, site.road_code as road, road.name as "roadName", site.direction,
      site.from_stake as "fromStake", site.to_stake as "toStake", site.qualifying, site.densest, site.accidents,
      site.killed, site.injured, site.loss_yuan as "lossYuan", site.expected, site.p_value as "pValue", site.profile,
      ${geoJson<MultiLineString>('site.geom')} as geometry,
      coalesce((
        select json_agg(json_build_object('id', hazard.id, 'number', hazard.number, 'title', hazard.title) order by hazard.number)
        from hazard where hazard.road_code = site.road_code and hazard.withdrawn_at is null
          and hazard.status not in (16, 17, 70)
          and hazard.from_stake <= site.to_stake + ${aroundSite}
          and coalesce(hazard.to_stake, hazard.from_stake) >= site.from_stake - ${aroundSite}
      ), '[]') as "openHazards",
      (
        select count(*)::int from facility where facility.road_code = site.road_code and facility.withdrawn_at is null
          and facility.state in ('working', 'fault', 'permanent')
          and facility.stake between site.from_stake - ${aroundSite} and site.to_stake + ${aroundSite}
      ) as facilities
    from screening_site site join road on road.code = site.road_code
    where site.run_id = ${runId} order by site.rank`.execute(db)
  return rows.map((row) => ({
    ...row,
    stakeText: formatPlaceRange(row.road, row.fromStake, row.toStake),
    chance: chanceWord(row.densest, row.pValue),
  }))
}

export interface NewRun {
  readonly id: string
  readonly preset: ScreeningRun['preset']
  readonly parameters: string
  readonly scope: ScreeningScope
  readonly cutoff: Date
  readonly counts: { readonly all: number; readonly onRoads: number }
  readonly resultHash: string
  readonly isDemo: boolean
  readonly actorId: string
}

export async function insertScreeningRun(trx: Trx, run: NewRun): Promise<void> {
  await trx
    .insertInto('screening_run')
    .values({
      id: run.id,
      method: 'windowRule',
      preset: run.preset,
      parameters: run.parameters,
      calibre: run.scope.calibre,
      from_date: run.scope.from,
      to_date: run.scope.to,
      cutoff: run.cutoff,
      accident_count: run.counts.all,
      located_count: run.counts.onRoads,
      result_hash: run.resultHash,
      is_demo: run.isDemo,
      created_at: run.cutoff,
      created_by: run.actorId,
    })
    .execute()
}

export interface NewSite {
  readonly id: string
  readonly rank: number
  readonly site: Site
  readonly lines: readonly Position[][]
}

export async function insertScreeningSites(
  trx: Trx,
  runId: string,
  sites: readonly NewSite[],
): Promise<void> {
  if (sites.length === 0) return
  const rows = sites.map(({ id, rank, site, lines }) => ({
    id,
    run_id: runId,
    rank,
    road_code: site.road,
    direction: site.direction,
    from_stake: site.fromStake,
    to_stake: site.toStake,
    qualifying: site.qualifying,
    densest: site.densest,
    accidents: site.accidents,
    killed: site.killed,
    injured: site.injured,
    loss_yuan: site.lossYuan,
    expected: site.expected,
    p_value: site.pValue,
    profile: JSON.stringify(site.profile),
    geom: geometryOf({ type: 'MultiLineString', coordinates: [...lines] }),
  }))
  await trx.insertInto('screening_site').values(rows).execute()
}
