import type { Edition } from '../../documents/provenance.ts'
import { photoStages, type PhotoStage } from '../../hazards/photos/photo-stages.ts'
import { bannerDay } from '../../areas/calendar-days.ts'
import type { StandingPhoto } from './sheet-surroundings.queries.ts'

export interface ChosenPhoto {
  readonly when: 'before' | 'meanwhile' | 'after'
  readonly sha256: string
  readonly caption: string
}

const stagesOf: Readonly<Record<ChosenPhoto['when'], readonly PhotoStage[]>> = {
  before: ['found'],
  meanwhile: ['control', 'remedying'],
  after: ['remedied', 'acceptance', 'revisit'],
}
/** A page of a letter holds two rows. */
export const mostAnnexed = 4

const names = { before: '整改前', meanwhile: '治理中', after: '整改后' } as const

function captionOf(when: ChosenPhoto['when'], { stage, takenAt, at }: StandingPhoto): string {
  return `${names[when]}（${photoStages[stage].zh}，${bannerDay(new Date(takenAt ?? at))}）`
}

/** The first that shows the hazard, the latest of what was done against it and the latest of what became of it. */
export function chosenPhotos(photos: readonly StandingPhoto[], edition: Edition): ChosenPhoto[] {
  const allowed = edition === 'external' ? photos.filter(({ isMasked }) => isMasked) : photos
  return (['before', 'meanwhile', 'after'] as const).flatMap((when) => {
    const fitting = allowed.filter(({ stage }) => stagesOf[when].includes(stage))
    const photo = when === 'before' ? fitting[0] : fitting[fitting.length - 1]
    return photo ? [{ when, sha256: photo.sha256, caption: captionOf(when, photo) }] : []
  })
}

/** 现场照片 of a letter: what shows the hazard, as far as faces and plates are known to be masked. */
export const annexPhotos = (photos: readonly StandingPhoto[]): ChosenPhoto[] =>
  photos
    .filter(({ stage, isMasked }) => stage === 'found' && isMasked)
    .slice(0, mostAnnexed)
    .map(({ sha256, takenAt, at }) => ({
      when: 'before',
      sha256,
      caption: bannerDay(new Date(takenAt ?? at)),
    }))
