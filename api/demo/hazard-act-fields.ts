import { acceptanceItems } from '../hazards/life/life-codes.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import type { HazardSeed } from './hazard-seed.ts'
import type { Act } from './hazard-history.ts'

interface Told {
  readonly seed: HazardSeed
  readonly documentNumber: string
  readonly now: Date
  readonly at: Date
}

const dayMs = 24 * 3600_000
const dayFrom = (now: Date, days: number) => bannerDay(new Date(now.getTime() + days * dayMs))

export const listingUnits = { 2: '鄂托克旗人民政府安全生产委员会', 3: '鄂尔多斯市安全生产委员会' } as const

/** 五到位 as the responsible unit gave it in words. */
export const demoAssurances = {
  responsibility: '分管负责人牵头，股室具体负责',
  measures: '按批复方案施工',
  funds: '已列入本年度预算',
  deadline: '按整改时限完成',
  contingency: '施工期值守，恶劣天气绕行',
}

export const demoAttendees = [
  { unit: '事故中队', name: '赵某' },
  { unit: '设施保障中队', name: '陈某' },
  { unit: '责任单位', name: '王某某' },
]

/** The date before an extension, and after it. */
export function extensionDates({ dueInDays, extension }: HazardSeed, now: Date) {
  const [from, to] = extension?.isGranted
    ? [dueInDays - extension.days, dueInDays]
    : [dueInDays, dueInDays + (extension?.days ?? 0)]
  return { from: dayFrom(now, from), to: dayFrom(now, to) }
}

const listed = ({ seed, now, at }: Told) => ({
  documentNumber: `鄂旗安委发〔${bannerDay(at).slice(0, 4)}〕${seed.item + 10}号`,
  listedOn: bannerDay(at),
  listingUnit: listingUnits[seed.listing!.level],
  requiredBy: dayFrom(now, seed.dueInDays),
})

const review = ({ types, level, analysis, advice, unit }: HazardSeed) => ({
  types,
  level,
  analysis,
  advice,
  responsibleUnit: unit,
})

const checks = acceptanceItems.map(({ zh }) => ({ item: zh, isMet: true }))

const fields: Readonly<Partial<Record<Act, (told: Told) => Record<string, unknown>>>> = {
  register: ({ seed: { title, description, types } }) => ({ body: { title, description, types } }),
  draftReview: ({ seed, now }) => {
    const { types: _known, ...drafted } = review(seed)
    return { ...drafted, dueDate: dayFrom(now, seed.dueInDays) }
  },
  approve: ({ seed }) => review(seed),
  notify: ({ documentNumber, at }) => ({
    documentNumber,
    deliveryMethod: '公文交换',
    deliveredOn: bannerDay(at),
  }),
  reportToGovernment: ({ documentNumber, at }) => ({
    documentNumber: documentNumber.replace('函', '报'),
    addressee: '鄂托克旗人民政府',
    deliveredOn: bannerDay(at),
  }),
  sign: ({ seed }) => ({
    responsiblePerson: '王某某',
    ...(seed.hasNoReceipt ? { receiptToFollow: true } : {}),
  }),
  progress: ({ seed }) => ({ progressText: seed.progress ?? '' }),
  requestAcceptance: () => ({ completionText: '已按方案完成，申请验收' }),
  accept: () => ({ conclusion: '合格', attendees: demoAttendees, checks }),
  returnForRemedy: () => ({ outcome: 'partial', reason: '路灯未接通电源，退回整改' }),
  proposeListing: ({ seed }) => ({
    listingLevel: seed.listing!.level,
    proposal: `建议挂牌督办：${seed.description}`,
    assurances: demoAssurances,
  }),
  recordListing: listed,
  requestExtension: ({ seed, now }) => ({
    newDueDate: extensionDates(seed, now).to,
    isWinterPause: seed.extension?.isWinterPause ?? false,
  }),
  grantExtension: () => ({ opinion: '情况属实，同意延期一次' }),
  urge: ({ at }) => ({ urgingStep: 'letter', addressee: '治理责任单位', deliveredOn: bannerDay(at) }),
  revisit: () => ({ result: 'holds' }),
}

export const demoFields = (act: Act, told: Told): Record<string, unknown> => fields[act]?.(told) ?? {}
