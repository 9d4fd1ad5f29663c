import { recordChange } from '../audit/audit.commands.ts'
import { requireOwnSquad } from '../auth/own-squad.commands.ts'
import type { Database, Trx } from '../db/tables.ts'
import type { Acting } from '../http/acting.ts'
import { Conflict, NotFound } from '../http/problem.ts'
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
import { carriagewayOfFacility, withOwnRoad } from './facility-place.ts'
import { squadOfFacility } from './facility-squad.commands.ts'
import { facilityMessages } from './facility-messages.ts'
import type { FacilityRow } from './facility-view.ts'
import { findFacility, lockFacility, updateFacility } from './facility.queries.ts'
import type { FacilityPatch } from './facility.schema.ts'
import { patchedColumns, removalErrors } from './patched-columns.ts'

/** On a divided road another side is another line. */
const changesLine = (known: FacilityRow, patch: FacilityPatch): boolean =>
  known.stake !== null &&
  known.crsSource === 'unknown' &&
  carriagewayOfFacility({ ...known, ...sidesOf(patch) }) !== carriagewayOfFacility(known)

const sidesOf = ({ side, direction }: FacilityPatch) => ({
  ...(side === undefined ? {} : { side }),
  ...(direction === undefined ? {} : { direction }),
})

/** Where it is to stand; undefined where it stays. */
async function newPlace(
  db: Database,
  known: FacilityRow,
  patch: FacilityPatch,
): Promise<ResolvedPlace | undefined> {
  const staysAt = changesLine(known, patch) ? { stake: known.stake! } : undefined
  const given = namesPlace(patch) ? patch : staysAt
  if (!given) return undefined
  const { side, direction } = known
  const installedOn = patch.installedOn ?? known.installedOn ?? undefined
  const placed = {
    ...{ direction, ...(side ? { side } : {}) },
    ...sidesOf(patch),
    ...pointAndStake(given),
    installedOn,
  }
  return placeOf(db, withOwnRoad(placed, known), undefined)
}

const pointAndStake = ({ road, roadName, stake, lon, lat, crs, rawCoordinate }: Partial<FacilityPatch>) => ({
  ...{ road, roadName, stake, lon, lat, crs, rawCoordinate },
})

const geometryOfRow = ({ road, stake, geometry }: FacilityRow) => ({ road, stake, geometry })

/** A move is in the trail with both places, whichever way it was given. */
function recorded(patch: FacilityPatch, before: FacilityRow, after: FacilityRow) {
  const fields = Object.keys(patch).map((key) => [key, before[key as keyof FacilityRow] ?? null])
  const isMoved = JSON.stringify(geometryOfRow(before)) !== JSON.stringify(geometryOfRow(after))
  return {
    before: { version: before.version, ...Object.fromEntries(fields), ...(isMoved && geometryOfRow(before)) },
    after: { version: after.version, ...patch, ...(isMoved && geometryOfRow(after)) },
  }
}

async function refuseWrong(trx: Trx, facility: FacilityRow, patch: FacilityPatch): Promise<void> {
  const measured = {
    unit: patch.unit ?? facility.unit,
    lengthMetres: patch.lengthMetres === undefined ? facility.lengthMetres : patch.lengthMetres,
  }
  const errors = [
    ...measureErrors(facility.kind, measured),
    ...removalErrors(facility, patch),
    ...(await hazardErrors(trx, patch.hazardId)),
  ]
  if (errors.length > 0) refuse(errors)
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
  const place = await newPlace(db, known, patch)
  return db.transaction().execute(async (trx) => {
    await lockHazards(trx, [known.hazardId, patch.hazardId])
    const facility = await takeForChange(trx, id, version)
    await requireOwnSquad(trx, actor, await squadOfFacility(trx, facility))
    if (place) {
      const there = { road: place.roadCode, stake: place.fromStake }
      await requireOwnSquad(trx, actor, await squadOfFacility(trx, there))
    }
    await refuseWrong(trx, facility, patch)
    await updateFacility(trx, id, {
      ...(place && placeColumns(place)),
      ...patchedColumns(facility, patch, place),
      updated_at: at,
      updated_by: actor.id,
    })
    const changed = (await findFacility(trx, id))!
    await followUpHazards(trx, [facility.hazardId, changed.hazardId])
    await recordChange(trx, actor, {
      action: 'facility.change',
      objectType: 'facility',
      objectId: id,
      ...recorded(patch, facility, changed),
      at,
    })
    return changed
  })
}
