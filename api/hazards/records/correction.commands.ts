import type { Updateable } from 'kysely'
import { bannerDay } from '../../areas/calendar-days.ts'
import { authMessages } from '../../auth/auth-messages.ts'
import { requireOwnSquad } from '../../auth/own-squad.commands.ts'
import { isPermitted } from '../../auth/permissions.ts'
import { newId } from '../../db/id.ts'
import type { Database, Trx } from '../../db/tables.ts'
import type { Acting } from '../../http/acting.ts'
import { Conflict, Forbidden, NotFound } from '../../http/problem.ts'
import { takeForChange, whereColumns } from '../change-hazard.commands.ts'
import type { HazardRow } from '../hazard-row.ts'
import { isEnded } from '../hazard-status.ts'
import { codeErrors } from '../hazard.commands.ts'
import { findHazard, updateHazard } from '../hazard.queries.ts'
import type { HazardTable } from '../hazard.table.ts'
import { refuse } from '../place.commands.ts'
import { typeColumns } from '../type-columns.ts'
import { correctableColumns, placeKeys, readCorrection, type Correctable } from './correctable.ts'
import {
  isPaperField,
  paperFields,
  type CorrectablePapers,
  type PresentPapers,
} from './correctable-papers.ts'
import { findPresentPapers, updatePapers } from './corrected-papers.queries.ts'
import { paperErrors } from './corrected-papers.ts'
import { dueDateErrors } from './corrected-due-date.commands.ts'
import { correctedPlace, isElsewhere, presentPlace, withOwnRoad } from './corrected-place.commands.ts'
import { findCorrection, insertCorrection, updateCorrection } from './correction.queries.ts'
import { recordHappened } from './history-line.commands.ts'
import { recordMessages } from './record-messages.ts'
import type { CorrectionDecision, NewCorrection } from './record.schema.ts'

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

const isPlaceKey = (field: string) => (placeKeys as string[]).includes(field)

/** Field by field what was and what is to be; a place is told whole, or it could not be found again. */
async function toldChanges(trx: Trx, hazard: HazardRow, values: Correctable, papers: PresentPapers) {
  const place = await correctedPlace(trx, hazard, values)
  const isMoved = place !== undefined && isElsewhere(place, hazard, values)
  const now: Record<string, unknown> = { ...hazard, ...presentPlace(hazard), ...papers }
  return Object.entries(values)
    .map(([field, after]) => ({ field, before: now[field] ?? null, after: after as unknown }))
    .filter(({ field, before, after }) => (isPlaceKey(field) ? isMoved : !same(before, after)))
}

const papersIn = (values: Correctable): CorrectablePapers =>
  Object.fromEntries(paperFields.map((field) => [field, values[field]]))

/** Whoever files papers puts them right, at any time; what the squads write is evidence once it is closed or listed. */
function checkMayAsk(hazard: HazardRow, values: Correctable, { actor }: Acting): void {
  const isOfPapers = Object.keys(values).map(isPaperField)
  for (const [isAsked, permission] of [
    [isOfPapers.includes(true), 'document:register'],
    [isOfPapers.includes(false), 'hazard:register'],
  ] as const)
    if (isAsked && !isPermitted(actor, permission)) throw new Forbidden(authMessages.notPermitted(permission))
  if (isOfPapers.includes(false) && !isEnded(hazard.status) && hazard.facts.listing !== 'listed')
    throw new Conflict(recordMessages.editInPlace())
}

async function wrongDays(trx: Trx, hazard: HazardRow, values: Correctable, papers: PresentPapers, at: Date) {
  const wrong = paperErrors(papersIn(values), papers, bannerDay(at))
  return [...(await dueDateErrors(trx, hazard, values)), ...wrong]
}

/** 更正申请: closed and listed hazards are evidence and are not edited in place. */
export async function requestCorrection(
  db: Database,
  id: string,
  { changes, reason }: NewCorrection,
  version: number,
  acting: Acting,
): Promise<HazardRow> {
  const { values: given, errors } = readCorrection(changes)
  if (errors.length > 0) refuse(errors)
  return db.transaction().execute(async (trx) => {
    const hazard = await takeForChange(trx, id, version)
    await requireOwnSquad(trx, acting.actor, hazard.squad)
    checkMayAsk(hazard, given, acting)
    const values = withOwnRoad(given, hazard)
    const papers = await findPresentPapers(trx, id)
    const wrong = [
      ...(await codeErrors(trx, values)),
      ...(await wrongDays(trx, hazard, values, papers, acting.at)),
    ]
    if (wrong.length > 0) refuse(wrong)
    const told = await toldChanges(trx, hazard, values, papers)
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

/** Worked out at the decision: the roads and the hazard may have changed since it was asked for. */
async function columnsOf(
  trx: Trx,
  hazard: HazardRow,
  values: Correctable,
  at: Date,
): Promise<Updateable<HazardTable>> {
  const wrong = await wrongDays(trx, hazard, values, await findPresentPapers(trx, hazard.id), at)
  if (wrong.length > 0) refuse(wrong)
  const place = await correctedPlace(trx, hazard, values)
  const given = Object.entries(values)
    .filter(([field]) => !isPlaceKey(field) && !isPaperField(field))
    .map(([field, value]) => [correctableColumns[field as keyof typeof correctableColumns], value])
  return {
    ...(place ? whereColumns({ place }, hazard) : {}),
    ...Object.fromEntries(given),
    ...typeColumns(hazard, values.types),
  }
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
    const { values } = readCorrection(correction.changes)
    const columns = approve ? await columnsOf(trx, hazard, values, at) : {}
    if (approve) await updatePapers(trx, id, papersIn(values))
    await updateHazard(trx, id, { ...columns, updated_at: at, updated_by: actor.id })
    const fields = { correctionId, corrections: correction.changes }
    const action = approve ? 'correct' : 'refuseCorrection'
    await recordHappened(trx, hazard, { action, reason: opinion, fields }, acting)
    return (await findHazard(trx, id))!
  })
}
