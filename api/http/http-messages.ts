import type { Text } from './text.ts'

export const httpMessages = {
  refusedValues: (count: number): Text => ({
    zh: `有 ${count} 处内容不符合要求，请按下列说明修改后再提交。`,
    en: `${count} value(s) were refused. Correct them as described below and send again.`,
  }),
  brokenJson: (): Text => ({
    zh: '提交的内容不是有效的 JSON，请检查格式后重试。',
    en: 'The body is not valid JSON. Check its syntax and send again.',
  }),
  jsonExpected: (): Text => ({
    zh: '此接口只接受 JSON，请设置 Content-Type: application/json。',
    en: 'This path takes JSON only. Send Content-Type: application/json.',
  }),
  unstorableText: (): Text => ({
    zh: '内容里有无法保存的控制字符，请删去后重新输入（不要从其他程序直接粘贴）。',
    en: 'The text holds a control character that cannot be stored. Delete it and type the text again.',
  }),
  unknownPath: (path: string): Text => ({
    zh: `没有这个地址：${path}。可用接口见 /api/docs。`,
    en: `There is nothing at ${path}. The paths are listed at /api/docs.`,
  }),
  unknownId: (): Text => ({
    zh: '没有这条记录，请核对编号；它也可能已被作废。',
    en: 'There is no such record. Check its id; it may have been withdrawn.',
  }),
  bodyTooLarge: (limitKb: number): Text => ({
    zh: `提交的内容超过 ${limitKb} KB，请分开提交。`,
    en: `The body is larger than ${limitKb} KB. Send it in parts.`,
  }),
  internal: (requestId: string): Text => ({
    zh: `系统出了故障，刚才的操作没有保存。请稍后重试；若仍不行，请把编号 ${requestId} 告诉管理员。`,
    en: `Something failed on our side and nothing was saved. Try again; if it persists, give the administrator the number ${requestId}.`,
  }),
  overloaded: (): Text => ({
    zh: '数据库正忙或正在恢复，刚才的操作没有保存，请稍后重试。',
    en: 'The database is busy or recovering and nothing was saved. Try again in a moment.',
  }),
  crossed: (): Text => ({
    zh: '同一时间有人也在改与此相关的记录，刚才的操作没有保存。请刷新后再办一次。',
    en: 'Somebody was changing a related record at the same moment, and nothing was saved. Reload and do it again.',
  }),
  ifMatchMissing: (): Text => ({
    zh: '请在 If-Match 中写明您看到的版本号，以免覆盖别人的修改。',
    en: 'State the version you saw in If-Match, so that nobody else’s change is overwritten.',
  }),
}
