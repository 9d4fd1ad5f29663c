import { canonicalJson } from '../audit/canonical-json.ts'
import { recordChange } from '../audit/audit.commands.ts'
import { requireOwnSquad } from '../auth/own-squad.commands.ts'
import type { Database, Trx } from '../db/tables.ts'
import type { Acting } from '../http/acting.ts'
import { Conflict, Unprocessable } from '../http/problem.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { placeWording } from '../hazards/hazard-wording.ts'
import { hashOf } from '../hazards/hazard.commands.ts'
import { refuse, type ResolvedPlace } from '../hazards/place.commands.ts'
import {
  followUpHazards,
  hazardErrors,
  lockHazards,
  measureErrors,
  placeColumns,
  placeOf,
} from './facility-checks.commands.ts'
import { factsOfKind } from './facility-kinds.ts'
import { squadOfFacility } from './facility-squad.commands.ts'
import { facilityMessages } from './facility-messages.ts'
import type { FacilityRow } from './facility-view.ts'
import { findFacility, findPlacing, insertFacility, nextFacilitySequence } from './facility.queries.ts'
import type { NewFacility } from './facility.schema.ts'
import { isInspected, nextInspection } from './inspection-clock.ts'

async function sameOrConflict(db: Database, existing: FacilityRow, body: NewFacility) {
  if (existing.requestHash === hashOf(body)) return { facility: existing, isNew: false }
  const first = await findPlacing(db, existing.id)
  const keys = Object.keys(body) as (keyof NewFacility)[]
  const changed = keys.filter(
    (key) => canonicalJson(body[key] ?? null) !== canonicalJson(first?.[key] ?? null),
  )
  throw new Conflict(facilityMessages.otherBody(existing.number, changed), [], {
    number: existing.number,
    changed,
  })
}

async function newRow(trx: Trx, id: string, body: NewFacility, place: ResolvedPlace, { actor, at }: Acting) {
  const sequence = await nextFacilitySequence(trx)
  const today = bannerDay(at)
  return {
    id,
    number: `SS-150624-${String(sequence).padStart(5, '0')}`,
    kind: body.kind,
    quantity: body.quantity,
    unit: body.unit ?? factsOfKind(body.kind).units[0]!,
    length_metres: body.lengthMetres ?? null,
    legend: body.legend ?? null,
    ...placeColumns(place),
    direction: body.direction ?? ('both' as const),
    side: body.side ?? place.side,
    place_text: body.placeText ?? placeWording(place),
    hazard_id: body.hazardId ?? null,
    state: body.state,
    installed_on: body.installedOn ?? null,
    installed_by: body.installedBy ?? null,
    cost_yuan: body.costYuan ?? null,
    consent: body.consent ?? null,
    consent_document: body.consentDocument ?? null,
    supplier: body.supplier ?? null,
    model: body.model ?? null,
    facing: body.facing ?? null,
    faces: body.faces ?? null,
    funding: body.funding ?? null,
    removal_reason: body.removalReason ?? null,
    warranty_until: body.warrantyUntil ?? null,
    last_inspected_on: null,
    inspection_due_on: isInspected(body.state) ? nextInspection(body.installedOn ?? today) : null,
    remark: body.remark ?? null,
    request_hash: hashOf(body),
    created_at: at,
    created_by: actor.id,
    updated_at: at,
    updated_by: actor.id,
  }
}

/** Refuses what cannot be placed; else where it stands. */
async function checkedPlace(db: Database, body: NewFacility): Promise<ResolvedPlace> {
  const errors = [...measureErrors(body.kind, body), ...(await hazardErrors(db, body.hazardId))]
  if (errors.length > 0) refuse(errors)
  return placeOf(db, body, body.hazardId)
}

export interface Placing {
  readonly body: NewFacility
  readonly place: ResolvedPlace
}

interface Placed {
  readonly facility: FacilityRow
  readonly isNew: boolean
}

/** Part of a transaction that may do more than place. */
export async function placeWithin(
  trx: Trx,
  id: string,
  { body, place }: Placing,
  acting: Acting,
): Promise<Placed> {
  await requireOwnSquad(
    trx,
    acting.actor,
    await squadOfFacility(trx, { road: place.roadCode, stake: place.fromStake }),
  )
  const row = await newRow(trx, id, body, place, acting)
  // Another request with the same id waits here until the first has committed.
  if (!(await insertFacility(trx, row))) return sameOrConflict(trx, (await findFacility(trx, id))!, body)
  await followUpHazards(trx, [row.hazard_id])
  await recordChange(trx, acting.actor, {
    action: 'facility.place',
    objectType: 'facility',
    objectId: id,
    after: { version: 1, number: row.number, ...body },
    at: acting.at,
  })
  return { facility: (await findFacility(trx, id))!, isNew: true }
}

/** Enters a placed facility under an id made by the client, so that a retry does not place it twice. */
export async function placeFacility(
  db: Database,
  id: string,
  body: NewFacility,
  acting: Acting,
): Promise<Placed> {
  const known = await findFacility(db, id)
  if (known) return sameOrConflict(db, known, body)
  const place = await checkedPlace(db, body)
  return db.transaction().execute((trx) => placeWithin(trx, id, { body, place }, acting))
}

/** A refusal says which of them it is about. */
async function placeOfItem(db: Database, body: NewFacility, index: number): Promise<ResolvedPlace> {
  try {
    return await checkedPlace(db, body)
  } catch (error) {
    if (!(error instanceof Unprocessable)) throw error
    return refuse(error.errors.map(({ path, message }) => ({ path: `items.${index}.${path}`, message })))
  }
}

/** Several that belong together, all of them or none; ids are the client's, so a retry places nothing twice. */
export async function placeFacilities(
  db: Database,
  items: readonly (NewFacility & { readonly id: string })[],
  acting: Acting,
): Promise<FacilityRow[]> {
  const places: ResolvedPlace[] = []
  for (const [index, item] of items.entries()) places.push(await placeOfItem(db, item, index))
  return db.transaction().execute(async (trx) => {
    await lockHazards(
      trx,
      items.map(({ hazardId }) => hazardId),
    )
    const placed: FacilityRow[] = []
    for (const [index, { id, ...body }] of items.entries())
      placed.push((await placeWithin(trx, id, { body, place: places[index]! }, acting)).facility)
    return placed
  })
}
