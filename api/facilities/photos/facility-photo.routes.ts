import { z } from 'zod'
import { requirePermission } from '../../auth/require-permission.ts'
import { readFields } from '../../hazards/photos/add-photo.commands.ts'
import { PhotoMask, PhotoWithdrawal } from '../../hazards/photos/hazard-photo.schema.ts'
import { actingOf } from '../../http/acting.ts'
import { describing } from '../../http/describe-answer.ts'
import { newRouter } from '../../http/new-router.ts'
import { NotFound } from '../../http/problem.ts'
import { validate } from '../../http/validate.ts'
import type { PhotoServices } from '../../photos/keep-photo.commands.ts'
import { withArrival } from '../../photos/receive-photo.commands.ts'
import { facilityMessages } from '../facility-messages.ts'
import { findFacility } from '../facility.queries.ts'
import {
  addFacilityPhoto,
  maskFacilityPhoto,
  requireOwnFacility,
  withdrawFacilityPhoto,
} from './facility-photo.commands.ts'
import { FacilityPhoto, FacilityPhotoFields, FacilityPhotoList } from './facility-photo.schema.ts'
import { facilityPhotoView, listFacilityPhotos } from './read-facility-photos.commands.ts'

const Id = z.object({ id: z.uuid() })
const PhotoId = z.object({ id: z.uuid(), photoId: z.uuid() })

const describe = describing('photos')

/** They lie in the same store as those of hazards, under the same rules. */
export function facilityPhotoRoutes(services: PhotoServices) {
  return newRouter()
    .get(
      '/:id/photos',
      describe('设施的照片：安装时的和每次巡检的 · Photos of a facility', 200, FacilityPhotoList),
      requirePermission('business:read'),
      validate('param', Id),
      async (c) => {
        const { id } = c.req.valid('param')
        if (!(await findFacility(c.var.db, id))) throw new NotFound(facilityMessages.unknownFacility())
        const photos = await listFacilityPhotos(c.var.db, id)
        return c.json({ items: photos.map(facilityPhotoView) }, 200)
      },
    )
    .post(
      '/:id/photos',
      describe(
        '添加设施照片（multipart：file、inspection、caption、id），同一张重发不重复 · Add a photo of a facility',
        201,
        FacilityPhoto,
      ),
      requirePermission('facility:inspect'),
      validate('param', Id),
      async (c) => {
        const acting = actingOf(c)
        const { id: facilityId } = c.req.valid('param')
        await requireOwnFacility(c.var.db, facilityId, acting)
        const { photo, isNew } = await withArrival(services.folder, c.req.raw, acting.at, (arrived) => {
          const fields = readFields(FacilityPhotoFields, arrived.fields)
          return addFacilityPhoto(c.var.db, services, { ...acting, facilityId, fields, arrived })
        })
        return c.json(facilityPhotoView(photo), isNew ? 201 : 200)
      },
    )
    .post(
      '/:id/photos/:photoId/withdraw',
      describe('撤回设施照片，留痕不删 · Withdraw a photo; it stays in the record', 200, FacilityPhoto),
      requirePermission('facility:inspect'),
      validate('param', PhotoId),
      validate('json', PhotoWithdrawal),
      async (c) => {
        const { id: facilityId, photoId } = c.req.valid('param')
        const acting = actingOf(c)
        const { reason } = c.req.valid('json')
        const photo = await withdrawFacilityPhoto(c.var.db, { facilityId, photoId }, reason, acting)
        return c.json(facilityPhotoView(photo), 200)
      },
    )
    .post(
      '/:id/photos/:photoId/mask',
      describe('标记设施照片“已遮挡” · Mark faces and plates as covered', 200, FacilityPhoto),
      requirePermission('facility:inspect'),
      validate('param', PhotoId),
      validate('json', PhotoMask),
      async (c) => {
        const { id: facilityId, photoId } = c.req.valid('param')
        const acting = actingOf(c)
        const { isMasked } = c.req.valid('json')
        const photo = await maskFacilityPhoto(c.var.db, { facilityId, photoId }, isMasked, acting)
        return c.json(facilityPhotoView(photo), 200)
      },
    )
}
