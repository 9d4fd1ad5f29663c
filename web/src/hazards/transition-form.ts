import type { HazardActionId } from '../../../api/hazards/hazard-actions.ts'
import { acceptanceItems } from '../../../api/hazards/life/life-codes.ts'
import { kindOf, type TransitionField } from '../../../api/hazards/life/transition-fields.ts'
import { lifeCycle } from '../../../api/hazards/life-cycle.ts'
import { requiredFields } from '../../../api/hazards/transition-rules.ts'
import type { Hazard, TransitionRequest } from '../api/api-types.ts'
import type { HazardRecords } from '../api/record-calls.ts'
import type { Words } from '../text/words.ts'

export type Action = HazardActionId
/** What stands in the form: words of a field, a tick, or rows of their own. */
export type Answers = { [Field in TransitionField]?: string | NonNullable<TransitionRequest[Field]> }
export type Person = NonNullable<TransitionRequest['attendees']>[number]
export type Check = NonNullable<TransitionRequest['checks']>[number]

type Standing = Pick<Hazard, 'supervisionLevel'>

/** What the act asks for first, then what may come with it; types are chosen at registration and stay as they are here. */
export function fieldsOf(
  action: Action,
  level: string | undefined,
  { supervisionLevel }: Standing = { supervisionLevel: 0 },
): { field: TransitionField; isRequired: boolean }[] {
  const listing = supervisionLevel > 0 ? ('listed' as const) : null
  const required = requiredFields(action, {
    level: level ? Number(level) : null,
    listing,
    listingLevel: supervisionLevel,
  })
  const optional = (lifeCycle[action].optional ?? []).filter((field) => !required.includes(field))
  return [
    ...required.map((field) => ({ field, isRequired: true })),
    ...optional.map((field) => ({ field, isRequired: false })),
  ].filter(({ field }) => field !== 'types')
}

/** Whose number the act writes down: our own letters are numbered one after the other, other bodies' are theirs. */
export const numberedAs: Readonly<Partial<Record<Action, 'letter' | 'report'>>> = {
  notify: 'letter',
  urge: 'letter',
  reportToGovernment: 'report',
}

/** What an act calls a field: 延期理由 rather than a bare 理由. */
export function labelOf(action: Action, field: TransitionField, { transitions }: Pick<Words, 'transitions'>) {
  const own: Readonly<Partial<Record<Action, Partial<Record<TransitionField, string>>>>> =
    transitions.fieldsOf
  return own[action]?.[field] ?? transitions.fields[field]
}

/** The listing that waits for its answer. */
export const proposedListing = (records: Pick<HazardRecords, 'listings'> | undefined) =>
  records?.listings.findLast(({ state }) => state === 'requested')

/** 拟办: while the review is awaited, what the officer decides on; it becomes the hazard's own by his act. */
export const draftedReview = (hazard: Pick<Hazard, 'flags'>, records: Known | undefined) =>
  hazard.flags.includes('reviewDrafted') ? records?.reviewDrafts.at(-1) : undefined

function draftedAnswers(hazard: Hazard, records: Known | undefined): Answers {
  const { level, ...drafted } = draftedReview(hazard, records)?.fields ?? {}
  return { ...drafted, ...(level === undefined ? {} : { level: String(level) }) }
}

type Known = Pick<HazardRecords, 'listings' | 'reviewDrafts'>

/** Every act starts from what is already known of the hazard. */
export function knownAnswers(hazard: Hazard, today: string, records?: Known): Answers {
  const listing = proposedListing(records)
  const { level, analysis, advice, emergencyAdvice, responsibleUnit, dueDate, urgingDue } = hazard
  return {
    // No level of its own is proposed: how bad it is says who reviews it.
    level: level === null ? '' : String(level),
    analysis: analysis ?? '',
    advice: advice ?? '',
    emergencyAdvice: emergencyAdvice ?? '',
    responsibleUnit: responsibleUnit ?? '',
    dueDate: dueDate ?? '',
    remedyPlan: hazard.remedyPlan ?? '',
    addressee: hazard.responsibleUnitName ?? '',
    assurances: { ...hazard.assurances },
    deliveryMethod: '公文交换',
    deliveredOn: today,
    urgingStep: urgingDue ?? 'letter',
    listingLevel: String(listing?.level ?? 2),
    ...(listing ? { listingUnit: listing.listingUnit } : {}),
    result: 'holds',
    outcome: 'failed',
    attendees: [
      { unit: '', name: '' },
      { unit: '', name: '' },
    ],
    checks: acceptanceItems.map(({ zh }) => ({ item: zh, isMet: false })),
    facilities: [],
    ...draftedAnswers(hazard, records),
  }
}

const isFilled = (value: unknown) => String(value ?? '').trim() !== ''

/** A field as it is sent; undefined where nothing was filled in. */
function sentOf(field: TransitionField, value: unknown): unknown {
  const kind = kindOf(field)
  if (kind === 'people')
    return (value as Person[]).filter(({ unit, name }) => isFilled(unit) && isFilled(name))
  if (kind === 'assurances') {
    const filled = Object.entries(value as object).filter(([, text]) => isFilled(text))
    return filled.length > 0 ? Object.fromEntries(filled) : undefined
  }
  if (kind === 'checks' || kind === 'facilities') return value
  if (kind === 'tick') return value === true ? true : undefined
  const text = String(value ?? '').trim()
  if (text === '') return undefined
  return ['level', 'listingLevel', 'percent'].includes(kind) ? Number(text) : text
}

export function requestOf(
  action: Action,
  fields: readonly TransitionField[],
  answers: Answers,
): TransitionRequest {
  const given = fields
    .filter((field) => answers[field] !== undefined)
    .map((field) => [field, sentOf(field, answers[field])] as const)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
  return { action, ...Object.fromEntries(given) } as TransitionRequest
}

/** Stages of which the act wants a photo and the hazard has none yet. */
export const photosWanted = (action: Action, { photoCounts }: Pick<Hazard, 'photoCounts'>) =>
  (lifeCycle[action].evidence ?? []).filter((stage) => (photoCounts[stage] ?? 0) === 0)
