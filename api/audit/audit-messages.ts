import type { Text } from '../http/text.ts'

export const auditMessages = {
  tooMany: (limit: number): Text => ({
    zh: `符合条件的记录超过 ${limit} 条。请缩短时间段，分几次导出。`,
    en: `More than ${limit} entries match. Shorten the period and export in several files.`,
  }),
  notMigrated: (): Text => ({
    zh: '数据库结构是旧版。请先运行 npm run migrate，再核验审计记录。',
    en: 'The database has an older structure. Run npm run migrate, then verify the audit trail.',
  }),
  ownerDoesNotAnswer: (pid: number): Text => ({
    zh: `正在运行的服务（进程 ${pid}）没有响应核验请求。请在页面“审计”里核验，或停止服务后再运行本命令。`,
    en: `The running service (process ${pid}) does not answer. Verify on the page “Audit”, or stop it and run this again.`,
  }),
  noDatabase: (folder: string): Text => ({
    zh: `${folder} 中没有数据库。请检查 DATA_FOLDER 或 DATABASE_URL。`,
    en: `There is no database in ${folder}. Check DATA_FOLDER or DATABASE_URL.`,
  }),
}
