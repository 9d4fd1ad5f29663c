import type { Client } from '../../../api/client.ts'
import type { FacilityPhoto } from '../../../api/facilities/photos/facility-photo.schema.ts'
import type { HazardPhoto } from '../../../api/hazards/photos/hazard-photo.schema.ts'
import type { PhotoStage } from '../../../api/hazards/photos/photo-stages.ts'
import type { ListOf } from './api-types.ts'

export type { FacilityPhoto } from '../../../api/facilities/photos/facility-photo.schema.ts'
export type { HazardPhoto } from '../../../api/hazards/photos/hazard-photo.schema.ts'

export type RecordPhoto = HazardPhoto | FacilityPhoto

/** What a photo belongs to: a stage of a hazard; an inspection of a facility, or the facility as it was installed. */
export type PhotoSubject =
  | { readonly hazardId: string; readonly stage: PhotoStage }
  | { readonly facilityId: string; readonly inspectionId: string | null }

export type PhotoOrder = PhotoSubject & {
  /** Made here, so that sending it twice adds it once. */
  readonly id: string
  readonly file: File
}

export const recordOf = (subject: { readonly hazardId: string } | { readonly facilityId: string }): string =>
  'facilityId' in subject ? subject.facilityId : subject.hazardId

export const photoUrl = (sha256: string, size: 'thumbnail' | 'preview') =>
  `/api/photos/${sha256}?size=${size}`

type Owner = { readonly hazardId: string } | { readonly facilityId: string }
const photosPath = (subject: Owner) =>
  `/api/${'facilityId' in subject ? 'facilities' : 'hazards'}/${recordOf(subject)}/photos`

/** Photos of a record: what stands in the trail, and what is put to it. */
export function photoCallsOf(client: Client) {
  const act = <Photo extends RecordPhoto>(photo: Photo, what: string, body: object) =>
    client.json<Photo>(`${photosPath(photo)}/${photo.id}/${what}`, { method: 'POST', body })
  return {
    photos: (hazardId: string) => client.json<ListOf<HazardPhoto>>(`/api/hazards/${hazardId}/photos`),
    facilityPhotos: (facilityId: string) => client.json<ListOf<FacilityPhoto>>(photosPath({ facilityId })),
    addPhoto: (order: PhotoOrder) => {
      const body = new FormData()
      body.append('id', order.id)
      if ('stage' in order) body.append('stage', order.stage)
      else if (order.inspectionId) body.append('inspection', order.inspectionId)
      body.append('file', order.file, order.file.name)
      return client.json<RecordPhoto>(photosPath(order), { method: 'POST', body })
    },
    withdrawPhoto: <Photo extends RecordPhoto>(photo: Photo, reason: string) =>
      act(photo, 'withdraw', { reason }),
    maskPhoto: <Photo extends RecordPhoto>(photo: Photo, isMasked: boolean) =>
      act(photo, 'mask', { isMasked }),
    photoFile: (photo: RecordPhoto, size: 'original' | 'export' | 'masked') => {
      const owner = 'facilityId' in photo ? { facility: photo.facilityId } : { hazard: photo.hazardId }
      return client.file(`/api/photos/${photo.sha256}`, { query: { size, ...owner } })
    },
  }
}
