import { recordChange } from '../../audit/audit.commands.ts'
import { requireOwnSquad } from '../../auth/own-squad.commands.ts'
import { newId } from '../../db/id.ts'
import type { Database, Trx } from '../../db/tables.ts'
import { loadCalendar } from '../../hazards/clocks/holiday.queries.ts'
import { hashOf } from '../../hazards/hazard.commands.ts'
import { refuse } from '../../hazards/place.commands.ts'
import type { Acting } from '../../http/acting.ts'
import { Conflict, NotFound, type FieldError } from '../../http/problem.ts'
import { bannerDay } from '../../areas/calendar-days.ts'
import { followUpHazards, lockHazards } from '../facility-checks.commands.ts'
import { factsOfKind } from '../facility-kinds.ts'
import { facilityMessages } from '../facility-messages.ts'
import { isGoing } from '../facility-states.ts'
import { squadOfFacility } from '../facility-squad.commands.ts'
import type { FacilityRow } from '../facility-view.ts'
import { findFacility, lockFacility, updateFacility } from '../facility.queries.ts'
import { isInspected, nextInspection } from '../inspection-clock.ts'
import { checksFor, inspectionChecks, type CheckId } from './inspection-checks.ts'
import { inspectionMessages } from './inspection-messages.ts'
import {
  closeRepair,
  findInspection,
  findLastInspectionAt,
  findOpenRepair,
  insertInspection,
  insertRepair,
} from './inspection.queries.ts'
import type { NewInspection } from './inspection.schema.ts'
import { needsRepair, repairDueOn } from './repair-clock.ts'

const minuteMs = 60_000
const needsNote = ['fault', 'missing', 'removed', 'toRemove']

function errorsOf(facility: FacilityRow, body: NewInspection, now: Date): FieldError[] {
  const errors: FieldError[] = []
  if (Date.parse(body.at) > now.getTime() + minuteMs)
    errors.push({ path: 'at', message: inspectionMessages.inFuture() })
  if (facility.state === 'planned') errors.push({ path: 'state', message: inspectionMessages.planned() })
  const known = checksFor(facility.kind)
  for (const check of Object.keys(body.checks) as CheckId[])
    if (!known.includes(check)) {
      const message = inspectionMessages.notOfKind(inspectionChecks[check], factsOfKind(facility.kind))
      errors.push({ path: `checks.${check}`, message })
    }
  const isBad = Object.values(body.checks).includes('bad')
  if (isBad && body.state === 'working' && !body.measure)
    errors.push({ path: 'measure', message: inspectionMessages.measureNeeded() })
  if (needsNote.includes(body.state) && !body.note)
    errors.push({ path: 'note', message: inspectionMessages.noteNeeded() })
  return errors
}

async function requireFacility(db: Database, id: string): Promise<FacilityRow> {
  const facility = await findFacility(db, id)
  if (!facility) throw new NotFound(facilityMessages.unknownFacility())
  return facility
}

/** A fault opens one repair; a facility that stands and works again, or is gone for good, ends it. */
async function followRepair(
  trx: Trx,
  facility: FacilityRow,
  inspectionId: string,
  body: NewInspection,
  { actor, at }: Acting,
): Promise<void> {
  const open = await findOpenRepair(trx, facility.id)
  if (needsRepair(body.state)) {
    if (open) return
    const openedAt = new Date(body.at)
    await insertRepair(trx, {
      id: newId(),
      facility_id: facility.id,
      inspection_id: inspectionId,
      opened_at: openedAt,
      due_on: repairDueOn(bannerDay(openedAt), await loadCalendar(trx)),
      fault: body.note!,
    })
    return
  }
  if (!open || body.state === 'toRemove') return
  const results = { working: 'repaired', removed: 'removed', permanent: 'permanent' } as const
  await closeRepair(trx, open.id, {
    at,
    actorId: actor.id,
    actorName: actor.displayName,
    result: results[body.state as keyof typeof results],
    note: body.measure ?? body.note ?? '',
  })
}

/** A phone without signal may send an older inspection after a newer one: that is kept and changes nothing. */
async function takeInspection(
  trx: Trx,
  facility: FacilityRow,
  id: string,
  body: NewInspection,
  acting: Acting,
): Promise<boolean> {
  const at = new Date(body.at)
  const last = await findLastInspectionAt(trx, facility.id)
  const isLate = last !== undefined && at < last
  const isNew = await insertInspection(trx, {
    id,
    facility_id: facility.id,
    at,
    actor_id: acting.actor.id,
    actor_name: acting.actor.displayName,
    state: body.state,
    checks: JSON.stringify(body.checks),
    note: body.note ?? null,
    measure: body.measure ?? null,
    is_late: isLate,
    request_hash: hashOf(body),
    created_at: acting.at,
  })
  if (!isNew || isLate) return isNew
  const day = bannerDay(at)
  await updateFacility(trx, facility.id, {
    state: body.state,
    removal_reason: isGoing(body.state) ? body.note! : null,
    last_inspected_on: day,
    inspection_due_on: isInspected(body.state) ? nextInspection(day) : null,
    updated_at: acting.at,
    updated_by: acting.actor.id,
  })
  await followRepair(trx, facility, id, body, acting)
  await followUpHazards(trx, [facility.hazardId])
  return true
}

async function sameOrConflict(db: Database, id: string, facilityId: string, body: NewInspection) {
  const known = await findInspection(db, id)
  if (!known) return undefined
  if (known.facility_id === facilityId && known.request_hash === hashOf(body)) return false
  throw new Conflict(inspectionMessages.otherBody())
}

/**
 * Enters an inspection under an id made by the client, so that a retry is not a second one.
 * Answers whether it is new; 422 names the fields that are missing or do not fit the kind.
 */
export async function inspectFacility(
  db: Database,
  facilityId: string,
  id: string,
  body: NewInspection,
  acting: Acting,
): Promise<{ facility: FacilityRow; isNew: boolean }> {
  const known = await requireFacility(db, facilityId)
  if ((await sameOrConflict(db, id, facilityId, body)) === false) return { facility: known, isNew: false }
  const errors = errorsOf(known, body, acting.at)
  if (errors.length > 0) refuse(errors)
  return db.transaction().execute(async (trx) => {
    await lockHazards(trx, [known.hazardId])
    await lockFacility(trx, facilityId)
    const facility = await requireFacility(trx, facilityId)
    await requireOwnSquad(trx, acting.actor, await squadOfFacility(trx, facility))
    if (!(await takeInspection(trx, facility, id, body, acting))) {
      await sameOrConflict(trx, id, facilityId, body)
      return { facility, isNew: false }
    }
    const after = await requireFacility(trx, facilityId)
    await recordChange(trx, acting.actor, {
      action: 'facility.inspect',
      objectType: 'facility',
      objectId: facilityId,
      before: { version: facility.version, state: facility.state, inspectionDueOn: facility.inspectionDueOn },
      after: { version: after.version, inspectionId: id, ...body, inspectionDueOn: after.inspectionDueOn },
      at: acting.at,
    })
    return { facility: after, isNew: true }
  })
}
