import type { Text } from '../http/text.ts'

/** What keeps a record from going back. */
export type UndoReason =
  | 'changed'
  | 'screening'
  | 'listing'
  | 'supervision'
  | 'facility'
  | 'merged'
  | 'photo'
  | 'extension'
  | 'acceptance'
  | 'document'
  | 'revisit'
  | 'correction'
  | 'split'

export interface DependenceFacts {
  readonly row: number
  readonly number: string
  readonly why: UndoReason
  readonly by: string | null
}

const words: Readonly<Record<UndoReason, (by: string) => Text>> = {
  changed: (by) => ({ zh: `导入后由${by || '他人'}改过`, en: `changed since by ${by || 'somebody'}` }),
  screening: (by) => ({ zh: `是隐患 ${by} 的筛查依据`, en: `evidence of hazard ${by}` }),
  listing: (by) => ({ zh: `已挂牌${by ? `（${by}）` : ''}`, en: `listed${by ? ` (${by})` : ''}` }),
  supervision: (by) => ({ zh: `已列入清单“${by}”`, en: `in the list “${by}”` }),
  facility: (by) => ({ zh: `设施 ${by} 关联此隐患`, en: `facility ${by} belongs to it` }),
  merged: (by) => ({ zh: `隐患 ${by} 已并入`, en: `hazard ${by} was merged into it` }),
  photo: (by) => ({ zh: `有照片 ${by} 张`, en: `photos were added (${by})` }),
  extension: () => ({ zh: '有延期申请或批复', en: 'an extension was asked for' }),
  acceptance: () => ({ zh: '有验收记录', en: 'there is an acceptance' }),
  document: (by) => ({ zh: `有文书${by ? `（${by}）` : ''}`, en: `there are papers${by ? ` (${by})` : ''}` }),
  revisit: () => ({ zh: '有回头看记录', en: 'it was checked again' }),
  correction: () => ({ zh: '有更正记录', en: 'a correction was asked for' }),
  split: (by) => ({ zh: `隐患 ${by} 由它拆分而来`, en: `hazard ${by} was split off from it` }),
}

/** Why one record cannot go back, in a sentence. */
export function dependenceWords({ row, number, why, by }: DependenceFacts): Text {
  const reason = words[why](by ?? '')
  return { zh: `第 ${row} 行 ${number}：${reason.zh}。`, en: `Row ${row}, ${number}: ${reason.en}.` }
}
