import type { Text } from '../http/text.ts'
import type { Counts } from './import-types.ts'

/** What the command line says. */
export const commandMessages = {
  usage: (): Text => ({
    zh: '用法：npm run import -- 文件 --kind accidents|hazards|facilities [--crs wgs84|cgcs2000|gcj02|bd09|gk36] [--procedure general|simple|self] [--sheet 工作表] [--report] [--commit]',
    en: 'Usage: npm run import -- FILE --kind accidents|hazards|facilities [--crs …] [--procedure …] [--sheet NAME] [--report] [--commit]',
  }),
  counts: ({ new: added, changed, duplicate, check, refused }: Counts): Text => ({
    zh: `新增 ${added}，变更 ${changed}，重复 ${duplicate}，待核 ${check}，拒绝 ${refused}。`,
    en: `New ${added}, changed ${changed}, duplicate ${duplicate}, to check ${check}, refused ${refused}.`,
  }),
  reason: (rows: number, { zh, en }: Text): Text => ({
    zh: `${rows} 行：${zh}`,
    en: `${rows} rows: ${en}`,
  }),
  reportWritten: (path: string): Text => ({ zh: `逐行结果：${path}`, en: `Row by row: ${path}` }),
  nothingWritten: (): Text => ({
    zh: '试运行，一行也没有写入。加 --commit 才提交。',
    en: 'A dry run: nothing was written. Add --commit to write.',
  }),
  committed: (id: string): Text => ({
    zh: `已提交，批次 ${id}；待核的行没有写入。`,
    en: `Committed as import ${id}; rows to check were not written.`,
  }),
}
