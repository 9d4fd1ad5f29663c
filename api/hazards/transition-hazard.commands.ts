import type { Updateable } from 'kysely'
import { listUnits } from '../areas/area.queries.ts'
import { recordChange } from '../audit/audit.commands.ts'
import { authMessages } from '../auth/auth-messages.ts'
import { isPermitted } from '../auth/permissions.ts'
import { newId } from '../db/id.ts'
import type { Database, Trx } from '../db/tables.ts'
import { Conflict, Forbidden, Unprocessable, type FieldError } from '../http/problem.ts'
import { takeForChange } from './change-hazard.commands.ts'
import { bannerDay } from '../roads/validity.ts'
import type { HazardActionId } from './hazard-actions.ts'
import { hazardMessages } from './hazard-messages.ts'
import type { HazardRow } from './hazard-row.ts'
import { isEnded } from './hazard-status.ts'
import { actorColumns, type Acting } from './hazard.commands.ts'
import { insertTransition } from './hazard-history.queries.ts'
import { findHazard, updateHazard } from './hazard.queries.ts'
import type { TransitionFields, TransitionRequest } from './hazard.schema.ts'
import type { HazardTable } from './hazard.table.ts'
import { lifeCycle, statusAfter } from './life-cycle.ts'
import { refuse } from './place.commands.ts'
import { barringAct, isJointAcceptance, missingFields } from './transition-rules.ts'

/** Order of refusal: may you at all, does it fit the state, are you the second pair of eyes. */
function checkMayAct(action: HazardActionId, hazard: HazardRow, { actor }: Acting): void {
  const transition = lifeCycle[action]
  if (!isPermitted(actor, transition.permission))
    throw new Forbidden(authMessages.notPermitted(transition.permission))
  if (!transition.from.includes(hazard.status))
    throw new Conflict(hazardMessages.wrongStatus(action, hazard.status), [], { status: hazard.status })
  if (barringAct(transition, actor, hazard.past)) throw new Forbidden(hazardMessages.fourEyes(action))
}

function checkComplete(action: HazardActionId, hazard: HazardRow, fields: TransitionFields): void {
  const missing = missingFields(action, fields, {
    types: hazard.types,
    level: hazard.level,
    analysis: hazard.analysis,
    advice: hazard.advice,
    emergencyAdvice: hazard.emergencyAdvice,
    responsibleUnit: hazard.responsibleUnit,
    dueDate: hazard.dueDate,
    temporaryControlPlan: hazard.temporaryControl === 'none' ? null : hazard.temporaryControlText,
  })
  if (missing.length === 0) return
  const errors = missing.map((path) => ({ path, message: hazardMessages.fieldMissing(path) }))
  throw new Unprocessable(hazardMessages.fieldsMissing(action, missing), errors)
}

async function mergeTargetErrors(trx: Trx, hazard: HazardRow, target: string): Promise<FieldError[]> {
  const found = target === hazard.id ? undefined : await findHazard(trx, target)
  return found && !isEnded(found.status)
    ? []
    : [{ path: 'mergedInto', message: hazardMessages.mergeTarget() }]
}

async function checkValues(trx: Trx, hazard: HazardRow, request: TransitionRequest, at: Date): Promise<void> {
  const errors: FieldError[] = []
  if (request.dueDate && request.dueDate < bannerDay(at))
    errors.push({ path: 'dueDate', message: hazardMessages.dueInPast() })
  if (request.action === 'accept' && !isJointAcceptance(request.attendees ?? []))
    errors.push({ path: 'attendees', message: hazardMessages.notJoint() })
  if (request.action === 'merge' && request.mergedInto)
    errors.push(...(await mergeTargetErrors(trx, hazard, request.mergedInto)))
  const units = request.responsibleUnit || request.regulatorUnit ? await listUnits(trx) : []
  for (const path of ['responsibleUnit', 'regulatorUnit'] as const) {
    const code = request[path]
    if (code && !units.some((unit) => unit.code === code))
      errors.push({ path, message: hazardMessages.unknownUnit(code) })
  }
  if (errors.length > 0) refuse(errors)
}

const columns = {
  types: 'types',
  level: 'level',
  analysis: 'analysis',
  advice: 'advice',
  emergencyAdvice: 'emergency_advice',
  responsibleUnit: 'responsible_unit_code',
  regulatorUnit: 'regulator_unit_code',
  dueDate: 'due_date',
  mergedInto: 'merged_into',
  responsiblePerson: 'responsible_person',
  remedyPlan: 'remedy_plan',
  fundsWan: 'funds_wan',
  progressText: 'progress_text',
} as const satisfies Partial<Record<keyof TransitionFields, keyof HazardTable>>

function columnsOf(hazard: HazardRow, { action, ...fields }: TransitionRequest): Updateable<HazardTable> {
  const given = Object.entries(columns)
    .filter(([key]) => fields[key as keyof TransitionFields] !== undefined)
    .map(([key, column]) => [column, fields[key as keyof TransitionFields]])
  const plan = fields.temporaryControlPlan
  const flags = hazard.flags.filter((flag) => flag !== 'acceptanceReturned')
  return {
    ...Object.fromEntries(given),
    ...(fields.types?.[0] ? { type_main: fields.types[0] } : {}),
    ...(fields.dueDate && !hazard.originalDueDate ? { original_due_date: fields.dueDate } : {}),
    ...(plan && hazard.temporaryControl === 'none'
      ? { temporary_control: 'planned', temporary_control_text: plan }
      : {}),
    ...(action === 'returnForRemedy' ? { flags: [...flags, 'acceptanceReturned'] } : {}),
    ...(action === 'accept' ? { flags } : {}),
    // The old date is kept as the original one; a reopened hazard needs a new one before it goes on.
    ...(action === 'reopen' ? { due_date: null } : {}),
    status: statusAfter(action, hazard.status),
  }
}

/** Takes a hazard one step along its life. */
export async function transitionHazard(
  db: Database,
  id: string,
  request: TransitionRequest,
  version: number | undefined,
  acting: Acting,
): Promise<HazardRow> {
  return db.transaction().execute(async (trx) => {
    const { action, ...fields } = request
    const { actor, at } = acting
    const hazard = await takeForChange(trx, id, version)
    checkMayAct(action, hazard, acting)
    checkComplete(action, hazard, fields)
    await checkValues(trx, hazard, request, at)
    const row = columnsOf(hazard, request)
    await updateHazard(trx, id, { ...row, updated_at: at, updated_by: actor.id })
    const { note, ...details } = fields
    await insertTransition(trx, {
      id: newId(),
      hazard_id: id,
      action,
      from_status: hazard.status,
      to_status: statusAfter(action, hazard.status),
      note: note ?? fields.reason ?? null,
      fields: JSON.stringify(details),
      ...actorColumns(acting),
    })
    await recordChange(trx, actor, {
      action: `hazard.${action}`,
      objectType: 'hazard',
      objectId: id,
      before: { version: hazard.version, status: hazard.status, dueDate: hazard.dueDate },
      after: { version: hazard.version + 1, status: statusAfter(action, hazard.status), ...fields },
      ...(fields.reason ? { reason: fields.reason } : {}),
      at,
    })
    return (await findHazard(trx, id))!
  })
}
