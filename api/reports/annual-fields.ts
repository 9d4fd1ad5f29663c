import type { Text } from '../http/text.ts'

interface CountField {
  /** Before and after the number: 签订责任书 12 份 */
  readonly before: string
  readonly unit: string
  readonly en: string
}

interface AnnualSection {
  readonly name: Text
  readonly counts: Readonly<Record<string, CountField>>
}

const count = (before: string, unit: string, en: string): CountField => ({ before, unit, en })

/** 五个长效机制, as every banner of the region reports under them, and what is told beside them. Counts that no table here knows. */
export const annualSections = {
  coordination: {
    name: { zh: '综合治理领导协调机制', en: 'Co-ordination' },
    counts: {
      responsibilityLetters: count('签订道路交通安全责任书', '份', 'Letters of responsibility signed'),
      governmentMeetings: count('提请召开专题会议', '次', 'Government meetings'),
      jointActions: count('开展联合执法', '次', 'Joint actions'),
    },
  },
  hazards: { name: { zh: '隐患排查整治机制', en: 'Hazards found and remedied' }, counts: {} },
  keyVehicles: {
    name: { zh: '重点车辆及驾驶人监管机制', en: 'Key vehicles and drivers' },
    counts: {
      vehiclesChecked: count('排查重点车辆', '辆次', 'Key vehicles checked'),
      noticesToTransport: count('向运管部门抄告', '次', 'Notices to the transport office'),
    },
  },
  violations: {
    name: { zh: '重点违法整治机制', en: 'Key violations' },
    counts: {
      campaigns: count('开展专项整治', '次', 'Campaigns'),
      violationsDealtWith: count('查处交通违法', '起', 'Violations dealt with'),
    },
  },
  accountability: {
    name: { zh: '事故责任倒查追究机制', en: 'Accountability after accidents' },
    counts: {
      accidentsTraced: count('开展事故责任倒查', '起', 'Accidents traced back'),
      peopleHeld: count('追究责任', '人', 'People held responsible'),
    },
  },
  publicity: {
    name: { zh: '宣传工作', en: 'Publicity' },
    counts: {
      activities: count('开展宣传活动', '场次', 'Activities'),
      leaflets: count('发放宣传材料', '份', 'Leaflets'),
      banners: count('悬挂横幅', '条', 'Banners'),
      slogans: count('张贴标语', '条', 'Slogans'),
      boards: count('摆放展板', '块', 'Boards'),
      films: count('播放宣传片', '场次', 'Films shown'),
      lectures: count('法制宣传', '次', 'Lectures on the law'),
    },
  },
} as const satisfies Record<string, AnnualSection>

export type AnnualSectionId = keyof typeof annualSections
export const annualSectionIds = Object.keys(annualSections) as [AnnualSectionId, ...AnnualSectionId[]]

export const countsOfSection = (id: AnnualSectionId): Readonly<Record<string, CountField>> =>
  annualSections[id].counts

const allCounts = annualSectionIds.flatMap((id) => Object.keys(countsOfSection(id)))
export const annualCountIds = allCounts as [string, ...string[]]

export interface AnnualMaterial {
  readonly counts: Readonly<Record<string, number>>
  readonly texts: Readonly<Partial<Record<AnnualSectionId, string>>>
}

export const noMaterial: AnnualMaterial = { counts: {}, texts: {} }

/** 签订道路交通安全责任书12份,开展联合执法3次。 What was not filled in is not told. */
export function manualSentence(id: AnnualSectionId, { counts, texts }: AnnualMaterial): string {
  const told = Object.entries(countsOfSection(id)).flatMap(([key, { before, unit }]) =>
    counts[key] === undefined ? [] : [`${before}${counts[key]}${unit}`],
  )
  const text = texts[id]?.trim() ?? ''
  return [told.length > 0 ? `${told.join(',')}。` : '', text].join('')
}
