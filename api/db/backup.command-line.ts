import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import { announce } from '../http/announce.ts'
import { askOwnerForBackup, backUp, type BackupSummary } from './backup-channel.ts'
import {
  backupWritten,
  nothingToBackUp,
  ownerDoesNotAnswer,
  photosElsewhere,
  sayWhere,
} from './backup-messages.ts'
import { runCommand } from './command-line.ts'
import { DatabaseRefusal } from './database-refusal.ts'
import { findLockOwner } from './folder-lock.ts'
import { openDatabase } from './open-database.ts'
import { engineFolder } from './open-embedded.ts'

async function backUpHere(config: Config, file: string): Promise<BackupSummary> {
  const opened = await openDatabase({ ...config, deadlineMs: 0 })
  try {
    return await backUp(opened.db, config.dataFolder, file)
  } finally {
    await opened.close()
  }
}

async function backUpFolder(config: Config, file: string): Promise<BackupSummary> {
  if (!existsSync(engineFolder(config.dataFolder)))
    throw new DatabaseRefusal(nothingToBackUp(resolve(config.dataFolder)))
  const owner = findLockOwner(config.dataFolder)
  if (!owner) return backUpHere(config, file)
  const summary = await askOwnerForBackup(config.dataFolder, file)
  if (!summary) throw new DatabaseRefusal(ownerDoesNotAnswer(owner.pid))
  return summary
}

runCommand({ to: { type: 'string' } }, async (config, { to }) => {
  if (typeof to !== 'string')
    throw new DatabaseRefusal(sayWhere('--to', 'npm run backup -- --to backup.tar.gz'))
  const { file, tables, rows } = config.databaseUrl
    ? await backUpHere(config, to)
    : await backUpFolder(config, to)
  announce(backupWritten(resolve(file), tables, rows))
  if (config.photoStore) announce(photosElsewhere(config.photoStore.bucket))
})
