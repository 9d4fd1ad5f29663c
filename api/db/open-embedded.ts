import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { listenForBackups, type OwnerTasks } from './backup-channel.ts'
import { defaultDeadlineMs, timeZone } from './database-defaults.ts'
import {
  creatingDatabase,
  engineDoesNotOpen,
  folderInUse,
  unfinishedFolderSetAside,
} from './database-messages.ts'
import { DatabaseRefusal } from './database-refusal.ts'
import { EmbeddedEngine } from './embedded-engine.ts'
import { embeddedSource } from './embedded-source.ts'
import { tryLockFolder, type FolderLock } from './folder-lock.ts'
import { homeDialect } from './home-driver.ts'
import type { DatabaseConfig, OpenedDatabase } from './open-database.ts'
import { slimPostgisArchive } from './postgis-archive.ts'
import { postgisVersion } from './postgis-version.ts'
import { newGuardedKysely, newHeldConnection } from './transaction-guard.ts'

export const engineFolder = (dataFolder: string) => join(dataFolder, 'database')

/** Written when the first start is through: an engine killed while it creates its files leaves some that never open. */
const completeMark = (dataFolder: string) => join(engineFolder(dataFolder), 'otog-complete')

export function lockFolder(dataFolder: string): FolderLock {
  const attempt = tryLockFolder(dataFolder)
  if ('lock' in attempt) return attempt.lock
  throw new DatabaseRefusal(folderInUse(resolve(dataFolder), attempt.owner.pid))
}

function setUnfinishedAside({ dataFolder, onProgress }: DatabaseConfig) {
  const folder = engineFolder(dataFolder)
  if (!existsSync(folder) || readdirSync(folder).length === 0 || existsSync(completeMark(dataFolder))) return
  const aside = `${folder}.unfinished-${Date.now()}`
  renameSync(folder, aside)
  onProgress?.(unfinishedFolderSetAside(aside))
}

function prepareFolder(config: DatabaseConfig) {
  setUnfinishedAside(config)
  const isNew = !existsSync(completeMark(config.dataFolder))
  if (isNew) config.onProgress?.(creatingDatabase)
  mkdirSync(engineFolder(config.dataFolder), { recursive: true })
}

async function startEngine({ dataFolder, deadlineMs }: DatabaseConfig) {
  const folder = engineFolder(dataFolder)
  const engine = new EmbeddedEngine({
    folder,
    postgisArchive: await slimPostgisArchive(dataFolder),
    timeZone,
    deadlineMs: deadlineMs ?? defaultDeadlineMs,
  })
  try {
    await engine.whenReady()
  } catch (error) {
    await engine.close()
    throw new DatabaseRefusal(engineDoesNotOpen(folder, (error as Error).message), error)
  }
  writeFileSync(completeMark(dataFolder), '')
  return engine
}

export async function openEmbedded(config: DatabaseConfig): Promise<OpenedDatabase> {
  mkdirSync(config.dataFolder, { recursive: true })
  const lock = lockFolder(config.dataFolder)
  try {
    prepareFolder(config)
    const engine = await startEngine(config)
    const db = newGuardedKysely(homeDialect(embeddedSource(engine)), newHeldConnection())
    const ownerTasks: OwnerTasks = new Map()
    const stopListening = listenForBackups({ db, dataFolder: config.dataFolder, tasks: ownerTasks })
    const close = async () => {
      await stopListening()
      await db.destroy().finally(() => lock.release())
    }
    return { db, readDb: db, engine: 'embedded', ownerTasks, postgisVersion: () => postgisVersion(db), close }
  } catch (error) {
    lock.release()
    throw error
  }
}
