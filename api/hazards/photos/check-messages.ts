import type { Text } from '../../http/text.ts'

export const checkMessages = {
  missing: (sha256: string, shownBy: readonly string[]): Text => ({
    zh: `缺原件：${sha256}（${shownBy.join('、')}）。请从备份中找回。`,
    en: `Missing: ${sha256} (${shownBy.join(', ')}). Bring it back from a backup.`,
  }),
  damaged: (sha256: string, shownBy: readonly string[]): Text => ({
    zh: `原件与登记的哈希不符：${sha256}（${shownBy.join('、')}）。请从备份中找回。`,
    en: `Damaged: ${sha256} (${shownBy.join(', ')}) no longer has its hash. Bring it back from a backup.`,
  }),
  done: (count: number, bad: number, where: string): Text => ({
    zh: `已核对 ${where} 中 ${count} 张照片原件，${bad === 0 ? '全部完整' : `${bad} 张有问题`}。`,
    en: `Checked ${count} originals in ${where}: ${bad === 0 ? 'all whole' : `${bad} are not`}.`,
  }),
}
