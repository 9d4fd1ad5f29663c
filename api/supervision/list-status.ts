import type { Text } from '../http/text.ts'

/** A list is drafted, handed in, and issued or handed back; only what was never issued can be withdrawn. */
export const listStatuses = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '待签发', en: 'Waiting to be issued' },
  issued: { zh: '已签发', en: 'Issued' },
  withdrawn: { zh: '已作废', en: 'Withdrawn' },
} as const satisfies Record<string, Text>

export type ListStatus = keyof typeof listStatuses
export const listStatusIds = Object.keys(listStatuses) as [ListStatus, ...ListStatus[]]
