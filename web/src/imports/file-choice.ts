import type { ImportKind } from '../api/import-types.ts'

export const largestFileBytes = 200 * 1024 * 1024
const tableEnding = /\.(xlsx|xlsm|xls|et|csv|tsv|txt|html?|xml)$/i

export const acceptedEndings = '.xlsx,.xlsm,.xls,.et,.csv,.tsv,.txt'

export type FileRefusal = 'empty' | 'tooLarge' | 'notTable'

/** What can be said before a byte is sent; everything else the service tells from the content. */
export function refuseFile({ name, size }: Pick<File, 'name' | 'size'>): FileRefusal | undefined {
  if (size === 0) return 'empty'
  if (size > largestFileBytes) return 'tooLarge'
  return tableEnding.test(name) ? undefined : 'notTable'
}

/** What a file is likely to hold, by how the brigade calls its files; its titles have the last word. */
export function guessKind(name: string): ImportKind {
  if (/隐患|整改|排查|治理|督办|销号|hazard/i.test(name)) return 'hazards'
  if (/设施|爆闪|警示|标牌|标志|减速带|凸面镜|五小|护栏|facilit/i.test(name)) return 'facilities'
  return 'accidents'
}
