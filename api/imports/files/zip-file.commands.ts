import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { fileLimits } from './file-limits.ts'
import { FileRefused, refusal } from './file-refused.ts'
import {
  findDirectory,
  localHeaderBytes,
  readDirectory,
  zipTailBytes,
  type ZipEntry,
} from './zip-directory.ts'

const chunkBytes = 128 * 1024
/** Small parts are read as a whole: the list of sheets, the styles, the relations. */
const smallPartBytes = 16 * 1024 * 1024

export interface ZipFile {
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** A small part as text; `undefined` where there is none. */
  text(name: string): Promise<string | undefined>
  chunks(name: string, onProgress?: (done: number, total: number) => void): AsyncGenerator<string>
}

async function bytesAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, offset)
  return buffer.subarray(0, bytesRead)
}

async function dataOffset(path: string, entry: ZipEntry): Promise<number> {
  const handle = await open(path)
  try {
    const header = await bytesAt(handle, entry.offset, localHeaderBytes)
    if (header.length < localHeaderBytes || header.readUInt32LE(0) !== 0x04034b50)
      throw refusal('file_truncated')
    return entry.offset + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28)
  } finally {
    await handle.close()
  }
}

/** Unpacks as it goes and stops where there is more than was declared. */
async function* unpacked(
  path: string,
  entry: ZipEntry,
  onProgress?: (done: number, total: number) => void,
): AsyncGenerator<Buffer> {
  if (entry.packedSize === 0) return
  const start = await dataOffset(path, entry)
  const packed = createReadStream(path, {
    start,
    end: start + entry.packedSize - 1,
    highWaterMark: chunkBytes,
  })
  const plain = entry.isDeflated
    ? pipeline(packed, createInflateRaw({ chunkSize: chunkBytes }), () => undefined)
    : packed
  let size = 0
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > entry.size) throw refusal('zip_bomb')
      onProgress?.(packed.bytesRead, entry.packedSize)
      yield chunk
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : refusal('file_damaged')
  } finally {
    packed.destroy()
  }
  if (size < entry.size) throw refusal('file_truncated')
}

async function* decoded(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8')
    yield decoder.decode(chunk, { stream: true })
  }
}

export async function openZip(path: string): Promise<ZipFile> {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const tail = await bytesAt(handle, Math.max(0, size - zipTailBytes), Math.min(size, zipTailBytes))
    const place = findDirectory(tail, size)
    const entries = readDirectory(await bytesAt(handle, place.offset, place.size), place.count, fileLimits)
    return zipFile(path, entries)
  } finally {
    await handle.close()
  }
}

function zipFile(path: string, entries: ReadonlyMap<string, ZipEntry>): ZipFile {
  const entryOf = (name: string) => entries.get(name.toLowerCase())
  async function* chunks(name: string, onProgress?: (done: number, total: number) => void) {
    const entry = entryOf(name)
    if (!entry) throw refusal('file_damaged')
    yield* decoded(unpacked(path, entry, onProgress))
  }
  return {
    entries,
    chunks,
    async text(name) {
      const entry = entryOf(name)
      if (!entry) return undefined
      if (entry.size > smallPartBytes) throw refusal('zip_bomb')
      let text = ''
      for await (const chunk of chunks(name)) text += chunk
      return text
    },
  }
}
