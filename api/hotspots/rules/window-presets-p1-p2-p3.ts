import type { Text } from '../../http/text.ts'
import type { Clause, WindowPreset } from './preset.ts'

export const textbook: Text = {
  zh: '教材通行的公安、交通部门排查规则表述；部颁现行阈值待大队录入，此处不作为部颁规定引用',
  en: 'Textbook rendering of the screening rule; not quoted as the ministry’s rule, whose current thresholds the brigade enters itself',
}
const cityRule: Text = {
  zh: '某市 2008 年公布的排查规则（统计期 2005—2007 年）；点段长度原文未写，按 500 米，可改',
  en: 'A city’s published rule of 2008 (period 2005–2007); the length of a place is not in the text: 500 m, editable',
}

const year = 366
export const threeYears = 1096
const regularity = { share: 0.6 }
const regularly: Text = {
  zh: '（规律性：窗内 60% 以上的事故形态、原因或三小时时段相同，系本系统定义，可改）',
  en: ' (with regularity: 60 % of the window share a form, a cause or three hours of the day; defined here, editable)',
}
const withRegularity = ({ zh, en }: Text): Text => ({ zh: zh + regularly.zh, en: en + regularly.en })

const major = (windowLength: number): Clause => ({
  id: 'major3',
  text: {
    zh: `${windowLength} 米内重大以上事故（1991 年标准）3 起以上`,
    en: `3 or more major accidents (1991 grades) within ${windowLength} m`,
  },
  windowLength,
  of: 'grade1991Major',
  minimum: 3,
})

/** A condition of the road that the rule names, by the types under which hazards are registered. */
const condition = (id: string, text: Text, types: readonly string[]): Clause => ({
  id,
  text: {
    zh: `事故不多，但有道路缺陷：${text.zh}（附近已登记隐患）`,
    en: `few accidents, but a defect of the road: ${text.en} (a hazard is registered nearby)`,
  },
  windowLength: 500,
  of: 'any',
  minimum: 1,
  nearHazard: { types, reach: 250 },
})

const roadDefects =
  'A1 A2 A3 A4 A5 A6 B1 B2 B3 B4 B5 C1 C2 C3 C4 C5 D1 D2 D3 D4 D5 D6 D7 D8 E1 E2 E3 E4 E5 E6 E7 F1 F2 F3 F4 F5 F6 F7 F8 F9'.split(
    ' ',
  )

export const base = { method: 'windowRule', version: 1, junctionRadius: 150, weights: 'killedFirst' } as const

