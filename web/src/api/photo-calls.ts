import type { Client } from '../../../api/client.ts'
import type { HazardPhoto } from '../../../api/hazards/photos/hazard-photo.schema.ts'
import type { PhotoStage } from '../../../api/hazards/photos/photo-stages.ts'
import type { ListOf } from './api-types.ts'

export type { HazardPhoto } from '../../../api/hazards/photos/hazard-photo.schema.ts'

export interface PhotoOrder {
  /** Made here, so that sending it twice adds it once. */
  readonly id: string
  readonly hazardId: string
  readonly stage: PhotoStage
  readonly file: File
}

export const photoUrl = (sha256: string, size: 'thumbnail' | 'preview') =>
  `/api/photos/${sha256}?size=${size}`

/** Photos of a hazard: what stands in the trail, and what is put to it. */
export function photoCallsOf(client: Client) {
  const pathOf = ({ hazardId, id }: Pick<HazardPhoto, 'hazardId' | 'id'>) =>
    `/api/hazards/${hazardId}/photos/${id}`
  return {
    photos: (hazardId: string) => client.json<ListOf<HazardPhoto>>(`/api/hazards/${hazardId}/photos`),
    addPhoto: ({ id, hazardId, stage, file }: PhotoOrder) => {
      const body = new FormData()
      body.append('id', id)
      body.append('stage', stage)
      body.append('file', file, file.name)
      return client.json<HazardPhoto>(`/api/hazards/${hazardId}/photos`, { method: 'POST', body })
    },
    withdrawPhoto: (photo: HazardPhoto, reason: string) =>
      client.json<HazardPhoto>(`${pathOf(photo)}/withdraw`, { method: 'POST', body: { reason } }),
    maskPhoto: (photo: HazardPhoto, isMasked: boolean) =>
      client.json<HazardPhoto>(`${pathOf(photo)}/mask`, { method: 'POST', body: { isMasked } }),
    photoFile: (photo: HazardPhoto, size: 'original' | 'export' | 'masked') =>
      client.file(`/api/photos/${photo.sha256}`, { query: { size, hazard: photo.hazardId } }),
  }
}
