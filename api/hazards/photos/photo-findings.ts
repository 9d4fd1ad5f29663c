import type { PhotoStage } from './photo-stages.ts'

/** What the record says of a photo and of the hazard it stands for. */
export interface PhotoGround {
  readonly stage: PhotoStage
  readonly takenAt: Date | null
  readonly hasPoint: boolean
  /** From the hazard's place, its point taken for WGS 84; null without either place. */
  readonly metres: number | null
  /** The same, had the phone written GCJ-02. */
  readonly metresAsGcj02: number | null
  readonly foundAt: Date
  /** When the responsible unit signed; null before. */
  readonly remedyBeganAt: Date | null
  /** Display numbers of other hazards that show the same bytes. */
  readonly otherHazards: readonly string[]
}

export type PhotoFinding =
  | { readonly code: 'farAway'; readonly isRed: true; readonly metres: number }
  | { readonly code: 'beforeDiscovery'; readonly isRed: true; readonly minutes: number }
  | { readonly code: 'reused'; readonly isRed: true; readonly hazards: readonly string[] }
  | {
      readonly code: 'datumUnsure'
      readonly isRed: false
      readonly metres: number
      readonly metresAsGcj02: number
    }
  | { readonly code: 'noTime'; readonly isRed: false }
  | { readonly code: 'noPosition'; readonly isRed: false }

/** Beyond it a photo is not of this place: domain rule of the inspection. */
export const farAwayMetres = 300

/**
 * The time of discovery is written down after the photo was taken, often rounded to the hour, and phones run some
 * minutes off. Two hours cover that; a photo out of last year's album stays far outside.
 */
export const earlinessToleratedMs = 2 * 3600 * 1000

const stagesAfterSigning: readonly PhotoStage[] = ['remedying', 'remedied', 'acceptance', 'revisit']

/** The standard says WGS 84, so a point that fits as such is not doubted; one that fits only as GCJ-02 is not accused. */
function placeFindings({ hasPoint, metres, metresAsGcj02 }: PhotoGround): PhotoFinding[] {
  if (!hasPoint) return [{ code: 'noPosition', isRed: false }]
  if (metres === null || metres <= farAwayMetres) return []
  if (metresAsGcj02 !== null && metresAsGcj02 <= farAwayMetres) {
    const rounded = { metres: Math.round(metres), metresAsGcj02: Math.round(metresAsGcj02) }
    return [{ code: 'datumUnsure', isRed: false, ...rounded }]
  }
  return [{ code: 'farAway', isRed: true, metres: Math.round(metres) }]
}

function timeFindings({ stage, takenAt, foundAt, remedyBeganAt }: PhotoGround): PhotoFinding[] {
  if (!takenAt) return [{ code: 'noTime', isRed: false }]
  const earliest = stagesAfterSigning.includes(stage) ? (remedyBeganAt ?? foundAt) : foundAt
  const earlyMs = earliest.getTime() - takenAt.getTime()
  if (earlyMs <= earlinessToleratedMs) return []
  return [{ code: 'beforeDiscovery', isRed: true, minutes: Math.round(earlyMs / 60_000) }]
}

/** A receipt is a paper, photographed in an office at any time: only its reuse tells something. */
export function photoFindings(ground: PhotoGround): PhotoFinding[] {
  const reused: PhotoFinding[] =
    ground.otherHazards.length > 0 ? [{ code: 'reused', isRed: true, hazards: [...ground.otherHazards] }] : []
  if (ground.stage === 'receipt') return reused
  return [...reused, ...placeFindings(ground), ...timeFindings(ground)]
}
