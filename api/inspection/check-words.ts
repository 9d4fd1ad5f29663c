import type { Text } from '../http/text.ts'
import { clockRule, type ClockId } from '../hazards/clocks/clock-times.ts'
import { allowedTime } from '../hazards/life/life-cycle-view.ts'
import { farAwayMetres } from '../hazards/photos/photo-findings.ts'
import { inspectionLimits as limits } from './inspection-limits.ts'
import type { CheckKey } from './inspection.schema.ts'

export interface CheckWords {
  readonly title: Text
  /** What was looked at, so that nobody has to ask what the number means. */
  readonly checked: Text
}

const within = (clock: ClockId): Text => allowedTime(clockRule(clock).allowed)

export const checkWords: Readonly<Record<CheckKey, CheckWords>> = {
  place: {
    title: { zh: '台账与现场一致', en: 'Ledger and ground agree' },
    checked: {
      zh: `时段内每条隐患：有没有图上位置，已办环节的照片齐不齐，照片拍摄位置距隐患是否超过 ${farAwayMetres} 米。`,
      en: `Each ticket of the period: has it a place, the photos of the acts done, and were these taken within ${farAwayMetres} m.`,
    },
  },
  numbers: {
    title: { zh: '编号连续、无删除', en: 'Numbers run on, nothing deleted' },
    checked: {
      zh: '每年发出的编号是否都在台账里（作废的保留编号，算在内）；审计记录每天从头逐条核验一次，其间核验新增的。',
      en: 'Whether every number given out is in the ledger (withdrawn ones count as there), and whether the audit trail holds: walked from the beginning once a day, in between what was added.',
    },
  },
  order: {
    title: { zh: '时序合理', en: 'Times make sense' },
    checked: {
      zh: '验收是否早于整改完成，照片是否早于发现，同一照片是否用在两条隐患，办理环节是否衔接。',
      en: 'Acceptance before the remedy, photos before the find, one photo in two tickets, acts that do not follow each other.',
    },
  },
  papers: {
    title: { zh: '抄告有文号、有回执', en: 'Notices have numbers and receipts' },
    checked: {
      zh: `已抄告的隐患有没有文号，${within('sign').zh}内有没有签收，回执是否留存。`,
      en: `Whether each notice has a number, was signed for within ${within('sign').en}, and its receipt was kept.`,
    },
  },
  overdue: {
    title: { zh: '逾期有催办、延期有批准', en: 'Overdue ones urged, extensions granted' },
    checked: {
      zh: `逾期的隐患在到期后有没有催办；整改时限后移有没有批准的延期；延期申请${within('decideExtension').zh}内有没有批复。`,
      en: `Whether overdue tickets were urged, moved due dates were granted, and extensions decided within ${within('decideExtension').en}.`,
    },
  },
  listing: {
    title: { zh: '挂牌有摘牌', en: 'Listed ones are delisted' },
    checked: {
      zh: '销号的有没有摘牌，挂牌要求完成日是否已过，提请 30 天有没有结果，督办级别有没有挂牌记录。',
      en: 'Whether closed tickets were delisted, required dates kept, proposals answered in 30 days, and levels backed by a record.',
    },
  },
  facilities: {
    title: { zh: '临时设施在位率、巡检率', en: 'Facilities in place and inspected' },
    checked: {
      zh: '截至今日的设施台账（不按时段）：缺失、被盗、故障和巡检超期的。',
      en: 'The inventory as of today, whatever the period: missing, stolen, faulty and not inspected in time.',
    },
  },
  timeliness: {
    title: { zh: '三个及时', en: 'In time' },
    checked: {
      zh: `按中队取中位数。时限：发现→登记 ${limits.foundToRegisteredHours} 小时，登记→报告 ${limits.registeredToReportedWorkingDays} 个工作日（不含节假日），报告→整改完成 ${limits.reportedToRemediedDays} 天。`,
      en: `Medians by squad. In time: registered within ${limits.foundToRegisteredHours} hours, reported within ${limits.registeredToReportedWorkingDays} working days, remedied within ${limits.reportedToRemediedDays} days.`,
    },
  },
  accidents: {
    title: { zh: '倒查：事故发生地是否已有未整改隐患', en: 'Accidents at hazards still open' },
    checked: {
      zh: '时段内的全部口径事故，沿路 500 米内当时已发现、未整改到位的隐患；每起注明适用程序。',
      en: 'All accidents of the period with a ticket within 500 m along the road that was open at that time; each with its procedure.',
    },
  },
  trail: {
    title: { zh: '谁看过、导出过什么', en: 'Who read and exported what' },
    checked: {
      zh: '最近 30 天查看简要案情全文和导出文件的人；一人查看超过 50 次或导出超过 30 次的标出。',
      en: 'Who read whole briefs and exported files in the last 30 days; more than 50 readings or 30 exports by one person are marked.',
    },
  },
  calibres: {
    title: { zh: '口径说明', en: 'Calibres' },
    checked: {
      zh: '时段内各口径事故起数与数据截止时间。死亡按 7 日内统计；不含作废和不予立案的记录；各口径不相加。',
      en: 'Accidents of the period by calibre, and the data cut-off. Killed means dead within 7 days; withdrawn and unfiled records are left out; calibres are never added up.',
    },
  },
  rates: {
    title: { zh: '销号率、按期率、反弹率', en: 'Closed, in time, relapsed' },
    checked: {
      zh: '销号率 = 已销号 ÷ 应销号（已销号的和整改时限已到的）；按期率 = 按期销号 ÷ 已销号；反弹率 = 反弹重开 ÷ 曾销号。',
      en: 'Closed ÷ to be closed (closed, or due by now); closed by the due date ÷ ever closed; reopened ÷ ever closed.',
    },
  },
}
