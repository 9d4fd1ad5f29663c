import type { Text } from '../http/text.ts'

export type PresetId = 'P1a' | 'P1b'

/** A written rule for hotspots. Its numbers are copied into every run, so that a later edit changes no old result. */
export interface Preset {
  readonly id: PresetId
  readonly version: number
  readonly name: Text
  /** Metres along the stakes. */
  readonly windowLength: number
  readonly minimum: number
  /** Longest period the rule speaks of, in days. */
  readonly longestPeriodDays: number
  /** Which accidents count towards the minimum. */
  readonly qualification: 'grade1991Major'
  readonly criterion: Text
  readonly source: Text
}

const source: Text = {
  zh: '教材通行的公安、交通部门排查规则表述；部颁现行阈值待大队录入，此处不作为部颁规定引用',
  en: 'Textbook rendering of the screening rule; not quoted as the ministry’s rule, whose current thresholds the brigade enters itself',
}

const qualification = 'grade1991Major' as const

export const presets: Readonly<Record<PresetId, Preset>> = {
  P1a: {
    id: 'P1a',
    version: 1,
    name: { zh: '事故多发点', en: 'Accident-prone point' },
    windowLength: 500,
    minimum: 3,
    longestPeriodDays: 366,
    qualification,
    criterion: {
      zh: '500 米内一年发生 3 起以上重大事故（1991 年标准：有死亡，或重伤 3 人以上，或财损 3 万元以上）',
      en: '3 or more major accidents (1991 grades: a death, 3 seriously injured, or a loss of 30,000 yuan) within 500 m and one year',
    },
    source,
  },
  P1b: {
    id: 'P1b',
    version: 1,
    name: { zh: '事故多发段', en: 'Accident-prone stretch' },
    windowLength: 2000,
    minimum: 3,
    longestPeriodDays: 366,
    qualification,
    criterion: {
      zh: '2000 米内一年发生 3 起以上重大事故（1991 年标准）',
      en: '3 or more major accidents (1991 grades) within 2,000 m and one year',
    },
    source,
  },
}
