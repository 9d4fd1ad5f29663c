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
