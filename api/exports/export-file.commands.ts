import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const part = '.part'
export const filePath = (folder: string, id: string): string => join(folder, id)

export interface WrittenFile {
  readonly bytes: number
  readonly hash: string
}

/** Under another name until its last byte is on the disk: what has the name of an export is whole. */
export async function writeExportFile(
  folder: string,
  id: string,
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<WrittenFile> {
  await mkdir(folder, { recursive: true })
  const path = filePath(folder, id)
  const hash = createHash('sha256')
  let length = 0
  async function* summed() {
    for await (const chunk of bytes) {
      hash.update(chunk)
      length += chunk.length
      yield chunk
    }
  }
  try {
    await pipeline(Readable.from(summed()), createWriteStream(path + part), { signal })
    const file = await open(path + part)
    await file.sync()
    await file.close()
    await rename(path + part, path)
  } catch (error) {
    await removeExportFile(folder, id)
    throw error
  }
  return { bytes: length, hash: hash.digest('hex') }
}

export async function removeExportFile(folder: string, id: string): Promise<void> {
  await Promise.all([
    rm(filePath(folder, id), { force: true }),
    rm(filePath(folder, id) + part, { force: true }),
  ])
}

/** Undefined where somebody took it away from the folder. */
export async function openExportFile(folder: string, id: string): Promise<Readable | undefined> {
  const path = filePath(folder, id)
  const isThere = await stat(path).then(
    () => true,
    () => false,
  )
  return isThere ? createReadStream(path) : undefined
}

/** Names of the exports that lie in the folder, finished or not. */
export async function listExportFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  return [...new Set(names.map((name) => (name.endsWith(part) ? name.slice(0, -part.length) : name)))]
}
