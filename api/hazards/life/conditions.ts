import type { Text } from '../../http/text.ts'

/** What is so beside the status, read from the records of the hazard. */
export interface Circumstances {
  readonly level: number | null
  readonly isBlackSpot: boolean
  readonly dueDate: string | null
  readonly listing: 'requested' | 'listed' | null
  /** 督办级别 of the standing or requested listing, 0 without one. */
  readonly listingLevel: number
  readonly isExtensionPending: boolean
  /** The last notice went out and the day of its receipt is not on file. */
  readonly isReceiptMissing: boolean
}

interface Condition {
  readonly holds: (so: Circumstances) => boolean
  /** What is wrong where it does not hold, and what to do. */
  readonly text: Text
}

export const bannerLevel = 2

export const conditions = {
  noListing: {
    holds: ({ listing }) => listing === null,
    text: {
      zh: '这条隐患已提请或已挂牌，同一时间只能有一个挂牌记录。',
      en: 'The hazard is already proposed for listing or listed; only one listing runs at a time.',
    },
  },
  listingRequested: {
    holds: ({ listing }) => listing === 'requested',
    text: { zh: '没有待批的挂牌提请，请先“提请挂牌”。', en: 'No listing is proposed. Propose it first.' },
  },
  listed: {
    holds: ({ listing }) => listing === 'listed',
    text: { zh: '这条隐患没有挂牌。', en: 'The hazard is not listed.' },
  },
  delistedFirst: {
    holds: ({ listing, listingLevel }) => listing !== 'listed' || listingLevel < bannerLevel,
    text: {
      zh: '旗级及以上挂牌的隐患须先由督办单位摘牌：请先登记摘牌文号，再销号。',
      en: 'A hazard listed by the banner or above is delisted by the supervising unit first. Record the document, then close.',
    },
  },
  hasDueDate: {
    holds: ({ dueDate }) => dueDate !== null,
    text: { zh: '这条隐患没有整改时限，无从延期。', en: 'The hazard has no due date to extend.' },
  },
  noExtensionPending: {
    holds: ({ isExtensionPending }) => !isExtensionPending,
    text: {
      zh: '已有一份延期申请待批，请先由大队领导批准或驳回。',
      en: 'An extension is already waiting. It is granted or refused first.',
    },
  },
  extensionPending: {
    holds: ({ isExtensionPending }) => isExtensionPending,
    text: { zh: '没有待批的延期申请。', en: 'No extension is waiting to be decided.' },
  },
  receiptMissing: {
    holds: ({ isReceiptMissing }) => isReceiptMissing,
    text: {
      zh: '没有待补的回执：没有登记过抄告，或者签收日期已经登记。',
      en: 'No receipt is missing: no notice is on file, or its receipt is dated already.',
    },
  },
  majorOrBlackSpot: {
    holds: ({ level, isBlackSpot }) => level === 3 || isBlackSpot,
    text: {
      zh: '只有重大隐患或事故多发点段需要报告旗委、旗政府。',
      en: 'Only a major hazard or an accident-prone place is reported to the banner government.',
    },
  },
} as const satisfies Record<string, Condition>

export type ConditionId = keyof typeof conditions

/** The first condition that does not hold. */
export const failingCondition = (ids: readonly ConditionId[] | undefined, so: Circumstances) =>
  ids?.find((id) => !conditions[id].holds(so))
