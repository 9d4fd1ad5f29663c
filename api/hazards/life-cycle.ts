import type { Permission } from '../auth/permissions.ts'
import type { Text } from '../http/text.ts'
import type { HazardActionId } from './hazard-actions.ts'
import type { HazardStatus } from './hazard-status.ts'

/** Fields of an act that can be asked for; most of them land in the hazard, the rest stay in its history. */
export type TransitionField =
  | 'note'
  | 'reason'
  | 'types'
  | 'level'
  | 'analysis'
  | 'advice'
  | 'emergencyAdvice'
  | 'responsibleUnit'
  | 'dueDate'
  | 'temporaryControlPlan'
  | 'mergedInto'
  | 'documentNumber'
  | 'deliveryMethod'
  | 'deliveredOn'
  | 'receivingBody'
  | 'responsiblePerson'
  | 'completeBy'
  | 'progressText'
  | 'completionText'
  | 'attendees'
  | 'conclusion'

export interface Transition extends Text {
  /** Number in the procedure. */
  readonly rule: string
  readonly from: readonly HazardStatus[]
  readonly to: HazardStatus
  readonly permission: Permission
  /** Given with the act, or already known of the hazard. */
  readonly required: readonly TransitionField[]
  /** 重大 asks for more: what holds the danger until the road is mended. */
  readonly requiredWhenMajor?: readonly TransitionField[]
  /** Four eyes: whoever did one of these on this hazard may not do this. */
  readonly notBy?: readonly ('register' | HazardActionId)[]
  /** The person who may press the button, in words. */
  readonly who: Text
}

const accidentSquad: Text = { zh: '事故中队民警或大队领导', en: 'Accident squad officer or brigade leader' }
const leader: Text = { zh: '大队领导', en: 'Brigade leader' }
const office: Text = { zh: '内务、事故中队或文职', en: 'Office, accident squad or civilian staff' }
const anySquad: Text = { zh: '各中队人员，含协勤、文职', en: 'Anyone of a squad' }

/**
 * The whole life of a hazard. 10 待研判 → 20 已立项 → 30 待签收 → 40 整改中 → 50 待验收 → 60 待销号 → 70 已销号.
 * Temporary control runs beside it and moves nothing: 临时管控不等于治理.
 */
export const lifeCycle: Readonly<Record<HazardActionId, Transition>> = {
  approve: {
    rule: 'T2',
    zh: '研判通过',
    en: 'Approve',
    from: [10],
    to: 20,
    permission: 'hazard:review',
    who: accidentSquad,
    // 不查清不放过: no hazard leaves the review without cause, kind and someone to mend it.
    required: ['types', 'level', 'analysis', 'responsibleUnit', 'advice', 'dueDate'],
    requiredWhenMajor: ['emergencyAdvice', 'temporaryControlPlan'],
    notBy: ['register'],
  },
  return: {
    rule: 'T2b',
    zh: '退回补正',
    en: 'Return for correction',
    from: [10],
    to: 15,
    permission: 'hazard:review',
    who: accidentSquad,
    required: ['reason'],
  },
  resubmit: {
    rule: 'T2b',
    zh: '补正后重报',
    en: 'Resubmit',
    from: [15],
    to: 10,
    permission: 'hazard:register',
    who: anySquad,
    required: [],
  },
  merge: {
    rule: 'T2c',
    zh: '合并',
    en: 'Merge',
    from: [10],
    to: 16,
    permission: 'hazard:review',
    who: accidentSquad,
    required: ['mergedInto'],
  },
  refuse: {
    rule: 'T2c',
    zh: '不予立项',
    en: 'Do not take on',
    from: [10],
    to: 17,
    permission: 'hazard:review',
    who: accidentSquad,
    required: ['reason'],
  },
  notify: {
    rule: 'T3',
    zh: '签发抄告',
    en: 'Notify the responsible unit',
    from: [20],
    to: 30,
    permission: 'hazard:sign',
    who: leader,
    required: ['documentNumber', 'deliveryMethod', 'deliveredOn'],
  },
  sign: {
    rule: 'T4',
    zh: '登记签收',
    en: 'Record the receipt',
    from: [30],
    to: 40,
    permission: 'document:register',
    who: office,
    required: ['responsiblePerson', 'completeBy'],
  },
  handOver: {
    rule: 'T14',
    zh: '移交',
    en: 'Hand over',
    from: [20, 30],
    to: 35,
    permission: 'hazard:sign',
    who: leader,
    required: ['receivingBody', 'documentNumber'],
  },
  progress: {
    rule: 'T7',
    zh: '填报进展',
    en: 'Report progress',
    from: [40],
    to: 40,
    permission: 'hazard:register',
    who: anySquad,
    required: ['progressText'],
  },
  requestAcceptance: {
    rule: 'T9',
    zh: '申请验收',
    en: 'Request acceptance',
    from: [40],
    to: 50,
    permission: 'document:register',
    who: office,
    required: ['completionText'],
  },
  accept: {
    rule: 'T10',
    zh: '验收合格',
    en: 'Accept',
    from: [50],
    to: 60,
    permission: 'hazard:review',
    who: accidentSquad,
    required: ['attendees', 'conclusion'],
  },
  returnForRemedy: {
    rule: 'T10',
    zh: '退回整改',
    en: 'Return for remedy',
    from: [50],
    to: 40,
    permission: 'hazard:review',
    who: accidentSquad,
    required: ['reason'],
  },
  close: {
    rule: 'T11',
    zh: '复核销号',
    en: 'Close',
    from: [60],
    to: 70,
    permission: 'hazard:sign',
    who: leader,
    required: ['note'],
    notBy: ['requestAcceptance'],
  },
  reopen: {
    rule: 'T13',
    zh: '反弹重开',
    en: 'Reopen',
    from: [70],
    to: 75,
    permission: 'hazard:sign',
    who: leader,
    required: ['reason'],
  },
  resumeRemedy: {
    rule: 'T13',
    zh: '重新整改',
    en: 'Resume the remedy',
    from: [75],
    to: 40,
    permission: 'hazard:sign',
    who: leader,
    required: ['responsibleUnit', 'dueDate'],
  },
}

export const transitionEntries = Object.entries(lifeCycle) as [HazardActionId, Transition][]
