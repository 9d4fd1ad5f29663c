import { isPermitted } from '../auth/permissions.ts'
import type { Actor } from '../http/actor.ts'
import type { HazardActionId } from './hazard-actions.ts'
import type { HazardStatus } from './hazard-status.ts'
import { lifeCycle, transitionEntries, type Transition, type TransitionField } from './life-cycle.ts'

/** Who did what on this hazard last: the four-eyes rule looks at it. */
export type PastActors = Readonly<Record<string, string>>
export type Person = Pick<Actor, 'id' | 'department' | 'personKind'>

/** The earlier act of the same person that bars this one; undefined where other eyes are on it. */
export function barringAct(transition: Transition, person: Person, past: PastActors): string | undefined {
  return transition.notBy?.find((act) => past[act] === person.id)
}

export function allowedActions(status: HazardStatus, person: Person, past: PastActors): HazardActionId[] {
  return transitionEntries
    .filter(([, transition]) => transition.from.includes(status))
    .filter(([, transition]) => isPermitted(person, transition.permission))
    .filter(([, transition]) => barringAct(transition, person, past) === undefined)
    .map(([action]) => action)
}

const isGiven = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** 验收: at least two people of at least two units. */
export function isJointAcceptance(attendees: readonly { name: string; unit: string }[]): boolean {
  return (
    new Set(attendees.map(({ name, unit }) => `${unit} ${name}`)).size >= 2 &&
    new Set(attendees.map(({ unit }) => unit)).size >= 2
  )
}

/** Fields that this act needs and that neither it nor the hazard has. */
export function missingFields(
  action: HazardActionId,
  given: Readonly<Partial<Record<TransitionField, unknown>>>,
  known: Readonly<Partial<Record<TransitionField, unknown>>>,
): TransitionField[] {
  const { required, requiredWhenMajor = [] } = lifeCycle[action]
  const isMajor = (given.level ?? known.level) === 3
  return [...required, ...(isMajor ? requiredWhenMajor : [])].filter(
    (field) => !isGiven(given[field]) && !isGiven(known[field]),
  )
}
