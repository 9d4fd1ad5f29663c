import type { HazardStatus } from '../hazard-status.ts'
import type { Transitions } from './transition-type.ts'
import { accidentSquad, anySquad, checker, draftsman, leader, office } from './who-acts.ts'

export type ParallelActionId =
  | 'draftReview'
  | 'controlTemporarily'
  | 'progress'
  | 'reportToGovernment'
  | 'urge'
  | 'recordReceipt'
  | 'proposeListing'
  | 'recordListing'
  | 'refuseListing'
  | 'delist'
  | 'requestExtension'
  | 'grantExtension'
  | 'refuseExtension'
  | 'passToSquad'
  | 'revisit'

const open: readonly HazardStatus[] = [10, 15, 20, 30, 35, 40, 50, 60, 75]
const takenOn: readonly HazardStatus[] = [20, 30, 40, 50]

/** Beside the main track: each leaves its record, none of them moves the status. */
export const parallelActs: Transitions<ParallelActionId> = {
  draftReview: {
    rule: 'T2',
    zh: '拟办',
    en: 'Draft the review',
    from: [10],
    permission: 'hazard:draftReview',
    who: draftsman,
    required: ['analysis', 'advice'],
    optional: [
      'level',
      'responsibleUnit',
      'regulatorUnit',
      'dueDate',
      'emergencyAdvice',
      'temporaryControlPlan',
      'note',
    ],
    isProposal: true,
  },
  controlTemporarily: {
    rule: 'T6',
    zh: '采取临时管控',
    en: 'Put temporary control in place',
    from: open,
    permission: 'hazard:register',
    who: anySquad,
    required: ['controlText'],
    evidence: ['control'],
    evidenceUnless: 'facilitiesInPlace',
    answers: ['control'],
  },
  progress: {
    rule: 'T7',
    zh: '填报进展',
    en: 'Report progress',
    from: [40],
    permission: 'hazard:register',
    who: anySquad,
    required: ['progressText'],
    optional: ['percent', 'remedyPlan', 'fundsWan', 'assurances'],
    answers: ['progress', 'plan'],
    starts: ['progress'],
  },
  reportToGovernment: {
    rule: 'T3',
    zh: '报告旗委政府',
    en: 'Report to the banner government',
    from: [20, 30, 40, 50],
    permission: 'hazard:sign',
    who: leader,
    conditions: ['majorOrBlackSpot'],
    required: ['documentNumber', 'deliveredOn'],
    optional: ['addressee', 'deliveryMethod', 'note'],
    answers: ['reportToGovernment'],
    writes: ['reportToGovernment'],
  },
  urge: {
    rule: 'T4',
    zh: '催办',
    en: 'Urge',
    from: [30, 40],
    permission: 'document:register',
    who: office,
    required: ['urgingStep', 'addressee', 'deliveredOn'],
    optional: ['documentNumber', 'deliveryMethod', 'note'],
    writes: ['urging'],
  },
  recordReceipt: {
    rule: 'T4',
    zh: '补登回执',
    en: 'Record a late receipt',
    // 回执后补: it adds what was left open and changes nothing that stands, so it may come after the closing too.
    from: [40, 50, 60, 70, 75],
    permission: 'document:register',
    who: office,
    conditions: ['receiptMissing'],
    required: ['receiptOn'],
    optional: ['note'],
    evidence: ['receipt'],
    writes: ['receipt'],
  },
  proposeListing: {
    rule: 'T5',
    zh: '提请挂牌',
    en: 'Propose a listing',
    from: takenOn,
    permission: 'hazard:sign',
    who: leader,
    conditions: ['noListing'],
    required: ['listingLevel', 'proposal', 'assurances'],
    optional: ['listingUnit'],
    writes: ['listing'],
  },
  recordListing: {
    rule: 'T5',
    zh: '登记挂牌',
    en: 'Record the listing',
    from: takenOn,
    permission: 'document:register',
    who: office,
    conditions: ['listingRequested'],
    required: ['documentNumber', 'listedOn', 'listingUnit', 'requiredBy'],
    optional: ['listingLevel'],
    starts: ['progress'],
    writes: ['listing'],
  },
  refuseListing: {
    rule: 'T5',
    zh: '登记未批准挂牌',
    en: 'Record that the listing was refused',
    from: [...takenOn, 60],
    permission: 'document:register',
    who: office,
    conditions: ['listingRequested'],
    required: ['reason'],
    writes: ['listing'],
  },
  delist: {
    rule: 'T5',
    zh: '登记摘牌',
    en: 'Record the delisting',
    from: [40, 50, 60, 70],
    permission: 'document:register',
    who: office,
    conditions: ['listed'],
    required: ['documentNumber', 'delistedOn'],
    optional: ['note'],
    writes: ['listing'],
  },
  requestExtension: {
    rule: 'T8',
    zh: '申请延期',
    en: 'Request an extension',
    from: [30, 40],
    permission: 'document:register',
    who: office,
    conditions: ['hasDueDate', 'noExtensionPending'],
    required: ['newDueDate', 'reason'],
    optional: ['isWinterPause', 'documentNumber'],
    starts: ['decideExtension'],
    writes: ['extension'],
  },
  grantExtension: {
    rule: 'T8b',
    zh: '批准延期',
    en: 'Grant the extension',
    from: [30, 40],
    permission: 'hazard:sign',
    who: leader,
    conditions: ['extensionPending'],
    required: ['opinion'],
    requiredWhenListedAbove: ['documentNumber'],
    notBy: ['requestExtension'],
    answers: ['decideExtension'],
    starts: ['remedy'],
    writes: ['extension'],
  },
  refuseExtension: {
    rule: 'T8b',
    zh: '驳回延期',
    en: 'Refuse the extension',
    from: [30, 40, 50],
    permission: 'hazard:sign',
    who: leader,
    conditions: ['extensionPending'],
    required: ['opinion'],
    answers: ['decideExtension'],
    writes: ['extension'],
  },
  passToSquad: {
    rule: 'T14',
    zh: '交接中队',
    en: 'Pass to another squad',
    from: open,
    permission: 'hazard:review',
    who: accidentSquad,
    required: ['squad', 'note'],
  },
  revisit: {
    rule: 'T12',
    zh: '回头看',
    en: 'Later check',
    from: [70],
    permission: 'hazard:revisit',
    who: checker,
    required: ['result', 'note'],
    evidence: ['revisit'],
    answers: ['revisit'],
    writes: ['revisit'],
  },
}
