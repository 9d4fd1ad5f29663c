import type { Text } from '../http/text.ts'
import { listStatuses, type ListStatus } from './list-status.ts'

export const supervisionMessages = {
  unknownList: (): Text => ({
    zh: '没有这份清单，请核对编号。',
    en: 'There is no such list. Check its id.',
  }),
  noAppendix: (format: string): Text => ({
    zh: `${format} 只有一张表，放不下比较附表；请改取 xlsx、docx 或 pdf，或者单独读取 /diff。`,
    en: `${format} holds one table and has no room for the comparison. Take xlsx, docx or pdf, or read /diff.`,
  }),
  noAnnex: (format: string): Text => ({
    zh: `${format} 放不下照片；要照片附件请改取 docx 或 pdf。`,
    en: `${format} has no room for photos. For the photos take docx or pdf.`,
  }),
  chooseOrFilter: (): Text => ({
    zh: '请给出隐患（hazardIds）或者筛选条件（filter）中的一种。',
    en: 'Give either hazards (hazardIds) or a filter, and only one of them.',
  }),
  nothingToChange: (): Text => ({
    zh: '没有要改的内容。',
    en: 'There is nothing to change.',
  }),
  unknownHazards: (count: number): Text => ({
    zh: `有 ${count} 条隐患不存在或已作废，请从清单中去掉后再生成。`,
    en: `${count} of the hazards do not exist or were withdrawn. Take them out and make the list again.`,
  }),
  unknownHazard: (): Text => ({
    zh: '这条隐患不存在或已作废。',
    en: 'This hazard does not exist or was withdrawn.',
  }),
  nothingFound: (): Text => ({
    zh: '按这个条件没有隐患，请放宽条件。',
    en: 'No hazard answers this filter. Widen it.',
  }),
  nothingLeft: (): Text => ({
    zh: '清单里的隐患都已作废，请作废这份草稿，另拟一份。',
    en: 'All hazards of the list were withdrawn. Withdraw this draft and make another one.',
  }),
  tooMany: (most: number): Text => ({
    zh: `按这个条件超过 ${most} 条，请收窄条件。`,
    en: `More than ${most} hazards answer this filter. Narrow it.`,
  }),
  cutoffInFuture: (): Text => ({
    zh: '统计截止日期晚于今天，请核对。',
    en: 'The cut-off lies in the future. Check it.',
  }),
  notInState: (status: ListStatus): Text => ({
    zh:
      status === 'issued'
        ? '清单已签发，内容不再变动；需要更新请另拟一份。'
        : `清单现在是“${listStatuses[status].zh}”，不能这样办理。`,
    en:
      status === 'issued'
        ? 'The list is issued and no longer changes. Draft another one to update it.'
        : `The list is now “${listStatuses[status].en}”, so this cannot be done.`,
  }),
  stale: (): Text => ({
    zh: '清单在您打开之后有变动，请重新打开后再办理。',
    en: 'The list changed since you opened it. Open it again first.',
  }),
  contentChanged: (): Text => ({
    zh: '清单内容与生成时的校验值不符，不能签发、不能导出，请报告管理员。',
    en: 'The content does not match its checksum, so it is neither issued nor exported. Tell the administrator.',
  }),
  incomplete: (count: number): Text => ({
    zh: `清单还有 ${count} 项缺项。请补齐，或者写明为什么这样签发（会留痕）。`,
    en: `${count} things are missing. Add them, or say why it is issued all the same (this is kept).`,
  }),
  wrongIssueDay: (cutoffOn: string): Text => ({
    zh: `签发日期应在统计截止日期（${cutoffOn}）到今天之间。`,
    en: `The day of issue lies between the cut-off (${cutoffOn}) and today.`,
  }),
  numberTaken: (number: string): Text => ({
    zh: `文号 ${number} 已用于另一份清单，请换一个。`,
    en: `The number ${number} belongs to another list. Take another one.`,
  }),
  notTakenAway: (): Text => ({
    zh: '清单涉及全旗隐患，本岗位只能查看，不能导出；需要文件请找内务或事故中队。',
    en: 'The list is of the whole banner: your post may read it, not take it away. Ask the office or the accident squad.',
  }),
  notIssuedYet: (): Text => ({
    zh: '清单还没有签发，签发以后才登记签收、摘牌和延期。',
    en: 'The list is not issued yet; receipts, delistings and extensions come after that.',
  }),
  notInList: (): Text => ({
    zh: '这条隐患不在清单里。',
    en: 'This hazard is not in the list.',
  }),
  rowNeeded: (): Text => ({
    zh: '请选是清单里的哪一条。',
    en: 'Say which row of the list it is.',
  }),
  unitNeeded: (): Text => ({
    zh: '请写明签收单位。',
    en: 'Say which unit signed for it.',
  }),
  documentNeeded: (): Text => ({
    zh: '请写明摘牌文号。',
    en: 'Give the document number of the delisting.',
  }),
  dateNeeded: (): Text => ({
    zh: '请写明延期后的完成时限。',
    en: 'Give the new due date.',
  }),
  onTicket: (): Text => ({
    zh: '已经有同样的记录，会自动列出，不必再登记。',
    en: 'This is on record with the hazard and is shown by itself; it need not be entered again.',
  }),
  beforeIssue: (): Text => ({
    zh: '日期应在清单签发之后、不晚于今天。',
    en: 'The day lies after the issue of the list and not in the future.',
  }),
  unknownPhoto: (): Text => ({
    zh: '没有这张照片。请先在清单里某条隐患的页面上传（环节选“回执”）。',
    en: 'There is no such photo. Upload it first with a hazard of the list, at the stage “receipt”.',
  }),
  unknownEvent: (): Text => ({
    zh: '没有这条登记，或者已经撤回。',
    en: 'There is no such entry, or it was taken back.',
  }),
}
