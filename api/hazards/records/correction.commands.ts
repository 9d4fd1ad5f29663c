import type { Updateable } from 'kysely'
import { requireOwnSquad } from '../../auth/own-squad.commands.ts'
import { newId } from '../../db/id.ts'
import type { Database } from '../../db/tables.ts'
import { Conflict, Forbidden, NotFound } from '../../http/problem.ts'
import { takeForChange } from '../change-hazard.commands.ts'
import type { HazardRow } from '../hazard-row.ts'
import { isEnded } from '../hazard-status.ts'
import { codeErrors, type Acting } from '../hazard.commands.ts'
import { findHazard, updateHazard } from '../hazard.queries.ts'
import type { HazardTable } from '../hazard.table.ts'
import { refuse } from '../place.commands.ts'
import { correctableColumns, readCorrection, type Correctable } from './correctable.ts'
import { findCorrection, insertCorrection, updateCorrection } from './correction.queries.ts'
import { recordHappened } from './history-line.commands.ts'
import { recordMessages } from './record-messages.ts'
import type { CorrectionDecision, NewCorrection } from './record.schema.ts'

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** 更正申请: closed and listed hazards are evidence and are not edited in place. */
export async function requestCorrection(
  db: Database,
  id: string,
  { changes, reason }: NewCorrection,
  version: number,
  acting: Acting,
): Promise<HazardRow> {
  const { values, errors } = readCorrection(changes)
  if (errors.length > 0) refuse(errors)
  return db.transaction().execute(async (trx) => {
    const hazard = await takeForChange(trx, id, version)
    await requireOwnSquad(trx, acting.actor, hazard.squad)
    if (!isEnded(hazard.status) && hazard.facts.listing !== 'listed')
      throw new Conflict(recordMessages.editInPlace())
    const unknown = await codeErrors(trx, values)
    if (unknown.length > 0) refuse(unknown)
    const told = Object.entries(values)
      .map(([field, after]) => ({ field, before: hazard[field as keyof HazardRow] ?? null, after }))
      .filter(({ before, after }) => !same(before, after))
    if (told.length === 0) refuse([{ path: 'changes', message: recordMessages.nothingChanges() }])
    const correctionId = newId()
    await insertCorrection(trx, {
      id: correctionId,
      hazard_id: id,
      changes: JSON.stringify(told),
      reason,
      state: 'pending',
      requested_at: acting.at,
      requested_by: acting.actor.id,
      requested_by_name: acting.actor.displayName,
    })
    await updateHazard(trx, id, { updated_at: acting.at, updated_by: acting.actor.id })
    const fields = { correctionId, corrections: told }
    await recordHappened(trx, hazard, { action: 'requestCorrection', reason, fields }, acting)
    return (await findHazard(trx, id))!
  })
}

function columnsOf(values: Correctable): Updateable<HazardTable> {
  const given = Object.entries(values).map(([field, value]) => [
    correctableColumns[field as keyof Correctable],
    value,
  ])
  return { ...Object.fromEntries(given), ...(values.types ? { type_main: values.types[0]! } : {}) }
}

/** Approved it is applied at once; refused it stays on file. Never by who asked for it. */
export async function decideCorrection(
  db: Database,
  { id, correctionId }: { readonly id: string; readonly correctionId: string },
  { approve, opinion }: CorrectionDecision,
  version: number,
  acting: Acting,
): Promise<HazardRow> {
  const { actor, at } = acting
  return db.transaction().execute(async (trx) => {
    const hazard = await takeForChange(trx, id, version)
    const correction = await findCorrection(trx, correctionId, id)
    if (!correction) throw new NotFound(recordMessages.unknownCorrection())
    if (correction.state !== 'pending') throw new Conflict(recordMessages.alreadyDecided())
    if (correction.requestedBy === actor.id) throw new Forbidden(recordMessages.ownCorrection())
    await updateCorrection(trx, correctionId, {
      state: approve ? 'approved' : 'refused',
      opinion,
      decided_at: at,
      decided_by: actor.id,
      decided_by_name: actor.displayName,
    })
    const columns = approve ? columnsOf(readCorrection(correction.changes).values) : {}
    await updateHazard(trx, id, { ...columns, updated_at: at, updated_by: actor.id })
    const fields = { correctionId, corrections: correction.changes }
    const action = approve ? 'correct' : 'refuseCorrection'
    await recordHappened(trx, hazard, { action, reason: opinion, fields }, acting)
    return (await findHazard(trx, id))!
  })
}
