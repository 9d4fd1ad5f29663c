import { findAccident } from '../accidents/accident.queries.ts'
import type { Database } from '../db/tables.ts'
import { facilityView } from '../facilities/facility-view.ts'
import { findFacility, listFacilities } from '../facilities/facility.queries.ts'
import { hazardView, type Onlooker } from '../hazards/hazard-view.ts'
import { findHazard, listHazardsById } from '../hazards/hazard.queries.ts'
import { loadRoadNetwork } from '../roads/road.queries.ts'
import { apart, type Apart } from './apart.ts'
import { calibreTotals, countedAs } from './calibre-totals.ts'
import { clocksThen, type Phase } from './clocks-then.ts'
import { loadHazardStory } from './hazard-story.queries.ts'
import { findPlace, listAccidentsById, listNear, type NearTable, type Subject } from './nearby.queries.ts'
import { accidentNear, facilityNear, hazardNear } from './surroundings-view.ts'
import type {
  AccidentNear,
  FacilityNear,
  HazardNear,
  HazardsThen,
  Surroundings,
} from './surroundings.schema.ts'

/** A screening window either way; facilities belong to a place nearer by. */
const reach = { accidents: 500, facilities: 200, hazards: 500 } as const

type Near = Apart & { readonly id: string }

/** Nearest first; ties by id. */
async function listWithin(
  db: Database,
  table: NearTable,
  of: { readonly subject: Subject; readonly id: string },
  limit: number,
): Promise<Near[]> {
  const place = await findPlace(db, of.subject, of.id)
  if (!place) return []
  const network = await loadRoadNetwork(db)
  const near = (await listNear(db, table, of.subject, of.id)).flatMap((record) => {
    const found = apart(network, place, record, record.straight)
    return found && found.distance <= limit ? [{ id: record.id, ...found }] : []
  })
  return near.sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1))
}

const apartById = (near: readonly Near[]) => new Map(near.map(({ id, ...found }) => [id, found]))

async function hazardsNear(
  db: Database,
  of: { readonly subject: Subject; readonly id: string },
  onlooker: Onlooker,
): Promise<HazardNear[]> {
  const near = await listWithin(db, 'hazard', of, reach.hazards)
  const rows = await listHazardsById(
    db,
    near.map(({ id }) => id),
  )
  const found = apartById(near)
  return rows.map((row) => hazardNear(hazardView(row, onlooker), found.get(row.id)!))
}

async function facilitiesNear(db: Database, hazardId: string, today: string): Promise<FacilityNear[]> {
  const near = await listWithin(db, 'facility', { subject: 'hazard', id: hazardId }, reach.facilities)
  const linked = await listFacilities(db, { hazardId }, { limit: 1000 }, today)
  const found = apartById(near)
  const others = near.filter(({ id }) => !linked.some((row) => row.id === id))
  const rows = [...linked]
  for (const { id } of others) rows.push((await findFacility(db, id))!)
  return rows.map((row) => facilityNear(facilityView(row, today), found.get(row.id), hazardId))
}

async function accidentsNear(db: Database, hazardId: string): Promise<AccidentNear[]> {
  const hazard = (await findHazard(db, hazardId))!
  const story = await loadHazardStory(db, hazard)
  const near = await listWithin(db, 'accident', { subject: 'hazard', id: hazardId }, reach.accidents)
  const found = apartById(near)
  const accidents = await listAccidentsById(
    db,
    near.map(({ id }) => id),
  )
  return accidents.map((accident) =>
    accidentNear(
      { ...accident, countedAs: countedAs(accident) },
      found.get(accident.id)!,
      clocksThen(story, new Date(accident.occurredAt)),
    ),
  )
}

/** 倒查卷 of a ticket; undefined where there is none. */
export async function findSurroundings(
  db: Database,
  hazardId: string,
  onlooker: Onlooker,
): Promise<Surroundings | undefined> {
  if (!(await findHazard(db, hazardId))) return undefined
  const accidents = await accidentsNear(db, hazardId)
  const totals = (phase: Phase) => calibreTotals(accidents.filter(({ then }) => then.phase === phase))
  return {
    hazardId,
    reach,
    accidents,
    totals: {
      beforeFound: totals('beforeFound'),
      open: totals('open'),
      afterClosed: totals('afterClosed'),
    },
    facilities: await facilitiesNear(db, hazardId, onlooker.today),
    hazards: await hazardsNear(db, { subject: 'hazard', id: hazardId }, onlooker),
  }
}

/** Tickets around an accident, with their clocks at its time. */
export async function findHazardsThen(
  db: Database,
  accidentId: string,
  onlooker: Onlooker,
): Promise<HazardsThen | undefined> {
  const accident = await findAccident(db, accidentId)
  if (!accident) return undefined
  const at = new Date(accident.occurredAt)
  const hazards: HazardsThen['hazards'] = []
  for (const hazard of await hazardsNear(db, { subject: 'accident', id: accidentId }, onlooker)) {
    const row = (await findHazard(db, hazard.id))!
    const then = clocksThen(await loadHazardStory(db, row), at)
    hazards.push({ ...hazard, foundAt: row.foundAt.toISOString(), then })
  }
  return { accidentId, occurredAt: accident.occurredAt, reach: reach.hazards, hazards }
}
