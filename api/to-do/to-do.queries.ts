import { listSquads } from '../areas/area.queries.ts'
import { isPermitted } from '../auth/permissions.ts'
import type { Database } from '../db/tables.ts'
import { facilityView } from '../facilities/facility-view.ts'
import { listFacilities } from '../facilities/facility.queries.ts'
import { loadCalendar } from '../hazards/clocks/holiday.queries.ts'
import { hazardView, type Onlooker } from '../hazards/hazard-view.ts'
import { listHazards } from '../hazards/hazard.queries.ts'
import type { Hazard } from '../hazards/hazard.schema.ts'
import { stretchAt } from '../roads/network/road-input.ts'
import { listSquadStretches } from '../roads/stretch.queries.ts'
import { listTicketClocks, listWaiting, type TicketClock } from './to-do-clocks.queries.ts'
import {
  isForPerson,
  itemByDate,
  itemOfFacility,
  itemToAct,
  itemToRevisit,
  itemWaiting,
  squadOf,
  withOwnErrands,
} from './to-do-groups.ts'
import { placesItem, type Desk } from './to-do-items.ts'
import { inOrder } from './to-do-order.ts'
import type { ToDoItem, ToDoList } from './to-do.schema.ts'

const everything = { limit: 20_000 }

/** How many places wait to be checked: the work list of places counts them. */
export type CountPlaces = (db: Database) => Promise<number>

interface Asked {
  readonly onlooker: Onlooker
  readonly desk: Desk
  readonly hazards: readonly Hazard[]
  readonly clocks: ReadonlyMap<string, TicketClock>
}

const noClock = (id: string): TicketClock => ({
  ...{ id, since: null, plannedOn: null },
})

function ticketItems({ onlooker: { person }, desk, hazards, clocks }: Asked): ToDoItem[] {
  return hazards
    .filter(({ squad }) => isForPerson(squad, person))
    .flatMap((hazard) => {
      const clock = clocks.get(hazard.id) ?? noClock(hazard.id)
      return itemToAct(hazard, clock, desk) ?? itemToRevisit(hazard, person, desk) ?? []
    })
}

async function waitingItems(
  db: Database,
  { onlooker: { person }, desk, hazards }: Asked,
): Promise<ToDoItem[]> {
  return (await listWaiting(db)).flatMap((waiting) => {
    const hazard = hazards.find(({ id }) => id === waiting.hazardId)
    return (hazard && itemWaiting(waiting, hazard, person, desk)) ?? []
  })
}

async function facilityItems(db: Database, { onlooker, desk, hazards }: Asked): Promise<ToDoItem[]> {
  if (!isPermitted(onlooker.person, 'facility:inspect')) return []
  const stretches = await listSquadStretches(db)
  return (await listFacilities(db, {}, everything, desk.today)).flatMap((row) => {
    const facility = facilityView(row, desk.today)
    const { road, stake, hazardId } = facility
    const own = road === null || stake === null ? undefined : stretchAt(stretches, road, stake)
    const squad = own?.code ?? hazards.find(({ id }) => id === hazardId)?.squad ?? null
    return itemOfFacility(facility, squad, onlooker.person, desk) ?? []
  })
}

async function placesItems(db: Database, { onlooker, desk }: Asked, count: CountPlaces): Promise<ToDoItem[]> {
  if (!isPermitted(onlooker.person, 'accident:write')) return []
  const waiting = await count(db)
  return waiting > 0 ? [placesItem(waiting, desk)] : []
}

async function everyMine(db: Database, asked: Asked, count: CountPlaces): Promise<ToDoItem[]> {
  const tickets = ticketItems(asked)
  const waiting = await waitingItems(db, asked)
  const facilities = await facilityItems(db, asked)
  return [...(await placesItems(db, asked, count)), ...inOrder([...tickets, ...waiting, ...facilities])]
}

const grouped = (items: readonly ToDoItem[]) => ({ count: items.length, items: [...items] })

/** What an officer opens in the morning. */
export async function findToDo(
  db: Database,
  wish: { readonly squad?: string | undefined },
  onlooker: Onlooker,
  countPlaces: CountPlaces,
): Promise<ToDoList> {
  const { person, today } = onlooker
  const departments = await listSquads(db)
  const ownSquad = squadOf(person)
  const squad = wish.squad === 'all' ? null : (wish.squad ?? ownSquad)
  const names = new Map(departments.map(({ code, name }) => [code, name]))
  const desk: Desk = { today, ownSquad, squadNames: names }
  const rows = await listHazards(db, {}, everything, today)
  const calendar = await loadCalendar(db)
  const hazards = rows.map((row) => withOwnErrands(hazardView(row, { ...onlooker, calendar }), person))
  const asked: Asked = { onlooker, desk, hazards, clocks: await listTicketClocks(db) }
  const isShown = (item: ToDoItem) => squad === null || item.squad === squad || item.kind === 'places'
  const dated = hazards.flatMap(
    (hazard) => itemByDate(hazard, asked.clocks.get(hazard.id) ?? noClock(hazard.id), desk) ?? [],
  )
  const isLate = ({ daysLeft }: ToDoItem) => (daysLeft ?? 0) < 0
  return {
    ...{ today, squad, ownSquad },
    squads: departments
      .filter(({ kind }) => kind === 'squad')
      .map(({ code, name, nameEn }) => ({ code, name, nameEn })),
    mine: grouped((await everyMine(db, asked, countPlaces)).filter(isShown)),
    dueSoon: grouped(inOrder(dated.filter((item) => isShown(item) && !isLate(item)))),
    overdue: grouped(inOrder(dated.filter((item) => isShown(item) && isLate(item)))),
  }
}
