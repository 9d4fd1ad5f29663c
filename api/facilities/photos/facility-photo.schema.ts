import { z } from 'zod'
import { HazardPhoto } from '../../hazards/photos/hazard-photo.schema.ts'

export const FacilityPhotoFields = z.object({
  /** Made by the phone, so that a retry after a lost answer finds the photo it made. */
  id: z.uuid().optional(),
  /** Left out: the facility as it was installed. */
  inspection: z.uuid().optional(),
  caption: z.string().trim().max(200).optional(),
})
export type FacilityPhotoFields = z.infer<typeof FacilityPhotoFields>

export const FacilityPhoto = HazardPhoto.omit({ hazardId: true, stage: true }).extend({
  facilityId: z.uuid(),
  inspectionId: z.uuid().nullable().describe('null: the facility as it was installed'),
})
export type FacilityPhoto = z.infer<typeof FacilityPhoto>

export const FacilityPhotoList = z.object({ items: z.array(FacilityPhoto) })