export const windowPresets = {
  P1a: {
    ...base,
    id: 'P1a',
    version: 2,
    name: { zh: '事故多发点', en: 'Accident-prone point' },
    longestPeriodDays: year,
    clauses: [major(500)],
    criterion: {
      zh: '500 米内一年发生 3 起以上重大事故（1991 年标准：有死亡，或重伤 3 人以上，或财损 3 万元以上）',
      en: '3 or more major accidents (1991 grades: a death, 3 seriously injured, or a loss of 30,000 yuan) within 500 m and one year',
    },
    source: textbook,
  },
  P1b: {
    ...base,
    id: 'P1b',
    version: 2,
    name: { zh: '事故多发段', en: 'Accident-prone stretch' },
    longestPeriodDays: year,
    clauses: [major(2000)],
    criterion: {
      zh: '2000 米内一年发生 3 起以上重大事故（1991 年标准）',
      en: '3 or more major accidents (1991 grades) within 2,000 m and one year',
    },
    source: textbook,
  },
  P1c: {
    ...base,
    id: 'P1c',
    name: { zh: '多发点段（宽口径）', en: 'Accident-prone, wide sense' },
    longestPeriodDays: year,
    clauses: [
      {
        id: 'casualty3',
        text: { zh: '500 米内一般程序伤亡事故 3 起以上', en: '3 or more casualty accidents within 500 m' },
        windowLength: 500,
        of: 'generalCasualty',
        minimum: 3,
      },
      {
        id: 'casualty5',
        text: { zh: '2 公里内一般程序伤亡事故 5 起以上', en: '5 or more casualty accidents within 2 km' },
        windowLength: 2000,
        of: 'generalCasualty',
        minimum: 5,
      },
    ],
    criterion: {
      zh: '一年内 500 米 3 起、或 2 公里 5 起以上一般程序伤亡事故',
      en: '3 casualty accidents of the general procedure within 500 m, or 5 within 2 km, in one year',
    },
    source: {
      zh: '各地常用的宽口径，不作为部颁规定引用',
      en: 'Local practice; not quoted as the ministry’s rule',
    },
  },
  P2: {
    ...base,
    id: 'P2',
    name: { zh: '市级多发点段', en: 'City level' },
    longestPeriodDays: threeYears,
    clauses: [
      {
        id: 'killed3WithDefect',
        text: {
          zh: '1 起以上一次死亡 3 人以上的事故，且道路有不安全因素（250 米内有未销号的道路类隐患）',
          en: 'an accident with 3 or more deaths where the road is unsafe (an open road hazard within 250 m)',
        },
        windowLength: 500,
        of: 'killed3',
        minimum: 1,
        nearHazard: { types: roadDefects, reach: 250 },
      },
      {
        id: 'killed3Twice',
        text: {
          zh: '2 起以上一次死亡 3 人以上的事故',
          en: '2 or more accidents with 3 or more deaths each',
        },
        windowLength: 500,
        of: 'killed3',
        minimum: 2,
      },
      {
        id: 'fatal3Regular',
        text: withRegularity({ zh: '规律性死亡事故 3 起以上', en: '3 or more fatal accidents' }),
        windowLength: 500,
        of: 'killed1',
        minimum: 3,
        regularity,
      },
      {
        id: 'general5Regular',
        text: withRegularity({
          zh: '规律性一般程序伤人、财损事故 5 起以上',
          en: '5 or more injury or damage accidents of the general procedure',
        }),
        windowLength: 500,
        of: 'generalInjuryOrDamage',
        minimum: 5,
        regularity,
      },
    ],
    criterion: {
      zh: '三年内符合任一条：1 起死亡 3 人以上且道路有缺陷；2 起死亡 3 人以上；规律性死亡事故 3 起；规律性一般程序伤人财损事故 5 起',
      en: 'Within three years any of: one accident with 3 deaths and a road defect; two with 3 deaths; 3 regular fatal ones; 5 regular injury or damage ones',
    },
    source: cityRule,
  },
  P3: {
    ...base,
    id: 'P3',
    name: { zh: '县级多发点段', en: 'County level' },
    longestPeriodDays: threeYears,
    clauses: [
      {
        id: 'any5Regular',
        text: withRegularity({ zh: '规律性各类事故 5 起以上', en: '5 or more accidents of any kind' }),
        windowLength: 500,
        of: 'any',
        minimum: 5,
        regularity,
      },
      condition('village', { zh: '穿村镇、视距受阻', en: 'a village with blocked sight' }, ['F2', 'A6']),
      condition('signs', { zh: '缺限速、警告、让行标志', en: 'no speed, warning or yield sign' }, ['D1']),
      condition('sideRoad', { zh: '平交支线无减速让行', en: 'a side road without slowing or yielding' }, [
        'C1',
        'D6',
      ]),
      condition('openings', { zh: '隔离开口过多', en: 'too many median openings' }, ['C2', 'C5']),
      condition('bend', { zh: '弯道不符标准且无标志', en: 'a substandard bend without a sign' }, [
        'A1',
        'A2',
        'A5',
      ]),
      condition('weather', { zh: '易受气象影响、积水结冰', en: 'prone to weather, water or ice' }, [
        'E2',
        'E3',
        'E4',
      ]),
      condition('works', { zh: '施工不设标志', en: 'works without signs' }, ['F8']),
    ],
    criterion: {
      zh: '三年内规律性各类事故 5 起以上；或事故不多但道路有所列七类缺陷之一（按已登记、未销号的隐患类型判断，隐患 250 米内至少 1 起事故）',
      en: 'Within three years 5 regular accidents of any kind; or few accidents and one of seven named defects (by the types of open hazards with an accident within 250 m)',
    },
    source: cityRule,
  },
} as const satisfies Record<string, WindowPreset>
