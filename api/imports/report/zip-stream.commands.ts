import { createDeflateRaw, crc32 } from 'node:zlib'
import { Readable } from 'node:stream'

export interface ZipPart {
  readonly name: string
  readonly content: AsyncIterable<string> | Iterable<string>
}

interface Written {
  readonly name: Buffer
  readonly crc: number
  readonly packed: number
  readonly plain: number
  readonly at: number
}

/** Sizes follow behind the data, and names are UTF-8. */
const flags = 0x0808
const deflated = 8
const version = 20
/** 1 January 1980, the first day an archive can name: the same rows give the same bytes. */
const firstDay = 0x0021
/** Small strings by the hundred thousand cost more than the compression itself. */
const chunkLength = 64 * 1024
const largest = 0xffff_fffe

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(version, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(deflated, 8)
  header.writeUInt16LE(firstDay, 12)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function sizesBehind({ crc, packed, plain }: Written): Buffer {
  const sizes = Buffer.alloc(16)
  sizes.writeUInt32LE(0x08074b50, 0)
  sizes.writeUInt32LE(crc, 4)
  sizes.writeUInt32LE(packed, 8)
  sizes.writeUInt32LE(plain, 12)
  return sizes
}

function directoryEntry({ name, crc, packed, plain, at }: Written): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(version, 4)
  entry.writeUInt16LE(version, 6)
  entry.writeUInt16LE(flags, 8)
  entry.writeUInt16LE(deflated, 10)
  entry.writeUInt16LE(firstDay, 14)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(packed, 20)
  entry.writeUInt32LE(plain, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(at, 42)
  return Buffer.concat([entry, name])
}

function directoryEnd(count: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(at, 16)
  return end
}

async function* inChunks(content: ZipPart['content']): AsyncGenerator<Buffer> {
  let waiting = ''
  for await (const text of content) {
    waiting += text
    if (waiting.length < chunkLength) continue
    yield Buffer.from(waiting)
    waiting = ''
  }
  if (waiting !== '') yield Buffer.from(waiting)
}

interface Sums {
  crc: number
  plain: number
}

async function* summed(chunks: AsyncIterable<Buffer>, sums: Sums): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    sums.crc = crc32(chunk, sums.crc)
    sums.plain += chunk.length
    yield chunk
  }
}

/** Packs one part, holding no more of it than a few chunks; gives back its sizes. */
async function* packed(content: ZipPart['content'], sums: Sums): AsyncGenerator<Buffer, number> {
  const source = Readable.from(summed(inChunks(content), sums))
  // A fast level: the file is looked at once and thrown away.
  const deflate = createDeflateRaw({ level: 3 })
  source.on('error', (error) => deflate.destroy(error))
  let length = 0
  try {
    for await (const chunk of source.pipe(deflate) as AsyncIterable<Buffer>) {
      length += chunk.length
      yield chunk
    }
  } finally {
    source.destroy()
    deflate.destroy()
  }
  return length
}

/** A zip archive as it is written, part by part; memory does not grow with the parts. */
export async function* zipStream(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const written: Written[] = []
  let at = 0
  for (const { name, content } of parts) {
    const start = at
    const header = localHeader(Buffer.from(name))
    yield header
    const sums: Sums = { crc: 0, plain: 0 }
    const length = yield* packed(content, sums)
    if (length > largest || sums.plain > largest) throw new RangeError(`${name} is too large for an archive.`)
    const part = { name: Buffer.from(name), crc: sums.crc, plain: sums.plain, packed: length, at: start }
    yield sizesBehind(part)
    at = start + header.length + length + 16
    written.push(part)
  }
  const directory = Buffer.concat(written.map(directoryEntry))
  yield directory
  yield directoryEnd(written.length, directory.length, at)
}
