import type { PhotoStage } from '../photos/photo-stages.ts'
import type { Circumstances } from './conditions.ts'

/** What the records say of a hazard, read with its row: clocks, flags and checks look at it. */
export interface HazardFacts {
  /** Act → when it was last done. */
  readonly actedAt: Readonly<Record<string, string>>
  readonly photos: Readonly<Partial<Record<PhotoStage, number>>>
  readonly listing: 'requested' | 'listed' | null
  readonly listingLevel: number
  readonly isExtensionPending: boolean
  readonly extensionsGranted: number
  /** Day on which the last notice was delivered, and that of its receipt. */
  readonly noticeOn: string | null
  readonly receiptOn: string | null
  readonly hasNotice: boolean
  readonly hasGovernmentReport: boolean
  readonly lastRevisit: 'holds' | 'relapsed' | null
  /** People were hurt at the closed place and nobody said why that is another matter. */
  readonly isReopeningProposed: boolean
}

interface Known {
  readonly level: number | null
  readonly isBlackSpot: boolean
  readonly dueDate: string | null
  readonly facts: HazardFacts
}

export const circumstancesOf = ({ level, isBlackSpot, dueDate, facts }: Known): Circumstances => ({
  level,
  isBlackSpot,
  dueDate,
  listing: facts.listing,
  listingLevel: facts.listingLevel,
  isExtensionPending: facts.isExtensionPending,
  isReceiptMissing: facts.hasNotice && facts.receiptOn === null,
})

export const hasPhoto = ({ photos }: HazardFacts, stage: PhotoStage): boolean => (photos[stage] ?? 0) > 0
