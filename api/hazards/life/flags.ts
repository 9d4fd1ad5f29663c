import { needsGovernmentReport } from '../clocks/hazard-clocks.ts'
import { isEnded, type HazardStatus } from '../hazard-status.ts'
import { hasPhoto, type HazardFacts } from './hazard-facts.ts'
import { hasFiveAssurances } from './life-codes.ts'
import type { Text } from '../../http/text.ts'

/** Marks beside the status. Those of the papers together are 资料待补. */
export const flagNames: Readonly<Record<string, Text>> = {
  reviewDrafted: { zh: '已拟办', en: 'Review drafted' },
  listingRequested: { zh: '待挂牌批复', en: 'Listing requested' },
  extensionPending: { zh: '延期待批', en: 'Extension pending' },
  acceptanceReturned: { zh: '验收退回过', en: 'Acceptance returned' },
  revisited: { zh: '已回头看', en: 'Checked again' },
  relapsed: { zh: '回头看反弹', en: 'Relapsed' },
  photoMissing: { zh: '资料待补：发现照片', en: 'Missing: photo of the find' },
  receiptMissing: { zh: '资料待补：签收回执', en: 'Missing: receipt' },
  planMissing: { zh: '资料待补：整改方案', en: 'Missing: remedy plan' },
  assurancesMissing: { zh: '资料待补：五到位', en: 'Missing: five assurances' },
  governmentReportMissing: { zh: '资料待补：报告旗委政府', en: 'Missing: report to the government' },
  reopeningProposed: { zh: '建议重开', en: 'Reopening proposed' },
}

interface Flagged {
  readonly status: HazardStatus
  readonly level: number | null
  readonly isBlackSpot: boolean
  readonly dueDate: string | null
  readonly temporaryControl: string
  readonly remedyPlan: string | null
  readonly assurances: Readonly<Record<string, unknown>>
  readonly flags: readonly string[]
  readonly facts: HazardFacts
}

const papersOf: Readonly<Record<string, (hazard: Flagged) => boolean>> = {
  photoMissing: ({ status, facts }) => !isEnded(status) && !hasPhoto(facts, 'found'),
  receiptMissing: ({ status, facts }) =>
    [40, 50, 60].includes(status) &&
    facts.hasNotice &&
    facts.receiptOn === null &&
    !hasPhoto(facts, 'receipt'),
  planMissing: ({ status, remedyPlan }) => [40, 50].includes(status) && remedyPlan === null,
  assurancesMissing: ({ status, level, facts, assurances }) =>
    [40, 50].includes(status) &&
    (level === 3 || facts.listing === 'listed') &&
    !hasFiveAssurances(assurances),
  governmentReportMissing: (hazard) => [30, 40, 50].includes(hazard.status) && needsGovernmentReport(hazard),
  reopeningProposed: ({ status, facts }) =>
    status === 70 && (facts.isReopeningProposed || facts.lastRevisit === 'relapsed'),
  relapsed: ({ status, facts }) => status === 70 && facts.lastRevisit === 'relapsed',
}

/** The marks that were set, and those that follow from what is missing. */
export function flagsOf(hazard: Flagged): string[] {
  const missing = Object.entries(papersOf)
    .filter(([, holds]) => holds(hazard))
    .map(([flag]) => flag)
  return [...new Set([...hazard.flags, ...missing])]
}
