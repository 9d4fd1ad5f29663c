import { recordChange } from '../../audit/audit.commands.ts'
import { requireOwnSquad } from '../../auth/own-squad.commands.ts'
import { isPermitted } from '../../auth/permissions.ts'
import { newId } from '../../db/id.ts'
import type { Database, Trx } from '../../db/tables.ts'
import { takenFacts } from '../../hazards/photos/add-photo.commands.ts'
import { hazardPhotoMessages } from '../../hazards/photos/hazard-photo-messages.ts'
import { insertPhotoFile } from '../../hazards/photos/hazard-photo.queries.ts'
import type { Acting } from '../../http/acting.ts'
import { Conflict, Forbidden, NotFound, Unprocessable } from '../../http/problem.ts'
import { keepPhoto, preparePhoto, type PhotoServices } from '../../photos/keep-photo.commands.ts'
import { photoLimits } from '../../photos/photo-limits.ts'
import type { ArrivedPhoto } from '../../photos/receive-photo.commands.ts'
import type { PreparedPhoto } from '../../photos/studio-protocol.ts'
import { facilityMessages } from '../facility-messages.ts'
import { squadOfFacility } from '../facility-squad.commands.ts'
import { findFacility, lockFacility } from '../facility.queries.ts'
import { findInspection } from '../inspections/inspection.queries.ts'
import { facilityPhotoMessages } from './facility-photo-messages.ts'
import * as queries from './facility-photo.queries.ts'
import type { FacilityPhotoFields } from './facility-photo.schema.ts'
import { judgeFacilityPhotos, type JudgedFacilityPhoto } from './read-facility-photos.commands.ts'

export interface Order extends Acting {
  readonly facilityId: string
  readonly fields: FacilityPhotoFields
  readonly arrived: ArrivedPhoto
}

/** Before a single byte is read: who may not photograph here does not send 25 MB first. */
export async function requireOwnFacility(db: Database, facilityId: string, { actor }: Pick<Acting, 'actor'>) {
  const facility = await findFacility(db, facilityId)
  if (!facility) throw new NotFound(facilityMessages.unknownFacility())
  await requireOwnSquad(db, actor, await squadOfFacility(db, facility))
}

const judgeOne = async (db: Database, row: queries.FacilityPhotoRow): Promise<JudgedFacilityPhoto> =>
  (await judgeFacilityPhotos(db, [row]))[0]!

/** The same bytes at the same inspection are the same photo, whatever id they are sent under. */
async function findSame(db: Database, { facilityId, fields, arrived }: Order) {
  const look = () => queries.findStandingFacilityPhoto(db, facilityId, fields.inspection, arrived.sha256)
  const same = await look()
  if (same || !fields.id || !(await queries.isFacilityPhotoId(db, fields.id))) return same
  // The same request may have been committed between the two looks.
  const meanwhile = await look()
  if (!meanwhile) throw new Conflict(hazardPhotoMessages.otherPhoto())
  return meanwhile
}

async function insertAll(trx: Trx, order: Order, photo: PreparedPhoto): Promise<JudgedFacilityPhoto> {
  const { actor, at, facilityId, fields, arrived } = order
  const id = fields.id ?? newId()
  const { mediaType, width, height, exif } = photo
  const { sha256, bytes } = arrived
  await insertPhotoFile(trx, { sha256, mediaType, bytes, width, height, ...takenFacts(exif), at })
  await queries.insertFacilityPhoto(trx, {
    id,
    facility_id: facilityId,
    inspection_id: fields.inspection ?? null,
    sha256,
    file_name: arrived.name,
    caption: fields.caption ?? null,
    at,
    actor_id: actor.id,
    actor_name: actor.displayName,
  })
  return judgeOne(trx, (await queries.findFacilityPhoto(trx, facilityId, id))!)
}

async function requireRoom(trx: Trx, { facilityId, fields }: Order): Promise<void> {
  const message = facilityPhotoMessages.unknownInspection()
  if (fields.inspection && (await findInspection(trx, fields.inspection))?.facility_id !== facilityId)
    throw new Unprocessable(message, [{ path: 'inspection', message }])
  if ((await queries.countStandingFacilityPhotos(trx, facilityId)) >= photoLimits.photosPerFacility)
    throw new Unprocessable(facilityPhotoMessages.full())
}

