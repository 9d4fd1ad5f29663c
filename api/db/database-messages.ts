import type { Text } from '../http/text.ts'

export const folderInUse = (folder: string, pid: number): Text => ({
  zh: `数据目录 ${folder} 正由进程 ${pid} 使用。请先停止该进程，或用 DATA_FOLDER 指定另一个目录。`,
  en: `The data folder ${folder} is in use by process ${pid}. Stop that process first, or set DATA_FOLDER to another folder.`,
})

export const engineDoesNotOpen = (folder: string, cause: string): Text => ({
  zh: `内置数据库打不开：${folder}（${cause}）。请从备份恢复：npm run restore -- --from 备份文件 --replace。`,
  en: `The embedded database does not open: ${folder} (${cause}). Restore a backup: npm run restore -- --from FILE --replace.`,
})

export const unfinishedFolderSetAside = (aside: string): Text => ({
  zh: `上次首次启动未完成，残留文件已移到 ${aside}，现在重新建立。`,
  en: `The first start was interrupted; what it left was moved to ${aside}. Starting afresh.`,
})

export const creatingDatabase: Text = {
  zh: '首次启动：正在建立内置数据库（约 5 秒）……',
  en: 'First start: creating the embedded database (about 5 s) …',
}

export const addingPostgis: Text = {
  zh: '正在安装空间扩展 PostGIS（约 5 秒）……',
  en: 'Adding PostGIS (about 5 s) …',
}

export const migrating = (name: string): Text => ({
  zh: `数据库结构已更新：${name}`,
  en: `Migrated: ${name}`,
})

export const migrationFailed = (name: string, cause: string): Text => ({
  zh: `数据库结构更新 ${name} 失败，已全部回退：${cause}`,
  en: `Migration ${name} failed and was rolled back: ${cause}`,
})

export const unreachable = (where: string, cause: string): Text => ({
  zh: `连不上数据库 ${where}：${cause}。请检查 DATABASE_URL、网络和数据库服务。`,
  en: `The database ${where} cannot be reached: ${cause}. Check DATABASE_URL, the network and the server.`,
})

export const serverTooOld = (found: string): Text => ({
  zh: `需要 PostgreSQL 15 或更新版本，现为 ${found}。请升级数据库服务器。`,
  en: `PostgreSQL 15 or later is needed; this is ${found}. Upgrade the server.`,
})

export const postgisTooOld = (found: string): Text => ({
  zh: `需要 PostGIS 3.3 或更新版本，现为 ${found}。请升级后执行 ALTER EXTENSION postgis UPDATE。`,
  en: `PostGIS 3.3 or later is needed; this is ${found}. Upgrade it, then run ALTER EXTENSION postgis UPDATE.`,
})

export const postgisNotInstalled: Text = {
  zh: '数据库服务器上没有安装 PostGIS。请先安装（Debian：apt-get install postgresql-15-postgis-3）。',
  en: 'PostGIS is not installed on the database server. Install it (Debian: apt-get install postgresql-15-postgis-3).',
}

export const postgisNotAllowed = (user: string): Text => ({
  zh: `用户 ${user} 无权安装扩展。请由数据库管理员在本库执行：CREATE EXTENSION postgis;`,
  en: `The user ${user} may not add extensions. Have an administrator run in this database: CREATE EXTENSION postgis;`,
})

export const upToDate = (name: string): Text => ({
  zh: `数据库结构为最新：${name}`,
  en: `The database is up to date: ${name}`,
})
