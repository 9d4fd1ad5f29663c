import { recordChange } from '../audit/audit.commands.ts'
import { requireOwnSquad } from '../auth/own-squad.commands.ts'
import { newId } from '../db/id.ts'
import type { Database, Trx } from '../db/tables.ts'
import type { Acting } from '../http/acting.ts'
import type { FieldError } from '../http/problem.ts'
import { takeForChange } from './change-hazard.commands.ts'
import type { HazardRow } from './hazard-row.ts'
import { actorColumns } from './hazard.commands.ts'
import { insertTransition } from './hazard-history.queries.ts'
import { findHazard, updateHazard } from './hazard.queries.ts'
import { statusAfter } from './life-cycle.ts'
import { checkComplete, checkMayAct, checkValues } from './life/act-checks.commands.ts'
import { columnsAfter } from './life/act-columns.ts'
import type { TransitionFields, TransitionRequest } from './life/transition.schema.ts'
import { refuse } from './place.commands.ts'
import { writeRecords } from './records/write-records.commands.ts'

export type FacilityDecisions = NonNullable<TransitionFields['facilities']>

/** What is built on hazards and has a say in their life; handed in where both are known. */
export interface HazardServices {
  /** Carries out what becomes of the facilities of a closed hazard; gives those about which nothing was said. */
  readonly decideFacilities: (
    trx: Trx,
    hazardId: string,
    decisions: FacilityDecisions,
    acting: Acting,
  ) => Promise<FieldError[]>
}

/** The facilities are decided before the hazard's own row is touched: their change moves that row too. */
async function carryOut(trx: Trx, hazard: HazardRow, request: TransitionRequest, context: Context) {
  const { action, ...fields } = request
  const { acting, services } = context
  if (action === 'close') {
    const undecided = await services.decideFacilities(trx, hazard.id, fields.facilities ?? [], acting)
    if (undecided.length > 0) refuse(undecided)
  }
  const row = columnsAfter(hazard, request)
  await updateHazard(trx, hazard.id, { ...row, updated_at: acting.at, updated_by: acting.actor.id })
  return writeRecords(trx, action, { hazard, fields, acting })
}

interface Context {
  readonly acting: Acting
  readonly services: HazardServices
}

/** Takes a hazard one step along its life, or does what runs beside it. */
export async function transitionHazard(
  db: Database,
  id: string,
  request: TransitionRequest,
  version: number | undefined,
  context: Context,
): Promise<HazardRow> {
  return db.transaction().execute(async (trx) => {
    const { action, ...fields } = request
    const { acting } = context
    const hazard = await takeForChange(trx, id, version)
    checkMayAct(action, hazard, acting)
    await requireOwnSquad(trx, acting.actor, hazard.squad)
    checkComplete(action, hazard, fields)
    await checkValues(trx, hazard, request, acting.at)
    const kept = await carryOut(trx, hazard, request, context)
    const to = statusAfter(action, hazard.status)
    const { note, ...details } = fields
    await insertTransition(trx, {
      id: newId(),
      hazard_id: id,
      action,
      from_status: hazard.status,
      to_status: to,
      note: note ?? fields.reason ?? null,
      fields: JSON.stringify({ ...details, ...kept }),
      ...actorColumns(acting),
    })
    await recordChange(trx, acting.actor, {
      action: `hazard.${action}`,
      objectType: 'hazard',
      objectId: id,
      before: { version: hazard.version, status: hazard.status, dueDate: hazard.dueDate },
      after: { version: hazard.version + 1, status: to, ...fields },
      ...(fields.reason ? { reason: fields.reason } : {}),
      at: acting.at,
    })
    return (await findHazard(trx, id))!
  })
}
