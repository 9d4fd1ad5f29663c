import type { Updateable } from 'kysely'
import { requireTownship } from '../areas/township.commands.ts'
import { recordChange } from '../audit/audit.commands.ts'
import { requireOwnSquad } from '../auth/own-squad.commands.ts'
import { isPermitted } from '../auth/permissions.ts'
import type { Database, Trx } from '../db/tables.ts'
import type { Acting } from '../http/acting.ts'
import { Conflict, NotFound, type FieldError } from '../http/problem.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { hazardMessages } from './hazard-messages.ts'
import type { HazardRow } from './hazard-row.ts'
import { isEnded } from './hazard-status.ts'
import { placeWording } from './hazard-wording.ts'
import { codeErrors, placeColumns } from './hazard.commands.ts'
import { listChangesSince } from './hazard-history.queries.ts'
import { findAnyHazard, findHazard, hasActiveListing, lockHazard, updateHazard } from './hazard.queries.ts'
import type { HazardPatch } from './hazard.schema.ts'
import { plainColumns } from './plain-columns.ts'
import type { HazardTable } from './hazard.table.ts'
import { typeColumns } from './type-columns.ts'
import { refuse, resolvePlace, type ResolvedPlace } from './place.commands.ts'

/** Locks the hazard and makes sure the caller saw its present version. */
export async function takeForChange(trx: Trx, id: string, version: number | undefined): Promise<HazardRow> {
  await lockHazard(trx, id)
  const hazard = await findAnyHazard(trx, id)
  if (!hazard) throw new NotFound(hazardMessages.unknownHazard())
  if (hazard.withdrawnAt) throw new Conflict(hazardMessages.withdrawn(hazard.withdrawnReason ?? ''))
  if (version === undefined || version === hazard.version) return hazard
  const changes = await listChangesSince(trx, 'hazard', id, version)
  throw new Conflict(hazardMessages.stale(changes), [], { version: hazard.version, changes })
}

/** Who found a hazard in another squad's stretch may put his own report right until it is taken on. */
async function requireOwn(trx: Trx, hazard: HazardRow, patch: HazardPatch, { actor }: Acting): Promise<void> {
  const isOwnReport = [10, 15].includes(hazard.status) && hazard.past.register === actor.id
  if (isOwnReport) return
  await requireOwnSquad(trx, actor, hazard.squad)
  await requireOwnSquad(trx, actor, patch.squad)
}

/** Set by the review: once a hazard is taken on, only reviewers touch them. */
const reviewedFields = ['level', 'responsibleUnit', 'analysis', 'advice', 'emergencyAdvice'] as const

async function refusals(trx: Trx, hazard: HazardRow, patch: HazardPatch, { actor }: Acting) {
  if (isEnded(hazard.status)) return [{ path: 'status', message: hazardMessages.frozen(hazard.status) }]
  if (await hasActiveListing(trx, hazard.id)) return [{ path: 'status', message: hazardMessages.listed() }]
  const isReviewed = ![10, 15].includes(hazard.status) && !isPermitted(actor, 'hazard:review')
  const reserved: FieldError[] = reviewedFields
    .filter((field) => isReviewed && patch[field] !== undefined)
    .map((path) => ({ path, message: hazardMessages.reviewersField(path) }))
  return [...reserved, ...(await codeErrors(trx, patch))]
}

const placeKeys = ['road', 'roadName', 'fromStake', 'toStake', 'lon', 'lat', 'rawCoordinate'] as const
const movesPlace = (patch: HazardPatch) => placeKeys.some((key) => patch[key] !== undefined)

export interface Where {
  readonly place?: ResolvedPlace
  readonly township?: string
}

async function whereOf(db: Database, { foundAt }: HazardRow, patch: HazardPatch): Promise<Where> {
  if (movesPlace(patch)) return { place: await resolvePlace(db, patch, { on: bannerDay(foundAt) }) }
  return patch.township === undefined ? {} : { township: await requireTownship(db, patch.township) }
}

/** A township said by hand outlives a correction of the place along the same road. */
export function whereColumns({ place, township }: Where, hazard: HazardRow): Updateable<HazardTable> {
  if (!place) return township === undefined ? {} : { township }
  const isSameRoad = place.roadCode === hazard.road && place.roadName === hazard.roadName
  return {
    ...placeColumns(place),
    side: place.side,
    place_text: placeWording(place),
    township: place.township ?? (isSameRoad ? hazard.township : null),
    squad_code: place.squad,
  }
}

function columnsOf(hazard: HazardRow, patch: HazardPatch): Updateable<HazardTable> {
  const given = Object.entries(plainColumns)
    .filter(([key]) => patch[key as keyof HazardPatch] !== undefined)
    .map(([key, column]) => [column, patch[key as keyof HazardPatch]])
  return { ...Object.fromEntries(given), ...typeColumns(hazard, patch.types) }
}

/** What the patch changes, as it was before. */
const before = (hazard: HazardRow, patch: HazardPatch) =>
  Object.fromEntries(Object.keys(patch).map((key) => [key, hazard[key as keyof HazardRow] ?? null]))

/** Corrects what was entered. A place is corrected as a whole: the stakes of a moved point are found anew. */
export async function changeHazard(
  db: Database,
  id: string,
  patch: HazardPatch,
  version: number,
  acting: Acting,
): Promise<HazardRow> {
  const known = await findHazard(db, id)
  if (!known) throw new NotFound(hazardMessages.unknownHazard())
  const where = await whereOf(db, known, patch)
  return db.transaction().execute(async (trx) => {
    const hazard = await takeForChange(trx, id, version)
    await requireOwn(trx, hazard, patch, acting)
    const errors = await refusals(trx, hazard, patch, acting)
    if (errors.length > 0) refuse(errors)
    const { actor, at } = acting
    const columns = { ...whereColumns(where, hazard), ...columnsOf(hazard, patch) }
    await updateHazard(trx, id, { ...columns, updated_at: at, updated_by: actor.id })
    await recordChange(trx, actor, {
      action: 'hazard.change',
      objectType: 'hazard',
      objectId: id,
      before: { version: hazard.version, ...before(hazard, patch) },
      after: { version: hazard.version + 1, ...patch },
      at,
    })
    return (await findHazard(trx, id))!
  })
}
