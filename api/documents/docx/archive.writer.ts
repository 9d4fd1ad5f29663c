import { crc32 } from 'node:zlib'
import { Deflate, strToU8, Zip, ZipDeflate, type ZipInputFile, ZipPassThrough } from 'fflate'

/** Archives of this kind end at 4 GiB and at 65,535 parts. */
const largest = 0xffff_ffff - 64 * 1024 * 1024
const most = 65_000

export interface Archive {
  /** Written at once; `stored` for what is packed already, as photos are. */
  readonly add: (name: string, bytes: Uint8Array, how?: 'packed' | 'stored') => void
  readonly addPacked: (part: PackedPart) => void
  readonly end: () => void
  /** What has been written since the last call. */
  readonly taken: () => Uint8Array[]
}

/** The first day an archive can name: the same paper gives the same bytes. */
const firstDay = new Date(1980, 0, 1)

export function openArchive(): Archive {
  let waiting: Uint8Array[] = []
  let written = 0
  let count = 0
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    written += chunk.length
    if (written > largest || count > most)
      throw new RangeError(
        '文件超过 4 GB，请缩小范围后分几次导出。The file is larger than 4 GB; export fewer at a time.',
      )
    waiting.push(chunk)
  })
  return {
    add: (name, bytes, how = 'packed') => {
      count += 1
      const part = how === 'packed' ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name)
      part.mtime = firstDay
      zip.add(part)
      part.push(bytes, true)
    },
    addPacked: (part) => part.addTo(zip),
    end: () => zip.end(),
    taken: () => {
      const chunks = waiting
      waiting = []
      return chunks
    },
  }
}

export interface PackedPart {
  readonly push: (text: string) => void
  readonly addTo: (zip: Zip) => void
}

/** A part that grows while others are written, and is laid into the archive behind them. */
export function packedPart(filename: string): PackedPart {
  const chunks: Uint8Array[] = []
  const deflate = new Deflate({ level: 6 }, (chunk) => chunks.push(chunk))
  let [crc, size] = [0, 0]
  const push = (bytes: Uint8Array, isLast: boolean) => {
    crc = crc32(bytes, crc)
    size += bytes.length
    deflate.push(bytes, isLast)
  }
  return {
    // Of nothing, crc32 gives 0 instead of the sum so far, and office programs then refuse the file.
    push: (text) => (text === '' ? undefined : push(strToU8(text), false)),
    addTo: (zip) => {
      push(new Uint8Array(), true)
      const file: ZipInputFile = { filename, size, crc, compression: 8, mtime: firstDay }
      zip.add(file)
      chunks.forEach((chunk, index) =>
        file.ondata!(null, chunk as Uint8Array<ArrayBuffer>, index === chunks.length - 1),
      )
    },
  }
}
