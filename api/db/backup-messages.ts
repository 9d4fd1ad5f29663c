import type { Text } from '../http/text.ts'

export const backupWritten = (file: string, tables: number, rows: number): Text => ({
  zh: `已备份 ${tables} 张表、${rows} 行到 ${file}`,
  en: `Backed up ${tables} tables, ${rows} rows to ${file}`,
})

export const backupRestored = (tables: number, rows: number): Text => ({
  zh: `已恢复 ${tables} 张表、${rows} 行，逐表核对一致`,
  en: `Restored ${tables} tables, ${rows} rows; every table compared equal`,
})

export const databaseMoved = (where: string, tables: number, rows: number): Text => ({
  zh: `已将 ${tables} 张表、${rows} 行移到 ${where}，逐表核对一致。今后启动请设置 DATABASE_URL；原目录保持不变。`,
  en: `Moved ${tables} tables, ${rows} rows to ${where}; every table compared equal. From now on start with DATABASE_URL; the old folder is unchanged.`,
})

export const oldFolderKept = (folder: string): Text => ({
  zh: `原数据库保留在 ${folder}，确认无误后可自行删除`,
  en: `The former database is kept in ${folder}; remove it when you are sure`,
})

export const photosElsewhere = (bucket: string): Text => ({
  zh: `照片原件在对象存储 s3://${bucket}，不在这个备份文件里。请另行备份该存储桶（版本控制或异地复制），并用 npm run photos:check 核对。`,
  en: `The photos lie in s3://${bucket} and not in this backup. Back up the bucket itself (versions or replication) and check it with npm run photos:check.`,
})

export const photosStay = (folder: string): Text => ({
  zh: `照片原件仍在 ${folder}。今后启动请保持同一个 DATA_FOLDER；换机器时把该文件夹一起拷走，再用 npm run photos:check 核对。`,
  en: `The photos stay in ${folder}. Keep the same DATA_FOLDER, or copy that folder along to another machine, then check with npm run photos:check.`,
})

export const nothingToBackUp = (folder: string): Text => ({
  zh: `${folder} 中没有数据库。请检查 DATA_FOLDER 或 DATABASE_URL。`,
  en: `There is no database in ${folder}. Check DATA_FOLDER or DATABASE_URL.`,
})

export const ownerDoesNotAnswer = (pid: number): Text => ({
  zh: `正在运行的服务（进程 ${pid}）没有响应备份请求。请停止服务后再备份。`,
  en: `The running service (process ${pid}) does not answer. Stop it, then back up.`,
})

export const notABackup = (file: string, why: string): Text => ({
  zh: `${file} 不是本系统的完整备份（${why}）。请换一个备份文件。`,
  en: `${file} is not a whole backup of this system (${why}). Use another file.`,
})

export const backupIsNewer = (migration: string): Text => ({
  zh: `该备份来自更新的版本（${migration}）。请先升级本系统再恢复。`,
  en: `The backup comes from a newer version (${migration}). Upgrade this installation first.`,
})

export const folderHasDatabase = (folder: string): Text => ({
  zh: `${folder} 中已有数据库，未作任何改动。要替换请加 --replace（原数据库会另存保留）。`,
  en: `${folder} already holds a database; nothing was changed. Add --replace to replace it (the former one is kept aside).`,
})

export const targetNotEmpty = (where: string): Text => ({
  zh: `目标数据库 ${where} 不是空库，未作任何改动。请新建一个空库。`,
  en: `The target database ${where} is not empty; nothing was changed. Create a new, empty one.`,
})

export const tableDiffers = (table: string): Text => ({
  zh: `表 ${table} 核对不一致，已全部撤销。请重试；若再次出现，请检查来源文件或数据库。`,
  en: `Table ${table} does not compare equal; everything was undone. Try again; if it recurs, check the source.`,
})

export const sayWhere = (option: string, example: string): Text => ({
  zh: `请用 ${option} 指明位置，例如：${example}`,
  en: `Say where with ${option}, for example: ${example}`,
})
