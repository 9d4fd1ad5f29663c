import type { Text } from '../../http/text.ts'

/** Working days skip weekends and the days off of the calendar; hours are shown by the day they end on. */
export type AllowedTime =
  | { readonly days: number }
  | { readonly workingDays: number }
  | { readonly hours: number }
  | { readonly until: 'dueDate' }

interface ClockRule extends Text {
  readonly allowed: AllowedTime
  /** Where the danger is greater there is less time. */
  readonly allowedWhenUrgent?: AllowedTime
  readonly note?: Text
}

/** 时限表. All of them run on; only a granted winter pause moves the due date of the remedy. */
export const clockTimes = {
  register: { zh: '发现后登记', en: 'Register what was found', allowed: { hours: 24 } },
  photo: { zh: '补交发现照片', en: 'Add the photo of the find', allowed: { hours: 24 } },
  review: { zh: '研判审核', en: 'Review', allowed: { workingDays: 3 } },
  correct: { zh: '中队补正', en: 'Correction by the squad', allowed: { workingDays: 2 } },
  notify: { zh: '抄告责任单位', en: 'Notify the responsible unit', allowed: { workingDays: 2 } },
  reportToGovernment: {
    zh: '报告旗委、旗政府',
    en: 'Report to the banner government',
    allowed: { workingDays: 2 },
    allowedWhenUrgent: { hours: 24 },
    note: { zh: '重大隐患24小时内', en: 'Within 24 hours for a major hazard' },
  },
  sign: { zh: '责任单位签收', en: 'Receipt by the unit', allowed: { workingDays: 3 } },
  plan: { zh: '补交整改方案', en: 'Add the remedy plan', allowed: { workingDays: 5 } },
  control: {
    zh: '采取临时管控',
    en: 'Put temporary control in place',
    allowed: { days: 7 },
    allowedWhenUrgent: { days: 3 },
    note: { zh: '重大、事故多发为3日', en: '3 days where major or accident-prone' },
  },
  progress: {
    zh: '填报进展',
    en: 'Report progress',
    allowed: { days: 30 },
    allowedWhenUrgent: { days: 15 },
    note: { zh: '挂牌隐患半月一报，其他每月一报', en: 'Half-monthly while listed, else monthly' },
  },
  remedy: { zh: '完成整改', en: 'Complete the remedy', allowed: { until: 'dueDate' } },
  decideExtension: { zh: '答复延期申请', en: 'Decide the extension', allowed: { workingDays: 3 } },
  accept: { zh: '组织验收', en: 'Hold the acceptance', allowed: { days: 3 } },
  close: { zh: '复核销号', en: 'Close', allowed: { workingDays: 3 } },
  revisit: { zh: '回头看', en: 'Later check', allowed: { days: 90 } },
} as const satisfies Record<string, ClockRule>

export type ClockId = keyof typeof clockTimes
export const clockIds = Object.keys(clockTimes) as [ClockId, ...ClockId[]]
export const clockRule = (id: ClockId): ClockRule => clockTimes[id]
