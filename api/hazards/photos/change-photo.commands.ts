import { recordChange } from '../../audit/audit.commands.ts'
import type { Database, Trx } from '../../db/tables.ts'
import type { Acting } from '../../http/acting.ts'
import { Conflict, NotFound } from '../../http/problem.ts'
import { lockHazard } from '../hazard.queries.ts'
import { refuseFor, requireHazard } from './add-photo.commands.ts'
import { hazardPhotoMessages } from './hazard-photo-messages.ts'
import { findPhoto, updateMask, updateWithdrawal, type PhotoRow } from './hazard-photo.queries.ts'
import { refusalToMask, refusalToWithdraw } from './photo-rules.ts'
import { judgePhotos, type JudgedPhoto } from './read-photos.commands.ts'

interface PhotoOfHazard {
  readonly hazardId: string
  readonly photoId: string
}

async function takePhoto(trx: Trx, { hazardId, photoId }: PhotoOfHazard) {
  await lockHazard(trx, hazardId)
  const hazard = await requireHazard(trx, hazardId)
  const photo = await findPhoto(trx, hazardId, photoId)
  if (!photo) throw new NotFound(hazardPhotoMessages.unknownPhoto())
  if (photo.withdrawnAt) throw new Conflict(hazardPhotoMessages.alreadyWithdrawn())
  return { hazard, photo }
}

const asItIsNow = async (trx: Trx, { hazardId, id }: PhotoRow): Promise<JudgedPhoto> =>
  (await judgePhotos(trx, [(await findPhoto(trx, hazardId, id))!]))[0]!

/** Nothing is taken away: the photo stays in the trail, with who withdrew it and why. */
export function withdrawPhoto(
  db: Database,
  at: PhotoOfHazard,
  reason: string,
  acting: Acting,
): Promise<JudgedPhoto> {
  return db.transaction().execute(async (trx) => {
    const { hazard, photo } = await takePhoto(trx, at)
    refuseFor(refusalToWithdraw(acting.actor, hazard, photo.actorId))
    await updateWithdrawal(trx, photo.id, { actorId: acting.actor.id, reason, at: acting.at })
    await recordChange(trx, acting.actor, {
      action: 'hazard.withdrawPhoto',
      objectType: 'hazard',
      objectId: hazard.id,
      before: { photo: photo.id, stage: photo.stage, sha256: photo.sha256 },
      reason,
      at: acting.at,
    })
    return asItIsNow(trx, photo)
  })
}

/** 已遮挡: somebody looked and says that no face and no plate can be read. It may be taken back. */
export function markMasked(
  db: Database,
  at: PhotoOfHazard,
  isMasked: boolean,
  acting: Acting,
): Promise<JudgedPhoto> {
  return db.transaction().execute(async (trx) => {
    const { hazard, photo } = await takePhoto(trx, at)
    refuseFor(refusalToMask(acting.actor, hazard))
    if (photo.isMasked !== isMasked) {
      await updateMask(trx, photo.id, isMasked)
      await recordChange(trx, acting.actor, {
        action: 'hazard.maskPhoto',
        objectType: 'hazard',
        objectId: hazard.id,
        before: { photo: photo.id, isMasked: photo.isMasked },
        after: { photo: photo.id, isMasked },
        at: acting.at,
      })
    }
    return asItIsNow(trx, photo)
  })
}
