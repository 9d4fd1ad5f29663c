import type { Text } from '../http/text.ts'

/** What the fields of a hazard or a facility are called to an officer; no message says `progressText`. */
const names: Readonly<Record<string, Text>> = {
  note: { zh: '说明', en: 'note' },
  reason: { zh: '理由', en: 'reason' },
  types: { zh: '隐患类型', en: 'types' },
  level: { zh: '隐患等级', en: 'level' },
  analysis: { zh: '成因分析', en: 'analysis' },
  advice: { zh: '整改建议', en: 'advice' },
  emergencyAdvice: { zh: '应急管理建议', en: 'emergency advice' },
  responsibleUnit: { zh: '治理责任单位', en: 'responsible unit' },
  regulatorUnit: { zh: '行业主管单位', en: 'regulator' },
  dueDate: { zh: '整改时限', en: 'due date' },
  temporaryControlPlan: { zh: '临时管控方案', en: 'temporary control plan' },
  mergedInto: { zh: '并入的隐患', en: 'hazard to merge into' },
  documentNumber: { zh: '文号', en: 'document number' },
  deliveryMethod: { zh: '送达方式', en: 'way of delivery' },
  deliveredOn: { zh: '送达日期', en: 'date of delivery' },
  receivingBody: { zh: '接收单位', en: 'receiving body' },
  responsiblePerson: { zh: '责任人', en: 'responsible person' },
  remedyPlan: { zh: '整改方案', en: 'remedy plan' },
  completeBy: { zh: '计划完成日', en: 'planned date of completion' },
  fundsWan: { zh: '治理资金', en: 'funds' },
  progressText: { zh: '进展情况', en: 'progress' },
  completionText: { zh: '完成说明', en: 'account of completion' },
  attendees: { zh: '验收人员', en: 'people who accepted' },
  conclusion: { zh: '验收结论', en: 'conclusion' },
  addressee: { zh: '主送单位', en: 'addressee' },
  noticeNumber: { zh: '抄告文号', en: 'number of the notice' },
  noticeDeliveredOn: { zh: '抄告送达日期', en: 'date of delivery of the notice' },
  listingNumber: { zh: '挂牌文号', en: 'number of the listing' },
  receiptOn: { zh: '签收日期', en: 'date of receipt' },
  receiptToFollow: { zh: '回执后补', en: 'receipt to follow' },
  controlText: { zh: '临时管控措施', en: 'temporary control' },
  percent: { zh: '完成比例', en: 'percent done' },
  checks: { zh: '验收项目', en: 'items checked' },
  outcome: { zh: '验收结果', en: 'outcome' },
  facilities: { zh: '临时设施处置', en: 'what becomes of the facilities' },
  listingLevel: { zh: '督办级别', en: 'supervision level' },
  listingUnit: { zh: '督办单位', en: 'supervising unit' },
  proposal: { zh: '挂牌督办意见建议', en: 'proposal' },
  assurances: { zh: '五到位', en: 'five assurances' },
  listedOn: { zh: '挂牌日期', en: 'date of listing' },
  requiredBy: { zh: '要求完成日期', en: 'required completion' },
  delistedOn: { zh: '摘牌日期', en: 'date of delisting' },
  newDueDate: { zh: '延期至', en: 'new due date' },
  isWinterPause: { zh: '冬季停工', en: 'winter pause' },
  opinion: { zh: '审批意见', en: 'opinion' },
  urgingStep: { zh: '催办层级', en: 'step of urging' },
  result: { zh: '回头看结果', en: 'result of the check' },
  accidentSnapshot: { zh: '立项时周边事故', en: 'accidents around it when it was taken on' },
  corrections: { zh: '更正', en: 'correction' },
  parts: { zh: '拆分', en: 'split' },
  status: { zh: '状态', en: 'status' },
  title: { zh: '名称', en: 'title' },
  description: { zh: '隐患情况', en: 'description' },
  remark: { zh: '备注', en: 'remark' },
  direction: { zh: '方向', en: 'direction' },
  township: { zh: '苏木镇', en: 'township' },
  gacha: { zh: '嘎查', en: 'gacha' },
  squad: { zh: '中队', en: 'squad' },
  source: { zh: '发现来源', en: 'source' },
  foundAt: { zh: '发现时间', en: 'time of discovery' },
  foundBy: { zh: '发现人', en: 'discoverer' },
  sensitivity: { zh: '公开范围', en: 'sensitivity' },
  kind: { zh: '设施种类', en: 'kind' },
  quantity: { zh: '数量', en: 'quantity' },
  unit: { zh: '单位', en: 'unit' },
  lengthMetres: { zh: '长度', en: 'length' },
  legend: { zh: '标牌内容', en: 'legend' },
  state: { zh: '设施状态', en: 'state' },
  hazardId: { zh: '关联隐患', en: 'linked hazard' },
  installedOn: { zh: '安装日期', en: 'date of installation' },
  installedBy: { zh: '安装单位', en: 'installer' },
  costYuan: { zh: '费用', en: 'cost' },
  consent: { zh: '路政意见', en: 'consent' },
  consentDocument: { zh: '路政同意文号', en: 'document of consent' },
  supplier: { zh: '供货单位', en: 'supplier' },
  model: { zh: '型号', en: 'model' },
  facing: { zh: '朝向', en: 'facing' },
  faces: { zh: '单双面', en: 'one or two sides' },
  funding: { zh: '经费来源', en: 'funding' },
  removalReason: { zh: '拆除原因', en: 'reason for removal' },
  lastInspectedOn: { zh: '上次巡检日期', en: 'last inspection' },
  inspectionDueOn: { zh: '下次巡检日期', en: 'next inspection' },
  placeConfirmedReason: { zh: '位置确认说明', en: 'why the place was confirmed' },
  warrantyUntil: { zh: '质保期', en: 'warranty' },
}

const place: Text = { zh: '位置', en: 'place' }
const placeFields = new Set(
  'road roadName stake fromStake toStake lon lat crs rawCoordinate accuracy side placeText geometry'.split(
    ' ',
  ),
)
const anythingElse: Text = { zh: '其他内容', en: 'other values' }

export const fieldName = (field: string): Text =>
  names[field] ?? (placeFields.has(field) ? place : anythingElse)

const namesIn = (language: keyof Text, fields: readonly string[], separator: string) =>
  [...new Set(fields.map((field) => fieldName(field)[language]))].join(separator)

/** A list of fields in words, each named once however many columns stand behind it. */
export const fieldsInWords = (fields: readonly string[]): Text => ({
  zh: namesIn('zh', fields, '、'),
  en: namesIn('en', fields, ', '),
})

/** The same without the fields that have no words of their own. */
export const knownFieldsInWords = (fields: readonly string[]): Text =>
  fieldsInWords(fields.filter((field) => fieldName(field) !== anythingElse))

export interface ChangeMade {
  readonly actorName: string
  readonly fields: readonly string[]
}

/** Who changed what meanwhile: “李某改了进展情况、状态”. */
export function changesInWords(changes: readonly ChangeMade[]): Text {
  const told = changes.map(({ actorName, fields }) => ({ actorName, fields: fieldsInWords(fields) }))
  return {
    zh: told.map(({ actorName, fields }) => `${actorName}改了${fields.zh}`).join('；'),
    en: told.map(({ actorName, fields }) => `${actorName} changed ${fields.en}`).join('; '),
  }
}
