import { calibreNameOf, type PrintedList } from './list-provenance.ts'

/** 2026-03-05 → 2026年3月5日: no leading zeros in documents. */
export const chineseDate = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

export const titleOf = (list: PrintedList): string => `${list.title}${list.demo ? '（演示数据）' : ''}`

const standing: Readonly<Record<PrintedList['status'], readonly string[]>> = {
  draft: ['（草稿，未签发）'],
  submitted: ['（待签发）'],
  issued: [],
  withdrawn: ['（已作废）'],
}

export const headLineParts = (list: PrintedList): string[] => [
  `填报单位：${list.fillingUnit}（盖章）`,
  `填报日期：${chineseDate(list.filledOn)}`,
  `统计截止：${chineseDate(list.cutoffOn)}`,
  `口径：${calibreNameOf(list)}`,
  '单位：处、万元',
  ...(list.documentNumber ? [`文号：${list.documentNumber}`] : []),
  ...(list.issuedOn ? [`签发日期：${chineseDate(list.issuedOn)}`] : []),
  ...standing[list.status],
]

/** Whoever signs by hand finds a line; what the office has filled in stands on it. */
const blank = '＿＿＿＿＿＿＿＿'
export const signatureParts = ({ office }: PrintedList): string[] => [
  `单位负责人（签字）：${office?.unitHead || blank}`,
  `审核人：${office?.reviewer || blank}`,
  `填报人：${office?.compiler || blank}`,
  `联系电话：${office?.phone || blank}`,
]
