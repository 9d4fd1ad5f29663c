import { isPermitted, rightsColumn } from '../auth/permissions.ts'
import type { Facility } from '../facilities/facility.schema.ts'
import { isInspected } from '../facilities/inspection-clock.ts'
import type { HazardActionId } from '../hazards/hazard-actions.ts'
import { isEnded, type HazardStatus } from '../hazards/hazard-status.ts'
import type { Hazard } from '../hazards/hazard.schema.ts'
import { lifeCycle } from '../hazards/life-cycle.ts'
import type { Person } from '../hazards/transition-rules.ts'
import { actDue, dueOf, overdueAct } from './next-act.ts'
import { facilityItem, hazardItem, type Desk } from './to-do-items.ts'
import type { TicketClock, Waiting } from './to-do-clocks.queries.ts'
import type { ToDoItem } from './to-do.schema.ts'

/** People of a squad work on their squad's tickets, everybody else on all. */
export const squadOf = ({ department }: Person): string | null =>
  department.startsWith('L') ? department : null

export const isForPerson = (squad: string | null, person: Person): boolean =>
  squadOf(person) === null || squadOf(person) === squad

/** What the office files a leader may file in its place, but it does not wait for him. */
export function withOwnErrands(hazard: Hazard, person: Person): Hazard {
  if (rightsColumn(person) !== 'leader') return hazard
  const isOwn = (act: HazardActionId) => lifeCycle[act].permission !== 'document:register'
  return { ...hazard, allowedActions: hazard.allowedActions.filter(isOwn) }
}

/** The ticket waits for this person to take it on, or, in its own squad, to say how it goes. */
export function itemToAct(hazard: Hazard, clock: TicketClock, desk: Desk): ToDoItem | undefined {
  const due = actDue(hazard, clock.plannedOn, desk.today)
  if (!due) return undefined
  if (due.act === 'progress') {
    const isOwn = hazard.squad !== null && hazard.squad === desk.ownSquad
    return isOwn ? hazardItem(hazard, { kind: 'report', ...due, since: clock.since }, desk) : undefined
  }
  const errand = { kind: 'hazard', act: due.act, due: due.due ?? hazard.dueDate, since: clock.since } as const
  return hazardItem(hazard, errand, desk)
}

/** By the date of the remedy: close or past. */
export function itemByDate(hazard: Hazard, clock: TicketClock, desk: Desk): ToDoItem | undefined {
  if (hazard.warning === null) return undefined
  const act = overdueAct(hazard)
  return hazardItem(hazard, { kind: 'hazard', act, due: hazard.dueDate, since: clock.since }, desk)
}

/** Who goes back to closed tickets. */
const revisitors: readonly string[] = ['inspection', 'accident']
const revisitNoticeDays = 7

export function itemToRevisit(hazard: Hazard, person: Person, desk: Desk): ToDoItem | undefined {
  const clock = hazard.clocks.find(({ code }) => code === 'revisit')
  if (!clock || !revisitors.includes(rightsColumn(person))) return undefined
  const errand = { kind: 'revisit', act: 'revisit', due: clock.dueOn, since: clock.since } as const
  const item = hazardItem(hazard, errand, desk)
  return item.daysLeft! <= revisitNoticeDays ? item : undefined
}

const pens = {
  extension: { act: 'grantExtension', mayAct: (person: Person) => isPermitted(person, 'hazard:sign') },
  correction: { act: 'decideCorrection', mayAct: (person: Person) => isPermitted(person, 'hazard:sign') },
  listing: { act: 'recordListing', mayAct: (person: Person) => rightsColumn(person) === 'office' },
} as const

export function itemWaiting(
  waiting: Waiting,
  hazard: Hazard,
  person: Person,
  desk: Desk,
): ToDoItem | undefined {
  const { act, mayAct } = pens[waiting.kind]
  if (!mayAct(person) || isEnded(hazard.status as HazardStatus)) return undefined
  const due = act === 'grantExtension' ? dueOf(hazard, act) : null
  const errand = { kind: waiting.kind, act, due: due ?? hazard.dueDate, since: waiting.since }
  return hazardItem(hazard, errand, desk)
}

/** Rounds are for the squads and those who keep the facilities; repairs for the latter. */
export function itemOfFacility(
  facility: Facility,
  squad: string | null,
  person: Person,
  desk: Desk,
): ToDoItem | undefined {
  const isKeeper = rightsColumn(person) === 'facility'
  if (facility.state === 'fault' && isKeeper)
    return facilityItem(facility, { kind: 'repair', due: null }, squad, desk)
  const goesRound = isKeeper || (squadOf(person) !== null && squadOf(person) === squad)
  const due = facility.inspectionDueOn
  if (!goesRound || due === null || due > desk.today || !isInspected(facility.state)) return undefined
  return facilityItem(facility, { kind: 'inspection', due }, squad, desk)
}
