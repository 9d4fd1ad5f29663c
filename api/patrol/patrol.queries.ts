import { sql } from 'kysely'
import { listSquads } from '../areas/area.queries.ts'
import type { Database } from '../db/tables.ts'
import { facilityView } from '../facilities/facility-view.ts'
import { listFacilities } from '../facilities/facility.queries.ts'
import { isEnded, type HazardStatus } from '../hazards/hazard-status.ts'
import { hazardView, type Onlooker } from '../hazards/hazard-view.ts'
import { listHazards } from '../hazards/hazard.queries.ts'
import '../hazards/hazard-records.table.ts'
import { listScreeningRuns, listScreeningSites } from '../hotspots/screening.queries.ts'
import { listRoads, loadRoadNetwork } from '../roads/road.queries.ts'
import { listSquadStretches, listTownshipStretches } from '../roads/stretch.queries.ts'
import { revisitDue, type Closing } from '../hazards/revisit-clock.ts'
import { patrolAlong } from './patrol-view.ts'
import {
  errandOfClosed,
  errandOfFacility,
  errandOfHazard,
  errandOfHotspot,
  type Errand,
} from './patrol-stops.ts'
import type { Patrol, PatrolQuery } from './patrol.schema.ts'

const everything = { limit: 20_000 }

/** When each closed ticket was closed last and looked at again, by its id. */
async function listClosings(db: Database): Promise<Map<string, Closing>> {
  const { rows } = await sql<Closing & { id: string }>`
    select hazard.id,
      max((hazard_transition.at at time zone 'Asia/Shanghai')::date)::text as "closedOn",
      (select max(revisited_on)::text from revisit where revisit.hazard_id = hazard.id) as "revisitedOn"
    from hazard join hazard_transition on hazard_transition.hazard_id = hazard.id
      and hazard_transition.to_status = 70 and hazard_transition.from_status <> 70
    where hazard.status = 70 and hazard.withdrawn_at is null
    group by hazard.id`.execute(db)
  return new Map(rows.map(({ id, ...closing }) => [id, closing]))
}

async function listHazardErrands(db: Database, onlooker: Onlooker) {
  const closings = await listClosings(db)
  const hazards = (await listHazards(db, {}, everything, onlooker.today)).map((row) =>
    hazardView(row, onlooker),
  )
  const errands = hazards.flatMap((hazard): Errand[] => {
    if (!isEnded(hazard.status as HazardStatus)) return [errandOfHazard(hazard)]
    const closing = closings.get(hazard.id)
    const due = closing && revisitDue(closing)
    return due && due <= onlooker.today ? [errandOfClosed(hazard, due, onlooker.today)] : []
  })
  return { hazards, errands }
}

async function listHotspotErrands(db: Database) {
  // Other rules rank long stretches: nobody stops there.
  const [run] = await listScreeningRuns(db, { preset: ['P1a', 'P1b'], limit: 1 })
  const sites = run ? await listScreeningSites(db, run.id) : []
  return { run, errands: sites.map(errandOfHotspot) }
}

/** What is worth a stop on a patrol, in the order in which one comes upon it. */
export async function findPatrol(db: Database, query: PatrolQuery, onlooker: Onlooker): Promise<Patrol> {
  const { today: on } = onlooker
  const squads = await listSquadStretches(db)
  const townships = await listTownshipStretches(db)
  const { hazards, errands } = await listHazardErrands(db, onlooker)
  const hotspots = await listHotspotErrands(db)
  const ground = { squads, townships, hazards: new Map(hazards.map((hazard) => [hazard.id, hazard])) }
  const facilities = (await listFacilities(db, {}, everything, on)).map((row) => facilityView(row, on))
  const all = [
    ...errands,
    ...facilities.flatMap((facility) => errandOfFacility(facility, ground, on) ?? []),
    ...hotspots.errands,
  ]
  const roads = { network: await loadRoadNetwork(db), roads: await listRoads(db), squads }
  const { direction, squad, from, road } = query
  const named = squad && (await listSquads(db)).find(({ code }) => code === squad)?.name
  return {
    ...{ on, direction, squad: squad ?? null, squadName: named ?? null },
    hotspotRun: hotspots.run ? runFacts(hotspots.run) : null,
    demo: [...hazards, ...facilities].some(({ demo }) => demo),
    ...patrolAlong(roads, all, { travel: direction, roads: road, from, squad }),
  }
}

const runFacts = ({ id, preset, calibre, from, to }: NonNullable<Patrol['hotspotRun']>) => ({
  ...{ id, preset, calibre, from, to },
})
