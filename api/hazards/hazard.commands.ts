import { createHash } from 'node:crypto'
import { listSquads, listUnits } from '../areas/area.queries.ts'
import { recordChange } from '../audit/audit.commands.ts'
import { canonicalJson } from '../audit/canonical-json.ts'
import { geometryOf } from '../db/postgis.ts'
import { newId } from '../db/id.ts'
import type { Database, Trx } from '../db/tables.ts'
import type { Acting } from '../http/acting.ts'
import { Conflict, type FieldError } from '../http/problem.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { hazardMessages } from './hazard-messages.ts'
import type { HazardRow } from './hazard-row.ts'
import { hazardNumbers, hazardTitle, placeWording } from './hazard-wording.ts'
import { findRegistration, insertTransition } from './hazard-history.queries.ts'
import { findHazard, insertHazard, lockHazardNumbers, nextHazardNumber } from './hazard.queries.ts'
import type { NewHazard } from './hazard.schema.ts'
import { refuse, resolvePlace, type ResolvedPlace } from './place.commands.ts'
import { isAccidentProne } from './type-columns.ts'

export const hashOf = (body: unknown): string =>
  createHash('sha256').update(canonicalJson(body)).digest('hex')

/** The same at registration and at a correction; that an earlier place was found right says nothing of a new one. */
export function placeColumns(place: ResolvedPlace) {
  return {
    road_code: place.roadCode,
    road_name: place.roadName,
    from_stake: place.fromStake,
    to_stake: place.toStake,
    geom: place.geometry && geometryOf(place.geometry),
    raw_coordinate: place.rawCoordinate,
    crs_source: place.crsSource,
    place_confirmed_reason: null,
    locating: place.locating,
    accuracy: place.accuracy,
  }
}

export async function codeErrors(
  db: Database,
  { squad, responsibleUnit }: { squad?: string | undefined; responsibleUnit?: string | undefined },
): Promise<FieldError[]> {
  const errors: FieldError[] = []
  if (squad && !(await listSquads(db)).some(({ code }) => code === squad))
    errors.push({ path: 'squad', message: hazardMessages.unknownSquad(squad) })
  if (responsibleUnit && !(await listUnits(db)).some(({ code }) => code === responsibleUnit))
    errors.push({ path: 'responsibleUnit', message: hazardMessages.unknownUnit(responsibleUnit) })
  return errors
}

async function checkNew(db: Database, body: NewHazard, at: Date): Promise<void> {
  const errors = await codeErrors(db, body)
  if (!body.description && !body.title)
    errors.push({ path: 'description', message: hazardMessages.nothingToDescribe() })
  if (body.foundAt && Date.parse(body.foundAt) > at.getTime() + 60_000)
    errors.push({ path: 'foundAt', message: hazardMessages.foundInFuture() })
  if (errors.length > 0) refuse(errors)
}

/** The same body again is the same hazard; another body under its id is refused, naming what differs. */
async function sameOrConflict(db: Database, existing: HazardRow, body: NewHazard, hash: string) {
  if (existing.requestHash === hash) return { hazard: existing, isNew: false }
  const first = await findRegistration(db, existing.id)
  const keys = [...new Set([...Object.keys(body), ...Object.keys(first ?? {})])].sort()
  const differing = keys.filter(
    (key) => canonicalJson(body[key as keyof NewHazard] ?? null) !== canonicalJson(first?.[key] ?? null),
  )
  throw new Conflict(
    hazardMessages.otherBody(existing.displayNumber, differing),
    differing.map((path) => ({ path, message: hazardMessages.otherBody(existing.displayNumber, [path]) })),
    { number: existing.number, changed: differing },
  )
}

/** What the finder says of the place goes before what the stake says. */
const whereColumns = (body: NewHazard, place: ResolvedPlace) => ({
  ...placeColumns(place),
  direction: body.direction ?? ('both' as const),
  side: body.side ?? place.side,
  place_text: body.placeText ?? placeWording(place),
  township: place.township,
  gacha: body.gacha ?? null,
  squad_code: body.squad ?? place.squad,
})

/** A finder may propose what the review decides. */
const proposedColumns = (body: NewHazard) => ({
  analysis: body.analysis ?? null,
  advice: body.advice ?? null,
  emergency_advice: body.emergencyAdvice ?? null,
  responsible_unit_code: body.responsibleUnit ?? null,
})

export async function insertNew(
  trx: Trx,
  id: string,
  body: NewHazard,
  place: ResolvedPlace,
  { actor, at }: Acting,
  parentId: string | null = null,
) {
  const year = Number(bannerDay(at).slice(0, 4))
  const { number, displayNumber } = hazardNumbers(year, await nextHazardNumber(trx, year))
  const mainType = body.types[0]!
  const title = body.title ?? hazardTitle(place, mainType)
  await insertHazard(trx, {
    id,
    number,
    display_number: displayNumber,
    title,
    status: 10,
    level: body.level ?? null,
    type_main: mainType,
    types: body.types,
    description: body.description ?? title,
    ...whereColumns(body, place),
    source: body.source ?? '01',
    found_at: body.foundAt ? new Date(body.foundAt) : at,
    found_by: body.foundBy ?? actor.displayName,
    ...proposedColumns(body),
    is_black_spot: isAccidentProne(body.types),
    screening_site_id: body.screeningSiteId ?? null,
    sensitivity: body.sensitivity ?? 'internal',
    remark: body.remark ?? null,
    request_hash: hashOf(body),
    parent_id: parentId,
    created_at: at,
    created_by: actor.id,
    updated_at: at,
    updated_by: actor.id,
  })
  await insertTransition(trx, {
    id: newId(),
    hazard_id: id,
    action: 'register',
    from_status: null,
    to_status: 10,
    note: null,
    fields: JSON.stringify({ body }),
    ...actorColumns({ actor, at }),
  })
  return { number, title }
}

export const actorColumns = ({ actor, at }: Acting) => ({
  actor_id: actor.id,
  actor_name: actor.displayName,
  person_kind: actor.personKind,
  department: actor.department,
  at,
})

/** T1 登记. The id is made by the client, so a retry after a lost answer finds the hazard it made. */
export async function registerHazard(
  db: Database,
  id: string,
  body: NewHazard,
  acting: Acting,
): Promise<{ hazard: HazardRow; isNew: boolean }> {
  const hash = hashOf(body)
  const known = await findHazard(db, id)
  if (known) return sameOrConflict(db, known, body, hash)
  await checkNew(db, body, acting.at)
  const place = await resolvePlace(db, body, {
    on: bannerDay(body.foundAt ? new Date(body.foundAt) : acting.at),
  })
  return db.transaction().execute(async (trx) => {
    await lockHazardNumbers(trx, Number(bannerDay(acting.at).slice(0, 4)))
    const meanwhile = await findHazard(trx, id)
    if (meanwhile) return sameOrConflict(trx, meanwhile, body, hash)
    const { number, title } = await insertNew(trx, id, body, place, acting)
    await recordChange(trx, acting.actor, {
      action: 'hazard.register',
      objectType: 'hazard',
      objectId: id,
      after: { version: 1, status: 10, number, title, ...body },
      at: acting.at,
    })
    return { hazard: (await findHazard(trx, id))!, isNew: true }
  })
}