/** Puts a photo to a facility or to one of its inspections; sent again, it is the photo that is there already. */
export async function addFacilityPhoto(
  db: Database,
  services: PhotoServices,
  order: Order,
): Promise<{ photo: JudgedFacilityPhoto; isNew: boolean }> {
  const { actor, at, facilityId, arrived } = order
  const known = await findSame(db, order)
  if (known) return { photo: await judgeOne(db, known), isNew: false }
  const prepared = await preparePhoto(services, arrived)
  await keepPhoto(services, arrived, prepared)
  return db.transaction().execute(async (trx) => {
    await lockFacility(trx, facilityId)
    await requireOwnFacility(trx, facilityId, order)
    const meanwhile = await findSame(trx, order)
    if (meanwhile) return { photo: await judgeOne(trx, meanwhile), isNew: false }
    await requireRoom(trx, order)
    const photo = await insertAll(trx, order, prepared)
    const { id, inspectionId, sha256, bytes, fileName } = photo
    await recordChange(trx, actor, {
      action: 'facility.addPhoto',
      objectType: 'facility',
      objectId: facilityId,
      after: { photo: id, inspection: inspectionId, sha256, bytes, fileName },
      at,
    })
    return { photo, isNew: true }
  })
}

interface PhotoOfFacility {
  readonly facilityId: string
  readonly photoId: string
}

async function takePhoto(trx: Trx, { facilityId, photoId }: PhotoOfFacility, acting: Acting) {
  await lockFacility(trx, facilityId)
  await requireOwnFacility(trx, facilityId, acting)
  const photo = await queries.findFacilityPhoto(trx, facilityId, photoId)
  if (!photo) throw new NotFound(hazardPhotoMessages.unknownPhoto())
  if (photo.withdrawnAt) throw new Conflict(hazardPhotoMessages.alreadyWithdrawn())
  return photo
}

const asItIsNow = async (trx: Trx, { facilityId, id }: queries.FacilityPhotoRow) =>
  judgeOne(trx, (await queries.findFacilityPhoto(trx, facilityId, id))!)

/** Nothing is taken away: the photo stays in the record, with who withdrew it and why. */
export function withdrawFacilityPhoto(
  db: Database,
  which: PhotoOfFacility,
  reason: string,
  acting: Acting,
): Promise<JudgedFacilityPhoto> {
  const { actor, at } = acting
  return db.transaction().execute(async (trx) => {
    const photo = await takePhoto(trx, which, acting)
    if (photo.actorId !== actor.id && !isPermitted(actor, 'facility:write'))
      throw new Forbidden(facilityPhotoMessages.mayNotWithdraw())
    await queries.updateFacilityPhoto(trx, photo.id, { withdrawn: { at, actorId: actor.id, reason } })
    await recordChange(trx, actor, {
      action: 'facility.withdrawPhoto',
      objectType: 'facility',
      objectId: photo.facilityId,
      before: { photo: photo.id, inspection: photo.inspectionId, sha256: photo.sha256 },
      reason,
      at,
    })
    return asItIsNow(trx, photo)
  })
}

/** 已遮挡: somebody looked and says that no face and no plate can be read. It may be taken back. */
export function maskFacilityPhoto(
  db: Database,
  which: PhotoOfFacility,
  isMasked: boolean,
  acting: Acting,
): Promise<JudgedFacilityPhoto> {
  return db.transaction().execute(async (trx) => {
    const photo = await takePhoto(trx, which, acting)
    if (photo.isMasked !== isMasked) {
      await queries.updateFacilityPhoto(trx, photo.id, { isMasked })
      await recordChange(trx, acting.actor, {
        action: 'facility.maskPhoto',
        objectType: 'facility',
        objectId: photo.facilityId,
        before: { photo: photo.id, isMasked: photo.isMasked },
        after: { photo: photo.id, isMasked },
        at: acting.at,
      })
    }
    return asItIsNow(trx, photo)
  })
}
