import { existsSync, readdirSync, renameSync } from 'node:fs'
import { cp, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileFolders, tableFile, withUnpackedArchive, type Manifest } from './backup-archive.ts'
import { folderHasDatabase } from './backup-messages.ts'
import { DatabaseRefusal } from './database-refusal.ts'
import { fillEmptyDatabase } from './fill-empty-database.ts'
import type { StoredData } from './load-tables.ts'
import { openDatabase } from './open-database.ts'
import { engineFolder, lockFolder } from './open-embedded.ts'
import { withoutPassword } from './open-server.ts'

function storedIn(folder: string, { tables, sequences }: Manifest): StoredData {
  return { tables, sequences, read: ({ name }) => readFile(tableFile(folder, name)) }
}

/** Files are named by their content, so those already there are the same. */
async function addFiles(from: string, dataFolder: string): Promise<void> {
  for (const folder of fileFolders)
    if (existsSync(join(from, folder)))
      await cp(join(from, folder), join(dataFolder, folder), { recursive: true, force: false })
}

export interface Restored {
  readonly manifest: Manifest
  /** Where the former database was put, when there was one. */
  readonly keptAside?: string
}

const holdsDatabase = (folder: string) => existsSync(folder) && readdirSync(folder).length > 0

async function buildDatabase(folder: string, manifest: Manifest): Promise<string> {
  const dataFolder = join(folder, 'built')
  const opened = await openDatabase({ dataFolder, deadlineMs: 0 })
  try {
    await fillEmptyDatabase(opened.db, dataFolder, manifest.migration, storedIn(folder, manifest))
  } finally {
    await opened.close()
  }
  return engineFolder(dataFolder)
}

/** The new database is built and compared beside the old one and takes its place last, by renaming. */
export async function restoreEmbedded(options: {
  file: string
  dataFolder: string
  replaces: boolean
  at: Date
}): Promise<Restored> {
  const { file, dataFolder, replaces, at } = options
  const target = engineFolder(dataFolder)
  const lock = lockFolder(dataFolder)
  try {
    if (holdsDatabase(target) && !replaces) throw new DatabaseRefusal(folderHasDatabase(resolve(dataFolder)))
    return await withUnpackedArchive(file, dataFolder, async (folder, manifest) => {
      const built = await buildDatabase(folder, manifest)
      await addFiles(folder, dataFolder)
      const keptAside = holdsDatabase(target) ? `${target}.replaced-${at.getTime()}` : undefined
      if (keptAside) renameSync(target, keptAside)
      else await rm(target, { recursive: true, force: true })
      renameSync(built, target)
      return { manifest, ...(keptAside && { keptAside }) }
    })
  } finally {
    lock.release()
  }
}

/** A server's database must be empty: what is on a server is not ours to put aside. */
export async function restoreServer(options: {
  file: string
  databaseUrl: string
  dataFolder: string
}): Promise<Restored> {
  const { file, databaseUrl, dataFolder } = options
  return withUnpackedArchive(file, dataFolder, async (folder, manifest) => {
    const opened = await openDatabase({ databaseUrl, dataFolder, deadlineMs: 0 })
    try {
      const where = withoutPassword(databaseUrl)
      await fillEmptyDatabase(opened.db, where, manifest.migration, storedIn(folder, manifest))
    } finally {
      await opened.close()
    }
    await addFiles(folder, dataFolder)
    return { manifest }
  })
}
