import { fieldSynonyms, type FieldSynonyms } from './column-synonyms.ts'

/** A column of the 安防工程 ledger with 1 where it holds. */
interface WorksColumn {
  readonly field: string
  readonly zh: string
  readonly en: string
  readonly titles: readonly string[]
}

/** 指标 → type of the hazard. */
export const worksTypes: readonly (WorksColumn & { readonly type: string })[] = [
  { type: 'A1', zh: '小半径圆曲线', en: 'sharp bend', titles: ['急弯', '单个急弯'] },
  { type: 'A2', zh: '连续急弯', en: 'series of sharp bends', titles: ['连续小半径圆曲线'] },
  { type: 'A3', zh: '陡坡', en: 'steep grade', titles: ['大纵坡'] },
  { type: 'A4', zh: '连续下坡', en: 'long descent', titles: ['连续长下坡', '长下坡', '连续(长)下坡'] },
  { type: 'A5', zh: '急弯陡坡', en: 'sharp bend on a steep grade', titles: ['急弯+陡坡', '弯坡组合'] },
  { type: 'A6', zh: '视距不良', en: 'poor sight distance', titles: ['视距不足'] },
  { type: 'B1', zh: '临水', en: 'beside water', titles: ['临水路段'] },
  { type: 'B2', zh: '临崖', en: 'beside a cliff', titles: ['临崖路段'] },
  { type: 'B3', zh: '路侧险要', en: 'dangerous roadside', titles: ['高路堤', '路侧危险'] },
  { type: 'C1', zh: '交叉口不规范', en: 'irregular junction', titles: ['平面交叉口不规范', '平交口不规范'] },
].map((each) => ({ ...each, field: `works${each.type}` }))

/** 拟新采取的处置措施 → what the brigade advises. */
export const worksMeasures: readonly WorksColumn[] = [
  { zh: '加装护栏', en: 'barrier', titles: ['护栏', '增设护栏'] },
  { zh: '标志标线处置', en: 'signs and markings', titles: ['标志标线', '完善标志标线', '标志', '标线'] },
  { zh: '警示诱导', en: 'warning and guidance', titles: ['警示诱导设施', '视线诱导'] },
  { zh: '交叉口综合处置', en: 'junction treatment', titles: ['交叉口处置', '交叉口综合治理'] },
  { zh: '边坡边沟路域整治', en: 'roadside treatment', titles: ['路域整治', '边坡边沟整治'] },
  { zh: '线形土建', en: 'alignment works', titles: ['线形改造', '土建工程', '改线'] },
].map((each, index) => ({ ...each, field: `worksMeasure${index + 1}` }))

const parents = ['拟新采取的处置措施', '拟新采取措施', '拟采取措施', '处置措施']
const existing = [
  ['护栏', 'barrier'],
  ['标志', 'signs'],
  ['标线', 'markings'],
  ['警示诱导', 'warning and guidance'],
  ['照明', 'lighting'],
] as const

/** 既有设施 → remark. */
export const worksExisting: readonly WorksColumn[] = existing.map(([zh, en], index) => ({
  field: `worksExisting${index + 1}`,
  zh: `既有设施${zh}`,
  en: `existing ${en}`,
  titles: [`现有设施${zh}`, `既有${zh}`],
}))

/** Under a parent the short words are enough; alone they say nothing. */
const measureTitles = ({ zh, titles }: WorksColumn) => [
  ...titles.filter((title) => title.length > 2),
  ...parents.flatMap((parent) => [zh, ...titles].map((title) => `${parent}${title}`)),
]

export const worksSynonyms: readonly FieldSynonyms[] = [
  fieldSynonyms('worksClass', '路段分类', 'class of the stretch', ['路段类别']),
  fieldSynonyms('worksYear', '计划实施年份', 'planned year', ['实施年份', '计划年度', '计划实施年度']),
  fieldSynonyms('worksGrade', '技术等级', 'technical grade', ['公路技术等级']),
  fieldSynonyms('worksHasExisting', '既有设施', 'existing equipment', ['现有设施', '有无既有设施']),
  fieldSynonyms('worksHasMeasures', '拟新采取措施', 'new measures', [
    '拟新采取的处置措施',
    '拟采取措施',
    '新采取措施',
  ]),
  ...worksTypes.map(({ field, zh, en, titles }) => fieldSynonyms(field, zh, en, titles)),
  ...worksExisting.map(({ field, zh, en, titles }) => fieldSynonyms(field, zh, en, titles)),
  ...worksMeasures.map((each) => fieldSynonyms(each.field, each.zh, each.en, measureTitles(each))),
]
