import type { Text } from '../http/text.ts'

/** 主状态. 挂牌, 临时管控, 预警 and 逾期 stand beside it and never change it. */
export const hazardStatuses = {
  10: { zh: '待研判', en: 'To be reviewed' },
  15: { zh: '退回补正', en: 'Returned for correction' },
  16: { zh: '已合并', en: 'Merged' },
  17: { zh: '不予立项', en: 'Not taken on' },
  20: { zh: '已立项', en: 'Taken on' },
  30: { zh: '待签收', en: 'To be signed for' },
  35: { zh: '移交上级/其他', en: 'Handed over' },
  40: { zh: '整改中', en: 'Being remedied' },
  50: { zh: '待验收', en: 'To be accepted' },
  60: { zh: '待销号', en: 'To be closed' },
  70: { zh: '已销号', en: 'Closed' },
  75: { zh: '反弹重开', en: 'Reopened' },
} as const satisfies Record<number, Text>

export type HazardStatus = keyof typeof hazardStatuses
export const hazardStatusCodes = Object.keys(hazardStatuses).map(Number) as [HazardStatus, ...HazardStatus[]]

/** One character says the status where colour cannot: on the map, on the strip and on paper. */
const letterOfStatus: Readonly<Record<HazardStatus, string>> = {
  10: '研',
  15: '补',
  16: '并',
  17: '否',
  20: '立',
  30: '签',
  35: '移',
  40: '改',
  50: '验',
  60: '核',
  70: '销',
  75: '反',
}
export const hazardLetter = (status: number): string => letterOfStatus[status as HazardStatus] ?? '?'

/** Nothing more is due: the clock of the remedy no longer runs. */
export const endedStatuses: readonly HazardStatus[] = [16, 17, 70]
export const isEnded = (status: HazardStatus): boolean => endedStatuses.includes(status)
