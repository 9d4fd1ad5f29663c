import type { Text } from '../http/text.ts'
import { lifeCycle } from '../hazards/life-cycle.ts'
import type { HazardActionId } from '../hazards/hazard-actions.ts'

/** Verbs of the rows that are no act of the life cycle's main line. */
const verbs: Readonly<Record<string, Text>> = {
  open: { zh: '查看', en: 'Open' },
  locate: { zh: '核对位置', en: 'Check the places' },
  inspect: { zh: '去巡检', en: 'Inspect' },
  repair: { zh: '去维修', en: 'Repair' },
  grantExtension: { zh: '审批延期', en: 'Decide the extension' },
  recordListing: { zh: '登记挂牌', en: 'Record the listing' },
  decideCorrection: { zh: '审批更正', en: 'Decide the correction' },
  revisit: { zh: '回头看', en: 'Revisit' },
  urge: { zh: '催办', en: 'Urge the unit' },
}

export function verbOf(act: string): Text {
  const { zh, en } = verbs[act] ?? lifeCycle[act as HazardActionId] ?? verbs['open']!
  return { zh, en }
}

/** 还有 5 天, 今天到期, 逾期 12 天. */
export function daysInWords(daysLeft: number): Text {
  if (daysLeft < 0)
    return { zh: `逾期 ${-daysLeft} 天`, en: `${-daysLeft} day${daysLeft === -1 ? '' : 's'} overdue` }
  if (daysLeft === 0) return { zh: '今天到期', en: 'due today' }
  return { zh: `还有 ${daysLeft} 天`, en: `${daysLeft} day${daysLeft === 1 ? '' : 's'} left` }
}

export const groupNames = {
  mine: { zh: '待我处理', en: 'For me to do' },
  dueSoon: { zh: '快到期', en: 'Due soon' },
  overdue: { zh: '已逾期', en: 'Overdue' },
} as const satisfies Record<string, Text>
export type GroupId = keyof typeof groupNames
