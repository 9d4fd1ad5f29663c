import type { Text } from '../http/text.ts'

export interface DependenceFacts {
  readonly row: number
  readonly number: string
  readonly why: 'changed' | 'screening' | 'listing' | 'supervision' | 'facility' | 'merged'
  readonly by: string | null
}

const words: Readonly<Record<DependenceFacts['why'], (by: string) => Text>> = {
  changed: (by) => ({ zh: `导入后由${by || '他人'}改过`, en: `changed since by ${by || 'somebody'}` }),
  screening: (by) => ({ zh: `是隐患 ${by} 的筛查依据`, en: `evidence of hazard ${by}` }),
  listing: (by) => ({ zh: `已挂牌${by ? `（${by}）` : ''}`, en: `listed${by ? ` (${by})` : ''}` }),
  supervision: (by) => ({ zh: `已列入清单“${by}”`, en: `in the list “${by}”` }),
  facility: (by) => ({ zh: `设施 ${by} 关联此隐患`, en: `facility ${by} belongs to it` }),
  merged: (by) => ({ zh: `隐患 ${by} 已并入`, en: `hazard ${by} was merged into it` }),
}

/** Why one record cannot go back, in a sentence. */
export function dependenceWords({ row, number, why, by }: DependenceFacts): Text {
  const reason = words[why](by ?? '')
  return { zh: `第 ${row} 行 ${number}：${reason.zh}。`, en: `Row ${row}, ${number}: ${reason.en}.` }
}
