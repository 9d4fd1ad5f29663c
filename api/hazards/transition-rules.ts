import { isPermitted } from '../auth/permissions.ts'
import type { Actor } from '../http/actor.ts'
import type { HazardActionId } from './hazard-actions.ts'
import type { HazardStatus } from './hazard-status.ts'
import { bannerLevel, failingCondition, type Circumstances } from './life/conditions.ts'
import type { HazardFacts } from './life/hazard-facts.ts'
import { hasFiveAssurances } from './life/life-codes.ts'
import type { PhotoStage } from './photos/photo-stages.ts'
import { lifeCycle, transitionEntries, type Transition, type TransitionField } from './life-cycle.ts'

/** Who did what on this hazard last: the four-eyes rule looks at it. */
export type PastActors = Readonly<Record<string, string>>
export type Person = Pick<Actor, 'id' | 'department' | 'personKind'>

/** The earlier act of the same person that bars this one; undefined where other eyes are on it. */
export function barringAct(transition: Transition, person: Person, past: PastActors): string | undefined {
  return transition.notBy?.find((act) => past[act] === person.id)
}

const nothingSo: Circumstances = {
  level: null,
  isBlackSpot: false,
  dueDate: null,
  listing: null,
  listingLevel: 0,
  isExtensionPending: false,
  isReceiptMissing: false,
}

/** What this person may do next; of the evidence and the fields the form speaks. */
export function allowedActions(
  status: HazardStatus,
  person: Person,
  past: PastActors,
  so: Circumstances = nothingSo,
): HazardActionId[] {
  return transitionEntries
    .filter(([, transition]) => transition.from.includes(status))
    .filter(([, transition]) => isPermitted(person, transition.permission))
    .filter(([, transition]) => failingCondition(transition.conditions, so) === undefined)
    .filter(([, transition]) => barringAct(transition, person, past) === undefined)
    .map(([action]) => action)
}

const isGiven = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

/** 鄂托克旗交通运输局, 旗交通运输局 and 交通运输局 are one; of other bodies only their spelling is known. */
function unitOf(text: string, known: readonly NamesOfUnit[]): string {
  const withoutBanner = (name: string) => plain(name).replace(/^(?:鄂托克)?旗/, '')
  const name = withoutBanner(text)
  return withoutBanner(known.find((names) => names.some((each) => withoutBanner(each) === name))?.[0] ?? text)
}

/** What one unit is called, its full name first. */
export type NamesOfUnit = readonly [string, ...string[]]

/** 验收: at least two people of at least two units; so never the registering squad alone. */
export function isJointAcceptance(
  attendees: readonly { name: string; unit: string }[],
  known: readonly NamesOfUnit[] = [],
): boolean {
  const present = attendees.map(({ name, unit }) => ({ name: plain(name), unit: unitOf(unit, known) }))
  return (
    new Set(present.map(({ name, unit }) => `${unit} ${name}`)).size >= 2 &&
    new Set(present.map(({ unit }) => unit)).size >= 2
  )
}

type Values = Readonly<Partial<Record<TransitionField, unknown>>>

/** What an act asks for with this hazard as it stands. */
export function requiredFields(
  action: HazardActionId,
  so: Pick<Circumstances, 'level' | 'listing' | 'listingLevel'>,
): TransitionField[] {
  const { required, requiredWhenMajor = [], ...listed } = lifeCycle[action]
  const isListed = so.listing === 'listed'
  return [
    ...new Set([
      ...required,
      ...(so.level === 3 ? requiredWhenMajor : []),
      ...(isListed ? (listed.requiredWhenListed ?? []) : []),
      ...(isListed && so.listingLevel >= bannerLevel ? (listed.requiredWhenListedAbove ?? []) : []),
    ]),
  ]
}

/** Fields that this act needs and that neither it nor the hazard has. */
export function missingFields(
  action: HazardActionId,
  given: Values,
  known: Values,
  so: Pick<Circumstances, 'listing' | 'listingLevel'> = nothingSo,
): TransitionField[] {
  const level = (given.level ?? known.level ?? null) as number | null
  const isThere = (field: TransitionField) =>
    field === 'assurances'
      ? hasFiveAssurances(given.assurances) ||
        (given.assurances === undefined && hasFiveAssurances(known.assurances))
      : isGiven(given[field]) || isGiven(known[field])
  return requiredFields(action, { ...so, level }).filter((field) => !isThere(field))
}

/** Stages of which this act needs a photo and there is none. */
export function missingEvidence(
  action: HazardActionId,
  given: Values,
  hazard: { readonly facts: Pick<HazardFacts, 'photos'>; readonly temporaryControl: string },
): PhotoStage[] {
  const { evidence = [], evidenceUnless } = lifeCycle[action]
  const isWaived =
    (evidenceUnless === 'receiptToFollow' && given.receiptToFollow === true) ||
    (evidenceUnless === 'facilitiesInPlace' && hazard.temporaryControl === 'inPlace')
  return isWaived ? [] : evidence.filter((stage) => (hazard.facts.photos[stage] ?? 0) === 0)
}
