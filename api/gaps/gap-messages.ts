import type { Text } from '../http/text.ts'
import type { Gap } from './gap.schema.ts'

const answers = {
  facility: { zh: '已有计划设施', en: 'facility' },
  hazard: { zh: '已有隐患', en: 'hazard' },
}

export const gapMessages = {
  unknownGap: (): Text => ({
    zh: '这个缺口已不存在：可能已经补上，或原因已消除。请刷新列表。',
    en: 'This gap is no longer there: it was closed or its cause is gone. Load the list again.',
  }),
  answered: ({ kind, number }: NonNullable<Gap['answered']>): Text => ({
    zh: `这个缺口${answers[kind].zh} ${number}，不必重复。`,
    en: `There is already ${answers[kind].en} ${number} for this gap.`,
  }),
  otherThing: (number: string): Text => ({
    zh: `此编号已登记为 ${number}，与这个缺口无关。请换一个编号再提交。`,
    en: `This id is already ${number}, which has nothing to do with this gap. Send it under a new id.`,
  }),
  nothingToPlace: (): Text => ({
    zh: '这个缺口不需要新设施，请到设施中登记巡检或拆除。',
    en: 'This gap needs no new facility: record the inspection or the removal at the facility.',
  }),
  noTicket: (): Text => ({
    zh: '这个缺口不另立隐患：它属于已有的隐患，或只需巡检。',
    en: 'This gap makes no hazard of its own: it belongs to one, or only needs an inspection.',
  }),
  notDismissed: (): Text => ({
    zh: '逾期的要去巡检，坏的要修，留下的要拆除或转永久：这类缺口不能核定不设。',
    en: 'What is overdue is inspected, what is broken mended, what is left removed or kept: such a gap is not dismissed.',
  }),
  dismissedTooLong: (days: number): Text => ({
    zh: `有效期须在明天至 ${days} 天之内，到期后重新核实。`,
    en: `Choose a day from tomorrow to ${days} days ahead; the place is then looked at again.`,
  }),
  placeNeeded: (): Text => ({
    zh: '请给出热点（site），或路线和起点桩号（road、fromStake）。',
    en: 'Give a hotspot (site), or a road and its first stake (road, fromStake).',
  }),
  unknownSite: (): Text => ({
    zh: '没有这个热点，请从筛查结果中重新选择。',
    en: 'There is no such hotspot. Choose one from a screening.',
  }),
  noLine: (road: string): Text => ({
    zh: `${road} 没有线形，或没有这些桩号，不能给出布设建议。请核对路线和桩号。`,
    en: `${road} has no line or no such stakes, so nothing can be proposed along it. Check both.`,
  }),
}
