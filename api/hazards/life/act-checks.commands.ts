import { listSquads, listUnits } from '../../areas/area.queries.ts'
import { authMessages } from '../../auth/auth-messages.ts'
import { isPermitted } from '../../auth/permissions.ts'
import type { Trx } from '../../db/tables.ts'
import type { Acting } from '../../http/acting.ts'
import { Conflict, Forbidden, Unprocessable, type FieldError } from '../../http/problem.ts'
import { bannerDay } from '../../areas/calendar-days.ts'
import { extensionErrors } from '../clocks/extension-rules.ts'
import type { HazardActionId } from '../hazard-actions.ts'
import { hazardMessages } from '../hazard-messages.ts'
import type { HazardRow } from '../hazard-row.ts'
import { isEnded } from '../hazard-status.ts'
import { findHazard } from '../hazard.queries.ts'
import { lifeCycle } from '../life-cycle.ts'
import { refuse } from '../place.commands.ts'
import {
  barringAct,
  isJointAcceptance,
  missingEvidence,
  missingFields,
  type NamesOfUnit,
} from '../transition-rules.ts'
import { conditions, failingCondition } from './conditions.ts'
import { circumstancesOf } from './hazard-facts.ts'
import { acceptanceItems } from './life-codes.ts'
import type { TransitionFields, TransitionRequest } from './transition.schema.ts'

/** Order of refusal: may you at all, does it fit the state, are you the second pair of eyes. */
export function checkMayAct(action: HazardActionId, hazard: HazardRow, { actor }: Acting): void {
  const transition = lifeCycle[action]
  if (!isPermitted(actor, transition.permission))
    throw new Forbidden(authMessages.notPermitted(transition.permission))
  if (!transition.from.includes(hazard.status))
    throw new Conflict(hazardMessages.wrongStatus(action, hazard.status), [], { status: hazard.status })
  const failing = failingCondition(transition.conditions, circumstancesOf(hazard))
  if (failing) throw new Conflict(conditions[failing].text, [], { status: hazard.status, condition: failing })
  if (barringAct(transition, actor, hazard.past)) throw new Forbidden(hazardMessages.fourEyes(action))
}

/** What of the hazard itself answers a question of the act. */
const knownOf = (hazard: HazardRow) => ({
  types: hazard.types,
  level: hazard.level,
  analysis: hazard.analysis,
  advice: hazard.advice,
  emergencyAdvice: hazard.emergencyAdvice,
  responsibleUnit: hazard.responsibleUnit,
  dueDate: hazard.dueDate,
  assurances: hazard.assurances,
  temporaryControlPlan: hazard.temporaryControl === 'none' ? null : hazard.temporaryControlText,
})

export function checkComplete(action: HazardActionId, hazard: HazardRow, fields: TransitionFields): void {
  const missing = missingFields(action, fields, knownOf(hazard), hazard.facts)
  const stages = missingEvidence(action, fields, hazard)
  const errors = [
    ...missing.map((path) => ({ path, message: hazardMessages.fieldMissing(path) })),
    ...stages.map((stage) => ({ path: `photos.${stage}`, message: hazardMessages.photoMissing(stage) })),
  ]
  if (errors.length === 0) return
  throw new Unprocessable(
    missing.length > 0
      ? hazardMessages.fieldsMissing(action, missing)
      : hazardMessages.photosMissing(action, stages),
    errors,
  )
}

async function mergeErrors(trx: Trx, hazard: HazardRow, target: string | undefined): Promise<FieldError[]> {
  if (target === undefined) return []
  const found = target === hazard.id ? undefined : await findHazard(trx, target)
  return found && !isEnded(found.status)
    ? []
    : [{ path: 'mergedInto', message: hazardMessages.mergeTarget() }]
}

async function codeErrors(trx: Trx, fields: TransitionFields): Promise<FieldError[]> {
  const errors: FieldError[] = []
  const units = fields.responsibleUnit || fields.regulatorUnit ? await listUnits(trx) : []
  for (const path of ['responsibleUnit', 'regulatorUnit'] as const) {
    const code = fields[path]
    if (code && !units.some((unit) => unit.code === code))
      errors.push({ path, message: hazardMessages.unknownUnit(code) })
  }
  const { squad } = fields
  if (squad && !(await listSquads(trx)).some(({ code }) => code === squad))
    errors.push({ path: 'squad', message: hazardMessages.unknownSquad(squad) })
  return errors
}

/** What happened lies not in the future, what is to happen not in the past, and no receipt before its notice. */
function dateErrors({ facts }: HazardRow, fields: TransitionFields, today: string): FieldError[] {
  const happened = ['deliveredOn', 'receiptOn', 'listedOn', 'delistedOn'] as const
  return [
    ...(fields.dueDate && fields.dueDate < today
      ? [{ path: 'dueDate', message: hazardMessages.dueInPast() }]
      : []),
    ...(fields.receiptOn && facts.noticeOn && fields.receiptOn < facts.noticeOn
      ? [{ path: 'receiptOn', message: hazardMessages.receiptBeforeNotice(facts.noticeOn) }]
      : []),
    ...happened
      .filter((path) => fields[path] !== undefined && fields[path] > today)
      .map((path) => ({ path, message: hazardMessages.dateInFuture(path) })),
  ]
}

async function namesOfUnits(trx: Trx): Promise<NamesOfUnit[]> {
  const units = (await listUnits(trx)).map(({ name, shortName }): NamesOfUnit => [name, shortName ?? name])
  const squads = (await listSquads(trx)).map(({ name, aliases }): NamesOfUnit => [name, ...aliases])
  return [...units, ...squads]
}

async function acceptanceErrors(trx: Trx, { action, attendees = [], checks = [] }: TransitionRequest) {
  if (action !== 'accept') return []
  // An item that nobody looked at is not met either.
  const unmet = [
    ...checks.filter(({ isMet }) => !isMet).map(({ item }) => item),
    ...acceptanceItems.map(({ zh }) => zh).filter((item) => !checks.some((check) => check.item === item)),
  ]
  return [
    ...(isJointAcceptance(attendees, await namesOfUnits(trx))
      ? []
      : [{ path: 'attendees', message: hazardMessages.notJoint() }]),
    ...(unmet.length > 0 ? [{ path: 'checks', message: hazardMessages.checksUnmet(unmet) }] : []),
  ]
}

function askedExtensionErrors(hazard: HazardRow, { action, ...fields }: TransitionRequest, today: string) {
  if (action !== 'requestExtension' || !hazard.dueDate || !fields.newDueDate) return []
  return extensionErrors({
    dueDate: hazard.dueDate,
    newDueDate: fields.newDueDate,
    isWinterPause: fields.isWinterPause ?? false,
    granted: hazard.facts.extensionsGranted,
    temporaryControl: hazard.temporaryControl,
    today,
  })
}

export async function checkValues(trx: Trx, hazard: HazardRow, request: TransitionRequest, at: Date) {
  const today = bannerDay(at)
  const errors: FieldError[] = [
    ...dateErrors(hazard, request, today),
    ...(await acceptanceErrors(trx, request)),
    ...(await mergeErrors(trx, hazard, request.mergedInto)),
    ...(await codeErrors(trx, request)),
    ...askedExtensionErrors(hazard, request, today),
  ]
  if (errors.length > 0) refuse(errors)
}
