import { recordChange } from '../audit/audit.commands.ts'
import { requireOwnSquad } from '../auth/own-squad.commands.ts'
import type { Database, Trx } from '../db/tables.ts'
import { Conflict, NotFound } from '../http/problem.ts'
import { placeWording } from '../hazards/hazard-wording.ts'
import type { Acting } from '../hazards/hazard.commands.ts'
import { listChangesSince } from '../hazards/hazard-history.queries.ts'
import { refuse, type ResolvedPlace } from '../hazards/place.commands.ts'
import {
  followUpHazards,
  hazardErrors,
  lockHazards,
  measureErrors,
  namesPlace,
  placeColumns,
  placeOf,
} from './facility-checks.commands.ts'
import { squadOfFacility } from './facility-squad.commands.ts'
import { facilityMessages } from './facility-messages.ts'
import type { FacilityRow } from './facility-view.ts'
import { findFacility, lockFacility, updateFacility } from './facility.queries.ts'
import type { FacilityPatch } from './facility.schema.ts'
import { nextInspection } from './inspection-clock.ts'

const plainColumns = {
  quantity: 'quantity',
  unit: 'unit',
  lengthMetres: 'length_metres',
  legend: 'legend',
  direction: 'direction',
  side: 'side',
  placeText: 'place_text',
  hazardId: 'hazard_id',
  state: 'state',
  installedOn: 'installed_on',
  installedBy: 'installed_by',
  costYuan: 'cost_yuan',
  consent: 'consent',
  consentDocument: 'consent_document',
  supplier: 'supplier',
  warrantyUntil: 'warranty_until',
  lastInspectedOn: 'last_inspected_on',
  inspectionDueOn: 'inspection_due_on',
  remark: 'remark',
} as const satisfies Partial<Record<keyof FacilityPatch, string>>

function patchedColumns(patch: FacilityPatch, place: ResolvedPlace | undefined) {
  const given = Object.entries(plainColumns)
    .filter(([key]) => patch[key as keyof FacilityPatch] !== undefined)
    .map(([key, column]) => [column, patch[key as keyof FacilityPatch]])
  const inspected =
    patch.lastInspectedOn && !patch.inspectionDueOn ? nextInspection(patch.lastInspectedOn) : undefined
  return {
    ...(place ? { ...placeColumns(place), place_text: placeWording(place), side: place.side } : {}),
    ...(inspected ? { inspection_due_on: inspected } : {}),
    ...Object.fromEntries(given),
  }
}

async function takeForChange(trx: Trx, id: string, version: number): Promise<FacilityRow> {
  await lockFacility(trx, id)
  const facility = await findFacility(trx, id)
  if (!facility) throw new NotFound(facilityMessages.unknownFacility())
  if (facility.version === version) return facility
  const changes = await listChangesSince(trx, 'facility', id, version)
  throw new Conflict(facilityMessages.stale(changes), [], { version: facility.version, changes })
}

export async function changeFacility(
  db: Database,
  id: string,
  patch: FacilityPatch,
  version: number,
  { actor, at }: Acting,
): Promise<FacilityRow> {
  const known = await findFacility(db, id)
  if (!known) throw new NotFound(facilityMessages.unknownFacility())
  const installedOn = patch.installedOn ?? known.installedOn ?? undefined
  const place = namesPlace(patch) ? await placeOf(db, { ...patch, installedOn }, undefined) : undefined
  return db.transaction().execute(async (trx) => {
    await lockHazards(trx, [known.hazardId, patch.hazardId])
    const facility = await takeForChange(trx, id, version)
    await requireOwnSquad(trx, actor, await squadOfFacility(trx, facility))
    const measured = {
      unit: patch.unit ?? facility.unit,
      lengthMetres: patch.lengthMetres ?? facility.lengthMetres,
    }
    const errors = [...measureErrors(facility.kind, measured), ...(await hazardErrors(trx, patch.hazardId))]
    if (errors.length > 0) refuse(errors)
    await updateFacility(trx, id, { ...patchedColumns(patch, place), updated_at: at, updated_by: actor.id })
    const changed = (await findFacility(trx, id))!
    await followUpHazards(trx, [facility.hazardId, changed.hazardId])
    const before = Object.keys(patch).map((key) => [key, facility[key as keyof FacilityRow] ?? null])
    await recordChange(trx, actor, {
      action: 'facility.change',
      objectType: 'facility',
      objectId: id,
      before: { version: facility.version, ...Object.fromEntries(before) },
      after: { version: facility.version + 1, ...patch },
      at,
    })
    return changed
  })
}
