import type { Text } from '../http/text.ts'

export const supervisionMessages = {
  unknownList: (): Text => ({
    zh: '没有这份清单，请核对编号。',
    en: 'There is no such list. Check its id.',
  }),
  unknownHazards: (count: number): Text => ({
    zh: `有 ${count} 条隐患不存在或已作废，请从清单中去掉后再生成。`,
    en: `${count} of the hazards do not exist or were withdrawn. Take them out and make the list again.`,
  }),
  unknownHazard: (): Text => ({
    zh: '这条隐患不存在或已作废。',
    en: 'This hazard does not exist or was withdrawn.',
  }),
  cutoffInFuture: (): Text => ({
    zh: '统计截止日期晚于今天，请核对。',
    en: 'The cut-off lies in the future. Check it.',
  }),
  alreadyIssued: (): Text => ({
    zh: '清单已签发，内容不再变动；需要更新请另拟一份。',
    en: 'The list is issued and no longer changes. Draft another one to update it.',
  }),
  stale: (): Text => ({
    zh: '清单在您打开之后有变动，请重新打开后再签发。',
    en: 'The list changed since you opened it. Open it again before you issue it.',
  }),
  contentChanged: (): Text => ({
    zh: '清单内容与生成时的校验值不符，不能签发，请报告管理员。',
    en: 'The content does not match its checksum, so it is not issued. Tell the administrator.',
  }),
  notTakenAway: (): Text => ({
    zh: '清单涉及全旗隐患，本岗位只能查看，不能导出；需要文件请找内务或事故中队。',
    en: 'The list is of the whole banner: your post may read it, not take it away. Ask the office or the accident squad.',
  }),
}
