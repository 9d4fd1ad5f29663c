import type { Text } from '../http/text.ts'

interface TypeGroup extends Text {
  readonly types: Readonly<Record<string, Text>>
}

/** 隐患类型, grouped as officers look for them. A1–A6 are the indicators of the 安防工程 ledger. */
export const hazardTypeGroups = {
  A: {
    zh: '线形',
    en: 'Alignment',
    types: {
      A1: { zh: '急弯', en: 'Sharp bend' },
      A2: { zh: '连续急弯', en: 'Series of sharp bends' },
      A3: { zh: '陡坡', en: 'Steep grade' },
      A4: { zh: '连续（长）下坡', en: 'Long descent' },
      A5: { zh: '急弯陡坡', en: 'Sharp bend on a steep grade' },
      A6: { zh: '视距不良', en: 'Poor sight distance' },
    },
  },
  B: {
    zh: '路侧',
    en: 'Roadside',
    types: {
      B1: { zh: '临水', en: 'Beside water' },
      B2: { zh: '临崖', en: 'Beside a cliff' },
      B3: { zh: '高路堤/路侧险要', en: 'High embankment' },
      B4: { zh: '边沟过深', en: 'Deep ditch' },
      B5: { zh: '树木/杆柱近', en: 'Trees or poles near the road' },
    },
  },
  C: {
    zh: '交叉',
    en: 'Junction',
    types: {
      C1: { zh: '平交路口', en: 'Level junction' },
      C2: { zh: '接入口过密/开口过多', en: 'Too many accesses' },
      C3: { zh: '铁路道口', en: 'Railway crossing' },
      C4: { zh: '渠化不合理', en: 'Poor channelisation' },
      C5: { zh: '中央开口不当', en: 'Unsuitable median opening' },
    },
  },
  D: {
    zh: '设施',
    en: 'Equipment',
    types: {
      D1: { zh: '标志缺失/损坏/遮挡', en: 'Sign missing, damaged or hidden' },
      D2: { zh: '标线缺失/磨损', en: 'Markings missing or worn' },
      D3: { zh: '护栏缺失/损坏', en: 'Barrier missing or damaged' },
      D4: { zh: '照明不足', en: 'Poor lighting' },
      D5: { zh: '信号灯故障/缺失', en: 'Signal faulty or missing' },
      D6: { zh: '减速设施缺失', en: 'No speed reduction' },
      D7: { zh: '警示诱导缺失', en: 'No warning or guidance' },
      D8: { zh: '设施设置不合理', en: 'Unsuitable equipment' },
    },
  },
  E: {
    zh: '路面',
    en: 'Surface',
    types: {
      E1: { zh: '坑槽', en: 'Potholes' },
      E2: { zh: '沉陷/塌方', en: 'Subsidence' },
      E3: { zh: '积水/漫水', en: 'Standing water' },
      E4: { zh: '结冰/积雪', en: 'Ice or snow' },
      E5: { zh: '积沙（风积沙）', en: 'Blown sand' },
      E6: { zh: '抗滑不足', en: 'Poor skid resistance' },
      E7: { zh: '路宽突变/窄桥', en: 'Narrowing or narrow bridge' },
    },
  },
  F: {
    zh: '环境',
    en: 'Surroundings',
    types: {
      F1: { zh: '牲畜横穿', en: 'Livestock crossing' },
      F2: { zh: '穿村镇、集市', en: 'Through a village or market' },
      F3: { zh: '学校门口', en: 'School gate' },
      F4: { zh: '团雾/低能见度', en: 'Fog patches' },
      F5: { zh: '横风/沙尘', en: 'Crosswind or dust' },
      F6: { zh: '运煤/工业园区重车出入口', en: 'Heavy vehicles from mine or park' },
      F7: { zh: '气田路接入', en: 'Gas-field access' },
      F8: { zh: '施工路段不规范', en: 'Unsafe roadworks' },
      F9: { zh: '路侧违法堆物/经营/广告遮挡', en: 'Unlawful roadside use' },
    },
  },
  G: {
    zh: '事故多发',
    en: 'Accident-prone',
    types: {
      G1: { zh: '事故多发点', en: 'Accident-prone spot' },
      G2: { zh: '事故多发段', en: 'Accident-prone stretch' },
    },
  },
  Z: { zh: '其他', en: 'Other', types: { Z: { zh: '其他', en: 'Other' } } },
} as const satisfies Record<string, TypeGroup>

type Groups = typeof hazardTypeGroups
type TypesOf<Group> = Group extends { readonly types: infer Types } ? keyof Types & string : never
export type HazardType = { [Key in keyof Groups]: TypesOf<Groups[Key]> }[keyof Groups]

export const hazardTypes = Object.assign(
  {},
  ...Object.values(hazardTypeGroups).map((group) => group.types),
) as Readonly<Record<HazardType, Text>>
export const hazardTypeIds = Object.keys(hazardTypes) as [HazardType, ...HazardType[]]

export const hazardLevels: Readonly<Record<1 | 2 | 3, Text>> = {
  1: { zh: '一般', en: 'Minor' },
  2: { zh: '较大', en: 'Considerable' },
  3: { zh: '重大', en: 'Major' },
}
export type HazardLevel = keyof typeof hazardLevels

/** 督办级别 */
export const supervisionLevels: Readonly<Record<0 | 1 | 2 | 3 | 4 | 5, Text>> = {
  0: { zh: '未督办', en: 'Not supervised' },
  1: { zh: '大队督办', en: 'Brigade' },
  2: { zh: '旗级', en: 'Banner' },
  3: { zh: '市级', en: 'City' },
  4: { zh: '自治区级', en: 'Region' },
  5: { zh: '部级', en: 'Ministry' },
}
export type SupervisionLevel = keyof typeof supervisionLevels

export const hazardSources = {
  '01': { zh: '日常巡逻', en: 'Patrol' },
  '02': { zh: '专项排查', en: 'Campaign inspection' },
  '03': { zh: '事故研判', en: 'Accident review' },
  '04': { zh: '事故现场勘查', en: 'Scene investigation' },
  '05': { zh: '群众/12345/微信举报', en: 'Report by the public' },
  '06': { zh: '上级交办', en: 'Assigned from above' },
  '07': { zh: '部门移送', en: 'Passed on by another body' },
  '08': { zh: '企业/学校反映', en: 'Enterprise or school' },
  '09': { zh: '媒体', en: 'Media' },
  '10': { zh: '回头看', en: 'Later check' },
  '99': { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>
export type HazardSource = keyof typeof hazardSources
export const hazardSourceIds = Object.keys(hazardSources).sort() as [HazardSource, ...HazardSource[]]
