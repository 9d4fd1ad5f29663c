import { photoStageIds, type PhotoStage } from '../../../api/hazards/photos/photo-stages.ts'
import type { HazardPhoto } from '../api/photo-calls.ts'

export interface StageGroup {
  readonly stage: PhotoStage
  readonly photos: readonly HazardPhoto[]
}

export function groupByStage(photos: readonly HazardPhoto[]): StageGroup[] {
  return photoStageIds
    .map((stage) => ({ stage, photos: photos.filter((photo) => photo.stage === stage) }))
    .filter((group) => group.photos.length > 0)
}

/** What a later photo is laid beside: the first one of the discovery that stands. */
export function pictureBefore(photos: readonly HazardPhoto[], shown: HazardPhoto): HazardPhoto | undefined {
  if (shown.stage === 'found' || shown.stage === 'receipt') return undefined
  return photos.find(({ stage, withdrawnAt }) => stage === 'found' && withdrawnAt === null)
}

/** The stage an officer most likely stands before, by the status of the hazard. */
export function likelyStage(status: number): PhotoStage {
  if (status === 70) return 'revisit'
  if (status === 50 || status === 60) return 'acceptance'
  return status === 40 ? 'remedying' : 'found'
}

/** After the end only a revisit is still photographed. */
export const stagesFor = (status: number): readonly PhotoStage[] =>
  [16, 17, 70].includes(status) ? ['revisit'] : photoStageIds

/** The new list with what arrived meanwhile, each once. */
export function withArrived(
  listed: readonly HazardPhoto[],
  arrived: readonly HazardPhoto[],
  hazardId: string,
): readonly HazardPhoto[] {
  const fresh = arrived.filter(
    (photo) => photo.hazardId === hazardId && !listed.some(({ id }) => id === photo.id),
  )
  return [...listed, ...fresh]
}
