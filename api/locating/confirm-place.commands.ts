import { accidentMessages } from '../accidents/accident-messages.ts'
import { findAccident, updateAccident } from '../accidents/accident.queries.ts'
import { recordChange } from '../audit/audit.commands.ts'
import type { Database, Trx } from '../db/tables.ts'
import { takeForChange } from '../hazards/change-hazard.commands.ts'
import { isEnded } from '../hazards/hazard-status.ts'
import { updateHazard } from '../hazards/hazard.queries.ts'
import type { Acting } from '../http/acting.ts'
import { Conflict, NotFound, Unprocessable } from '../http/problem.ts'
import { locatingMessages } from './locating-messages.ts'
import type { RecordKind } from './work-list.ts'

export interface Target {
  readonly kind: RecordKind
  readonly id: string
  readonly version: number
}

const confirmation = (reason: string | null, { actor, at }: Acting) => ({
  place_confirmed_reason: reason,
  updated_at: at,
  updated_by: actor.id,
})

async function confirmAccident(trx: Trx, { id, version }: Target, reason: string | null, acting: Acting) {
  const accident = await findAccident(trx, id)
  if (!accident) throw new NotFound(accidentMessages.unknown())
  if (accident.withdrawnAt !== null) throw new Conflict(accidentMessages.isWithdrawn())
  if (!(await updateAccident(trx, { id, version }, confirmation(reason, acting))))
    throw new Conflict(accidentMessages.stale(version, accident.version), [], { version: accident.version })
}

async function confirmHazard(trx: Trx, { id, version }: Target, reason: string | null, acting: Acting) {
  const hazard = await takeForChange(trx, id, version)
  if (isEnded(hazard.status)) throw new Unprocessable(locatingMessages.ended())
  await updateHazard(trx, id, confirmation(reason, acting))
}

const write = { accident: confirmAccident, hazard: confirmHazard }

async function record(
  trx: Trx,
  { kind, id, version }: Target,
  { actor, at }: Acting,
  confirmed: string | null,
  why: string | undefined,
) {
  await recordChange(trx, actor, {
    action: `${kind}.${confirmed === null ? 'unconfirmPlace' : 'confirmPlace'}`,
    objectType: kind,
    objectId: id,
    before: { version },
    after: { version: version + 1, placeConfirmedReason: confirmed },
    reason: why,
    at,
  })
}

/** The place is right as it stands, or cannot be had any better: the record leaves the list and counts on. */
export async function confirmPlace(
  db: Database,
  target: Target,
  reason: string,
  acting: Acting,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await write[target.kind](trx, target, reason, acting)
    await record(trx, target, acting, reason, reason)
  })
}

export async function unconfirmPlace(
  db: Database,
  target: Target,
  reason: string | undefined,
  acting: Acting,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await write[target.kind](trx, target, null, acting)
    await record(trx, target, acting, null, reason)
  })
}
