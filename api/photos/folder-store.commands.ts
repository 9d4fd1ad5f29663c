import { createReadStream, type ReadStream } from 'node:fs'
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { newId } from '../db/id.ts'
import type { PhotoStore } from './photo-store.ts'

async function toDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Windows cannot open a folder; there the rename itself is all that can be asked for. */
const folderToDisk = (path: string) => toDisk(path).catch(() => undefined)

const isMissing = (error: unknown) => ['ENOENT', 'ENOTDIR'].includes((error as { code?: string }).code ?? '')

const opened = (stream: ReadStream) =>
  new Promise<ReadStream>((done, fail) => stream.once('open', () => done(stream)).once('error', fail))

/** `partialFolder` lies beside the store on the same disk, so that a backup of the store never meets half a file. */
export function newFolderStore(folder: string, partialFolder: string): PhotoStore {
  const root = resolve(folder)
  const pathOf = (key: string) => {
    const path = resolve(root, key)
    if (!path.startsWith(root + sep)) throw new RangeError('A key leads out of the store.')
    return path
  }
  const has = (key: string) =>
    stat(pathOf(key)).then(
      (facts) => facts.isFile(),
      (error: unknown) => {
        if (isMissing(error)) return false
        throw error
      },
    )
  return {
    where: root,
    has,
    async put(key, file, { bytes }) {
      const path = pathOf(key)
      if ((await has(key)) && (await stat(path)).size === bytes) return
      await mkdir(partialFolder, { recursive: true })
      await mkdir(dirname(path), { recursive: true })
      const partial = join(partialFolder, `${newId()}.part`)
      try {
        await copyFile(file, partial)
        await toDisk(partial)
        if ((await stat(partial)).size !== bytes) throw new Error('The photo changed while it was kept.')
        await rename(partial, path)
        await folderToDisk(dirname(path))
      } finally {
        await rm(partial, { force: true })
      }
    },
    async get(key) {
      try {
        const path = pathOf(key)
        const facts = await stat(path)
        if (!facts.isFile()) return undefined
        return { bytes: facts.size, stream: await opened(createReadStream(path)) }
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    delete: (key) => rm(pathOf(key), { force: true }),
  }
}
