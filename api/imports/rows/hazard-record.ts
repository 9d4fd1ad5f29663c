import type { HazardLevel, HazardSource, HazardType, SupervisionLevel } from '../../hazards/hazard-codes.ts'
import type { HazardStatus } from '../../hazards/hazard-status.ts'
import type { TransitionField } from '../../hazards/life-cycle.ts'
import type { RowStretch } from './row-place.ts'

/** One of the 五要件 of a ledger, and the picture. */
export type Requirement =
  'description' | 'remedyPlan' | 'dueDate' | 'responsibleUnit' | 'responsiblePerson' | 'photos'

/** What a row says about a hazard, in the names of the hazard's own fields. What it does not say is absent. */
export interface HazardValues extends RowStretch {
  /** 鄂交隐〔2026〕0001 or YH-150624-2026-0001: only of our own lists; others number as they like. */
  number?: string
  title?: string
  types?: HazardType[]
  level?: HazardLevel
  description?: string
  analysis?: string
  isBlackSpot?: boolean
  gacha?: string
  source?: HazardSource
  /** Asia/Shanghai, with its offset. */
  foundAt?: string
  foundBy?: string
  responsibleUnit?: string
  responsiblePerson?: string
  regulatorUnit?: string
  advice?: string
  emergencyAdvice?: string
  remedyPlan?: string
  /** 万元 with two decimals. */
  fundsWan?: string
  dueDate?: string
  /** The words for the time limit where they are no plain date: 立即整改, 2018年底前. */
  dueText?: string
  progressText?: string
  completedOn?: string
  /** Never 60 or 70: what is closed elsewhere still awaits acceptance here. */
  status?: HazardStatus
  /** What the way to `status` asks for and the row does not say. */
  missingFields?: TransitionField[]
  supervisionLevel?: SupervisionLevel
  listingDocument?: string
  noticeDocument?: string
  temporaryControlText?: string
  remark?: string
  /** 五要件 and picture, 0 to 100. */
  completeness?: { readonly score: number; readonly missing: readonly Requirement[] }
}
