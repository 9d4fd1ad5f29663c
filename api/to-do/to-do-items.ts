import type { Facility } from '../facilities/facility.schema.ts'
import { countInEnglish, countWording } from '../facilities/facility-wording.ts'
import { daysBetween } from '../areas/calendar-days.ts'
import type { Hazard } from '../hazards/hazard.schema.ts'
import type { ToDoItem } from './to-do.schema.ts'
import { daysInWords, verbOf } from './to-do-words.ts'

export interface Desk {
  readonly today: string
  readonly ownSquad: string | null
  readonly squadNames: ReadonlyMap<string, string>
}

export interface Errand {
  readonly kind: ToDoItem['kind']
  readonly act: string | undefined
  readonly due: string | null
  /** The day on which it came to where it stands. */
  readonly since?: string | null | undefined
}

const ofSquad = (squad: string | null, { ownSquad, squadNames }: Desk) => ({
  squad,
  squadName: squad === null ? null : (squadNames.get(squad) ?? squad),
  isOwnSquad: squad !== null && squad === ownSquad,
})

/** A report that is late is no ticket that is late. */
const reportWords = (daysLeft: number) => {
  const { zh, en } = daysInWords(daysLeft)
  return { zh: `填报${zh}`, en: `report ${en}` }
}

function dueFacts(due: string | null, today: string): Pick<ToDoItem, 'due' | 'daysLeft' | 'dueText'> {
  const daysLeft = due === null ? null : daysBetween(today, due)
  return { due, daysLeft, dueText: daysLeft === null ? null : daysInWords(daysLeft) }
}

export function hazardItem(hazard: Hazard, { kind, act, due, since }: Errand, desk: Desk): ToDoItem {
  const { dueDate, originalDueDate, displayNumber, title, roadName, stakeText } = hazard
  return {
    key: `${kind}:${hazard.id}`,
    kind,
    ...{ recordKind: 'hazard', recordId: hazard.id, number: displayNumber },
    ...{ title, titleEn: title, roadName, stakeText },
    ...ofSquad(hazard.squad, desk),
    ...{ status: hazard.status, level: hazard.level, supervisionLevel: hazard.supervisionLevel },
    responsibleUnit: hazard.responsibleUnitName,
    warning: hazard.warning,
    act: act ?? null,
    verb: verbOf(act ?? 'open'),
    ...dueFacts(due, desk.today),
    ...(kind === 'report' && due !== null ? { dueText: reportWords(daysBetween(desk.today, due)) } : {}),
    // A reopened ticket has no date yet: that is no extension.
    originalDue: dueDate !== null && originalDueDate !== dueDate ? originalDueDate : null,
    waitingDays: since ? Math.max(0, daysBetween(since, desk.today)) : null,
    demo: hazard.demo,
  }
}

const noHazard = {
  ...{ status: null, level: null, supervisionLevel: null, responsibleUnit: null },
  ...{ warning: null, originalDue: null, waitingDays: null },
}

export function facilityItem(
  facility: Facility,
  { kind, due }: Pick<Errand, 'kind' | 'due'>,
  squad: string | null,
  desk: Desk,
): ToDoItem {
  return {
    key: `${kind}:${facility.id}`,
    kind,
    ...{ recordKind: 'facility', recordId: facility.id, number: facility.number },
    ...{ title: countWording(facility), titleEn: countInEnglish(facility) },
    ...{ roadName: facility.roadName, stakeText: facility.stakeText },
    ...ofSquad(squad, desk),
    ...noHazard,
    act: null,
    verb: verbOf(kind === 'repair' ? 'repair' : 'inspect'),
    ...dueFacts(due, desk.today),
    demo: facility.demo,
  }
}

/** All places that wait are one row: they have a work list of their own. */
export function placesItem(count: number, desk: Desk): ToDoItem {
  return {
    key: 'places',
    kind: 'places',
    ...{ recordKind: null, recordId: null, number: null },
    title: `位置待核对 ${count} 条`,
    titleEn: `${count} place${count === 1 ? '' : 's'} to check`,
    ...{ roadName: null, stakeText: null },
    ...ofSquad(null, desk),
    ...noHazard,
    act: null,
    verb: verbOf('locate'),
    ...dueFacts(null, desk.today),
    demo: false,
  }
}
