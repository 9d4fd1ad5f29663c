import type { Text } from '../http/text.ts'
import type { BatchStatus } from './import.table.ts'

export const statusWords: Readonly<Record<BatchStatus, Text>> = {
  reading: { zh: '正在读取', en: 'reading' },
  preview: { zh: '待提交', en: 'preview' },
  committing: { zh: '正在提交', en: 'committing' },
  committed: { zh: '已提交', en: 'committed' },
  undone: { zh: '已撤销', en: 'undone' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  failed: { zh: '读取失败', en: 'failed' },
}
