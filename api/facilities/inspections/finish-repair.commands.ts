import { recordChange } from '../../audit/audit.commands.ts'
import { requireOwnSquad } from '../../auth/own-squad.commands.ts'
import type { Database } from '../../db/tables.ts'
import type { Acting } from '../../http/acting.ts'
import { Conflict, NotFound } from '../../http/problem.ts'
import { bannerDay } from '../../areas/calendar-days.ts'
import { followUpHazards, lockHazards } from '../facility-checks.commands.ts'
import { facilityMessages } from '../facility-messages.ts'
import type { FacilityState } from '../facility-states.ts'
import { squadOfFacility } from '../facility-squad.commands.ts'
import type { FacilityRow } from '../facility-view.ts'
import { findFacility, lockFacility, updateFacility } from '../facility.queries.ts'
import { isInspected, nextInspection } from '../inspection-clock.ts'
import { inspectionMessages } from './inspection-messages.ts'
import { closeRepair, findOpenRepair } from './inspection.queries.ts'
import type { RepairResult } from './inspection.schema.ts'

const stateAfter: Readonly<Record<RepairResult['result'], FacilityState>> = {
  repaired: 'working',
  replaced: 'working',
  removed: 'removed',
  permanent: 'permanent',
}

/** The unit that keeps the facilities says what became of the fault; 409 where none is open. */
export async function finishRepair(
  db: Database,
  facilityId: string,
  { result, note }: RepairResult,
  { actor, at }: Acting,
): Promise<FacilityRow> {
  const known = await findFacility(db, facilityId)
  if (!known) throw new NotFound(facilityMessages.unknownFacility())
  return db.transaction().execute(async (trx) => {
    await lockHazards(trx, [known.hazardId])
    await lockFacility(trx, facilityId)
    const facility = (await findFacility(trx, facilityId))!
    await requireOwnSquad(trx, actor, await squadOfFacility(trx, facility))
    const repair = await findOpenRepair(trx, facilityId)
    if (!repair) throw new Conflict(inspectionMessages.noOpenRepair())
    await closeRepair(trx, repair.id, { at, actorId: actor.id, actorName: actor.displayName, result, note })
    const state = stateAfter[result]
    const day = bannerDay(at)
    await updateFacility(trx, facilityId, {
      state,
      inspection_due_on: isInspected(state) ? nextInspection(day) : null,
      removal_reason: result === 'removed' ? note : null,
      ...(result === 'replaced' ? { installed_on: day } : {}),
      updated_at: at,
      updated_by: actor.id,
    })
    await followUpHazards(trx, [facility.hazardId])
    await recordChange(trx, actor, {
      action: 'facility.repair',
      objectType: 'facility',
      objectId: facilityId,
      before: { version: facility.version, state: facility.state },
      after: { version: facility.version + 1, state, repairId: repair.id, result, note },
      at,
    })
    return (await findFacility(trx, facilityId))!
  })
}
