import type { Text } from '../../http/text.ts'

/** 五到位: each is given in words, a bare tick assures nothing. */
export const assuranceNames = {
  responsibility: { zh: '责任', en: 'Responsibility' },
  measures: { zh: '措施', en: 'Measures' },
  funds: { zh: '资金', en: 'Funds' },
  deadline: { zh: '时限', en: 'Deadline' },
  contingency: { zh: '预案', en: 'Contingency plan' },
} as const satisfies Record<string, Text>
export type Assurance = keyof typeof assuranceNames
export const assuranceIds = Object.keys(assuranceNames) as [Assurance, ...Assurance[]]

export const hasFiveAssurances = (given: unknown): boolean =>
  typeof given === 'object' &&
  given !== null &&
  assuranceIds.every((id) => String((given as Record<string, unknown>)[id] ?? '').trim() !== '')

/** 送达方式 */
export const deliveryMethods: readonly Text[] = [
  { zh: '公文交换', en: 'Official exchange' },
  { zh: '函件', en: 'Letter' },
  { zh: '当面送达', en: 'In person' },
  { zh: '微信', en: 'WeChat' },
]

/** 验收表: what is looked at on the spot, item by item. */
export const acceptanceItems: readonly Text[] = [
  { zh: '整改措施已按方案全部完成', en: 'The remedy is complete as planned' },
  {
    zh: '原隐患现场已消除，与整改前照片同角度对照',
    en: 'The hazard is gone, seen from the same spot as before',
  },
  { zh: '交通标志、标线、设施符合规范并能正常使用', en: 'Signs, markings and equipment conform and work' },
  { zh: '未产生新的隐患', en: 'No new hazard has come of it' },
  { zh: '临时管控设施已提出处置意见', en: 'It is said what becomes of the temporary facilities' },
  { zh: '整改资料齐全（方案、照片、完成说明）', en: 'The papers are complete (plan, photos, account)' },
]

export const outcomes = {
  failed: { zh: '不合格', en: 'Failed' },
  partial: { zh: '部分合格', en: 'Partly met' },
} as const satisfies Record<string, Text>

export const revisitResults = {
  holds: { zh: '合格，未反弹', en: 'Holds' },
  relapsed: { zh: '反弹', en: 'Relapsed' },
} as const satisfies Record<string, Text>

/** What becomes of a temporary facility when its hazard is closed. */
export const facilityDecisions = {
  remove: { zh: '拆除', en: 'Remove' },
  keep: { zh: '保留', en: 'Keep' },
  permanent: { zh: '转永久', en: 'Make permanent' },
} as const satisfies Record<string, Text>
export type FacilityDecision = keyof typeof facilityDecisions

/** 催办: one step harder each time. */
export const urgingSteps = {
  beforeDue: { zh: '到期前通知责任单位联系人', en: 'Remind the contact of the unit before the date' },
  letter: { zh: '催办函，送责任单位联系人', en: 'Letter to the contact of the unit' },
  headOfUnit: { zh: '催办函，送责任单位主要领导', en: 'Letter to the head of the unit' },
  safetyCommittee: { zh: '报旗安委办，建议约谈', en: 'Report to the safety committee, propose a talk' },
} as const satisfies Record<string, Text>
export type UrgingStep = keyof typeof urgingSteps
