import { z } from 'zod'
import { photoStageIds } from './photo-stages.ts'

export const PhotoFields = z.object({
  /** Made by the phone, so that a retry after a lost answer finds the photo it made. */
  id: z.uuid().optional(),
  stage: z.enum(photoStageIds),
  caption: z.string().trim().max(200).optional(),
})
export type PhotoFields = z.infer<typeof PhotoFields>

export const PhotoFindingView = z.discriminatedUnion('code', [
  z.object({ code: z.literal('farAway'), isRed: z.literal(true), metres: z.number() }),
  z.object({ code: z.literal('beforeDiscovery'), isRed: z.literal(true), minutes: z.number() }),
  z.object({ code: z.literal('reused'), isRed: z.literal(true), hazards: z.array(z.string()).readonly() }),
  z.object({
    code: z.literal('datumUnsure'),
    isRed: z.literal(false),
    metres: z.number(),
    metresAsGcj02: z.number(),
  }),
  z.object({ code: z.literal('noTime'), isRed: z.literal(false) }),
  z.object({ code: z.literal('noPosition'), isRed: z.literal(false) }),
])

export const HazardPhoto = z.object({
  id: z.uuid(),
  hazardId: z.uuid(),
  stage: z.enum(photoStageIds),
  sha256: z.string(),
  fileName: z.string(),
  caption: z.string().nullable(),
  mediaType: z.string(),
  bytes: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  takenAt: z.iso.datetime().nullable(),
  takenPoint: z.object({ type: z.literal('Point'), coordinates: z.array(z.number()) }).nullable(),
  camera: z.string().nullable(),
  /** Worked out at each reading, against the place and the days the hazard has now. */
  findings: z.array(PhotoFindingView),
  isMasked: z.boolean(),
  at: z.iso.datetime(),
  actorId: z.string(),
  actorName: z.string(),
  withdrawnAt: z.iso.datetime().nullable(),
  withdrawnReason: z.string().nullable(),
})
export type HazardPhoto = z.infer<typeof HazardPhoto>

export const HazardPhotoList = z.object({ items: z.array(HazardPhoto) })

export const PhotoWithdrawal = z.object({ reason: z.string().trim().min(2).max(500) })
export const PhotoMask = z.object({ isMasked: z.boolean().default(true) })

export const PhotoFileQuery = z.object({
  size: z.enum(['original', 'preview', 'thumbnail', 'export', 'masked']).default('original'),
  /** Whose number is burnt in, where several hazards show the photo. */
  hazard: z.uuid().optional(),
  facility: z.uuid().optional(),
})
export type PhotoSize = z.infer<typeof PhotoFileQuery>['size']
