import { z } from 'zod'
import { requirePermission } from '../../auth/require-permission.ts'
import type { Database } from '../../db/tables.ts'
import { actingOf, type Acting } from '../../http/acting.ts'
import { describing } from '../../http/describe-answer.ts'
import { newRouter } from '../../http/new-router.ts'
import { NotFound } from '../../http/problem.ts'
import { validate } from '../../http/validate.ts'
import type { PhotoServices } from '../../photos/keep-photo.commands.ts'
import { withArrival } from '../../photos/receive-photo.commands.ts'
import { hazardMessages } from '../hazard-messages.ts'
import { findAnyHazard } from '../hazard.queries.ts'
import { addPhoto, readFields, refuseUpload } from './add-photo.commands.ts'
import { markMasked, withdrawPhoto } from './change-photo.commands.ts'
import {
  HazardPhoto,
  HazardPhotoList,
  PhotoFields,
  PhotoMask,
  PhotoWithdrawal,
} from './hazard-photo.schema.ts'
import { listJudgedPhotos, photoView } from './read-photos.commands.ts'

const HazardId = z.object({ id: z.uuid() })
const PhotoId = z.object({ id: z.uuid(), photoId: z.uuid() })

const describe = describing('photos')

async function receiveAndAdd(
  db: Database,
  services: PhotoServices,
  hazardId: string,
  request: Request,
  acting: Acting,
) {
  await refuseUpload(db, acting.actor, hazardId)
  return withArrival(services.folder, request, acting.at, (arrived) => {
    const fields = readFields(PhotoFields, arrived.fields)
    return addPhoto(db, services, { ...acting, hazardId, fields, arrived })
  })
}

/** Photos of a hazard need a place to keep them; hence a function. */
export function hazardPhotoRoutes(services: PhotoServices) {
  return newRouter()
    .get(
      '/:id/photos',
      describe('一条隐患的照片及疑点 · Photos of a hazard and what does not fit', 200, HazardPhotoList),
      requirePermission('business:read'),
      validate('param', HazardId),
      async (c) => {
        const { id } = c.req.valid('param')
        // Those of a withdrawn hazard stay evidence.
        if (!(await findAnyHazard(c.var.db, id))) throw new NotFound(hazardMessages.unknownHazard())
        const photos = await listJudgedPhotos(c.var.db, [id])
        return c.json({ items: photos.map(photoView) }, 200)
      },
    )
    .post(
      '/:id/photos',
      describe(
        '添加照片（multipart：file、stage、caption、id），同一张重发不重复 · Add a photo; the same again is the same',
        201,
        HazardPhoto,
      ),
      requirePermission('business:read'),
      validate('param', HazardId),
      async (c) => {
        const acting = actingOf(c)
        const { id } = c.req.valid('param')
        const { photo, isNew } = await receiveAndAdd(c.var.db, services, id, c.req.raw, acting)
        return c.json(photoView(photo), isNew ? 201 : 200)
      },
    )
    .post(
      '/:id/photos/:photoId/withdraw',
      describe('撤回照片，留痕不删 · Withdraw a photo; it stays in the trail', 200, HazardPhoto),
      requirePermission('business:read'),
      validate('param', PhotoId),
      validate('json', PhotoWithdrawal),
      async (c) => {
        const { id: hazardId, photoId } = c.req.valid('param')
        const acting = actingOf(c)
        const { reason } = c.req.valid('json')
        return c.json(photoView(await withdrawPhoto(c.var.db, { hazardId, photoId }, reason, acting)), 200)
      },
    )
    .post(
      '/:id/photos/:photoId/mask',
      describe('标记“已遮挡” · Mark faces and plates as covered', 200, HazardPhoto),
      requirePermission('business:read'),
      validate('param', PhotoId),
      validate('json', PhotoMask),
      async (c) => {
        const { id: hazardId, photoId } = c.req.valid('param')
        const acting = actingOf(c)
        const { isMasked } = c.req.valid('json')
        return c.json(photoView(await markMasked(c.var.db, { hazardId, photoId }, isMasked, acting)), 200)
      },
    )
}
