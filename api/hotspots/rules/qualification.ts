import { isMajor1991 } from '../../accidents/accident-grade-1991.ts'
import type { Text } from '../../http/text.ts'

/** What a rule needs to know of an accident to say whether it counts. */
export interface QualifyingFacts {
  readonly procedure: 'general' | 'simple' | 'self'
  readonly killed: number
  readonly injured: number
  readonly seriouslyInjured: number
  readonly lossYuan: number
}

export const qualificationIds = [
  'any',
  'grade1991Major',
  'generalCasualty',
  'killed1',
  'killed3',
  'generalInjuryOrDamage',
  'casualty',
] as const
export type Qualification = (typeof qualificationIds)[number]

interface Fact {
  readonly text: Text
  readonly holds: (accident: QualifyingFacts) => boolean
}

/** Which accidents count towards a minimum. */
export const qualifications: Readonly<Record<Qualification, Fact>> = {
  any: { text: { zh: '本口径全部事故', en: 'every accident of the calibre' }, holds: () => true },
  grade1991Major: {
    text: {
      zh: '1991 年标准的重大以上事故（有死亡，或重伤 3 人以上，或财损 3 万元以上）',
      en: 'major by the 1991 grades (a death, 3 seriously injured, or a loss of 30,000 yuan)',
    },
    holds: isMajor1991,
  },
  generalCasualty: {
    text: { zh: '一般程序伤亡事故', en: 'casualty accidents of the general procedure' },
    holds: ({ procedure, killed, injured }) => procedure === 'general' && killed + injured > 0,
  },
  killed1: {
    text: { zh: '死亡 1 人以上的事故', en: 'accidents with a death' },
    holds: ({ killed }) => killed >= 1,
  },
  killed3: {
    text: { zh: '一次死亡 3 人以上的事故', en: 'accidents with 3 or more deaths' },
    holds: ({ killed }) => killed >= 3,
  },
  generalInjuryOrDamage: {
    text: { zh: '一般程序伤人、财损事故', en: 'injury and damage accidents of the general procedure' },
    holds: ({ procedure, killed }) => procedure === 'general' && killed === 0,
  },
  casualty: {
    text: { zh: '伤亡事故', en: 'casualty accidents' },
    holds: ({ killed, injured }) => killed + injured > 0,
  },
}
