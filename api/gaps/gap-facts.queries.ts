import { sql, type RawBuilder } from 'kysely'
import { isInCalibre } from '../accidents/accident.queries.ts'
import '../accidents/accident.table.ts'
import type { Database } from '../db/tables.ts'
import '../facilities/facility.table.ts'
import '../hazards/hazard.table.ts'
import '../hotspots/screening.table.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import { listRoads, loadRoadNetwork } from '../roads/road.queries.ts'
import { listSquadStretches } from '../roads/stretch.queries.ts'
import { listDismissals } from './dismissals/gap-dismissal.queries.ts'
import type { GapFacility, GapFacts, GapHazard, GapHotspot, NightAccident } from './gap-facts.ts'
import { gapRules } from './gap-rules.ts'

/** All rows as one value: fetched one by one they cost three times as much. */
async function packed<Row>(db: Database, select: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<{ packed: Row[] | null }>`
    select json_agg(row_to_json(fact)) as packed from (${select}) as fact`.execute(db)
  return rows[0]?.packed ?? []
}

const pointOf = (geom: RawBuilder<unknown>) => sql`
  case when ${geom} is null then null else json_build_array(st_x(${geom}), st_y(${geom})) end`
const beginning = sql`case geometrytype(hazard.geom) when 'POINT' then hazard.geom
  else st_startpoint(st_geometryn(hazard.geom, 1)) end`

/** The last day on which the ticket was closed; null while it is open. */
const closedOn = sql`case when hazard.status = 70 then coalesce(
  (select max((step.at at time zone 'Asia/Shanghai')::date) from hazard_transition as step
    where step.hazard_id = hazard.id and step.to_status = 70 and step.from_status <> 70),
  (hazard.updated_at at time zone 'Asia/Shanghai')::date)::text end`

const isKept = sql`(hazard.status = 70 and exists (
  select 1 from audit_entry as entry where entry.object_type = 'facility'
    and entry.object_id = facility.id::text and entry.action = 'facility.decide' and entry.after->>'decision' = 'keep'))`

const listFacilities = (db: Database) =>
  packed<GapFacility>(
    db,
    sql`
    select facility.id, facility.number, facility.kind, facility.state, facility.quantity, facility.unit,
      facility.length_metres::float8 as "lengthMetres", facility.legend, facility.road_code as road,
      facility.road_name as "roadName", facility.stake as "fromStake", ${pointOf(sql`facility.geom`)} as point,
      facility.direction, facility.side, facility.hazard_id as "hazardId", hazard.display_number as "hazardNumber",
      ${closedOn} as "hazardClosedOn", ${isKept} as "isKept", facility.inspection_due_on as "inspectionDueOn",
      facility.is_demo as demo
    from facility left join hazard on hazard.id = facility.hazard_id
    where facility.withdrawn_at is null and facility.state <> 'removed' order by facility.number`,
  )

const listOpenHazards = (db: Database) =>
  packed<GapHazard>(
    db,
    sql`
    select hazard.id, hazard.display_number as number, hazard.title, hazard.level, hazard.types, hazard.status,
      hazard.road_code as road, hazard.road_name as "roadName", hazard.from_stake as "fromStake",
      hazard.to_stake as "toStake", ${pointOf(beginning)} as point, hazard.direction, hazard.side,
      hazard.squad_code as squad, hazard.screening_site_id as "screeningSiteId", hazard.is_demo as demo
    from hazard where hazard.withdrawn_at is null and hazard.status not in (16, 17, 70) order by hazard.number`,
  )

/**
 * Sites of the newest screening of points and of stretches that looked at the whole network by the rule as it is written:
 * rankings and sections of many kilometres say where to look, not where something must stand.
 */
const listHotspots = (db: Database) =>
  packed<GapHotspot>(
    db,
    sql`
    with run as (
      select distinct on (preset) id, preset, calibre, from_date, to_date, is_demo from screening_run
      where preset in ('P1a', 'P1b') and parameters->'roads' = 'null'::jsonb
        and coalesce(parameters->'isEdited', 'false'::jsonb) = 'false'::jsonb
      order by preset, created_at desc, id desc)
    select site.id, site.rank, run.preset, run.calibre, run.from_date as "from", run.to_date as "to",
      site.road_code as road, road.name as "roadName", site.direction, site.from_stake as "fromStake",
      site.to_stake as "toStake", site.accidents, site.killed, site.injured, run.is_demo as demo
    from run join screening_site site on site.run_id = run.id join road on road.code = site.road_code
    order by run.preset, site.rank`,
  )

/** By night, on the roads named, in the calibre that lists and rankings use. */
const listNightAccidents = (db: Database, roads: readonly string[], since: string) =>
  packed<NightAccident>(
    db,
    sql`
    select accident.id, accident.road_code as road, accident.stake as "fromStake",
      ${pointOf(sql`accident.geom`)} as point, accident.direction, accident.side, accident.killed, accident.injured
    from accident where accident.road_code = any(${[...roads]}::text[]) and accident.stake is not null
      and accident.light in ('2', '3') and accident.occurred_on >= ${since}::date and ${isInCalibre('general')}
    order by accident.id`,
  )

/** A stretch that holds a point of the finer preset says less than the point. */
export function withoutRepeats(hotspots: readonly GapHotspot[]): GapHotspot[] {
  const points = hotspots.filter(({ preset }) => preset === 'P1a')
  const holds = (stretch: GapHotspot, point: GapHotspot) =>
    stretch.road === point.road &&
    stretch.direction === point.direction &&
    stretch.fromStake <= point.toStake &&
    stretch.toStake >= point.fromStake
  return hotspots.filter((each) => each.preset === 'P1a' || !points.some((point) => holds(each, point)))
}

/** 29 February has no anniversary in most years. */
export const yearsBefore = (day: string, years: number): string =>
  `${Number(day.slice(0, 4)) - years}${day.slice(4)}`.replace('-02-29', '-02-28')

/** Everything the rules look at. The network may come from outside: a transaction would build its own. */
export async function loadGapFacts(db: Database, today: string, known?: RoadNetwork): Promise<GapFacts> {
  const network = known ?? (await loadRoadNetwork(db))
  const facilities = await listFacilities(db)
  const { kinds, years } = gapRules.lampOutAtNight
  const dark = facilities.filter(
    ({ kind, state }) =>
      (kinds as readonly string[]).includes(kind) && (state === 'fault' || state === 'missing'),
  )
  const roads = [...new Set(dark.flatMap(({ road }) => road ?? []))]
  const nightSince = yearsBefore(today, years)
  return {
    ...{ today, network, facilities, nightSince },
    roads: await listRoads(db),
    squads: await listSquadStretches(db),
    hazards: await listOpenHazards(db),
    dismissals: await listDismissals(db),
    hotspots: withoutRepeats(await listHotspots(db)),
    nightAccidents: roads.length > 0 ? await listNightAccidents(db, roads, nightSince) : [],
  }
}

/** Held until the transaction ends: two people answering one gap wait for each other. */
export async function lockGap(trx: Database, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(trx)
}
