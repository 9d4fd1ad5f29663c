import type { Text } from '../../http/text.ts'

export const ledgerMessages = {
  empty: (): Text => ({
    zh: '这个筛选下没有隐患，没有什么可导出。请放宽筛选后再试。',
    en: 'No hazard matches this filter: nothing to export. Widen the filter and try again.',
  }),
  badRequest: (): Text => ({
    zh: '导出的筛选条件有误，请核对后重试。',
    en: 'The filter of the export cannot be read: check it and try again.',
  }),
}
