import { fileLimits, type FileLimits } from './file-limits.ts'
import { refusal } from './file-refused.ts'

export interface ZipEntry {
  readonly name: string
  readonly packedSize: number
  readonly size: number
  readonly isDeflated: boolean
  readonly offset: number
}

const [endMark, entryMark] = [0x06054b50, 0x02014b50]
/** The end record with the longest comment. */
export const zipTailBytes = 22 + 65_535
export const localHeaderBytes = 30

export interface DirectoryPlace {
  readonly offset: number
  readonly size: number
  readonly count: number
}

/** Where the directory stands, from the last bytes of the file. */
export function findDirectory(tail: Buffer, fileSize: number): DirectoryPlace {
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endMark) continue
    const count = tail.readUInt16LE(at + 10)
    const [size, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)]
    if (count > fileLimits.zipParts) throw refusal('zip_too_many_parts', fileLimits.zipParts)
    if (offset + size <= fileSize) return { offset, size, count }
  }
  throw refusal('file_truncated')
}

const leavesFolder = (name: string) =>
  name.startsWith('/') || /^[a-z]:/i.test(name) || name.split(/[/\\]/).includes('..')

function checkEntry(entry: ZipEntry, flags: number, method: number) {
  if (flags & 1) throw refusal('file_locked')
  if (method !== 0 && method !== 8) throw refusal('file_damaged')
  if (leavesFolder(entry.name)) throw refusal('zip_bad_path')
}

const inExtra = 0xffffffff
const wideField = 0x0001

/** Streaming writers put every size into the wide field, however small it is. */
function wideValues(bytes: Buffer, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to;) {
    const length = bytes.readUInt16LE(at + 2)
    const end = Math.min(at + 4 + length, to)
    if (bytes.readUInt16LE(at) === wideField)
      return Array.from({ length: Math.floor((end - at - 4) / 8) }, (_, i) =>
        Number(bytes.readBigUInt64LE(at + 4 + i * 8)),
      )
    at += 4 + length
  }
  return []
}

function readEntry(bytes: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw refusal('file_truncated')
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
  const next = extraEnd + bytes.readUInt16LE(at + 32)
  if (next > bytes.length) throw refusal('file_truncated')
  const wide = wideValues(bytes, nameEnd, extraEnd)
  const value = (place: number) => {
    const plain = bytes.readUInt32LE(place)
    return plain === inExtra ? (wide.shift() ?? plain) : plain
  }
  const method = bytes.readUInt16LE(at + 10)
  // In the order of the wide field.
  const size = value(at + 24)
  const packedSize = value(at + 20)
  const offset = value(at + 42)
  if (![size, packedSize, offset].every(Number.isSafeInteger)) throw refusal('file_truncated')
  const name = bytes.toString('utf8', at + 46, nameEnd)
  const entry = { name, size, packedSize, offset, isDeflated: method === 8 }
  checkEntry(entry, bytes.readUInt16LE(at + 8), method)
  return { entry, next }
}

function checkSizes(entries: readonly ZipEntry[], limits: FileLimits) {
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > limits.unpackedBytes) throw refusal('zip_too_large', limits.unpackedBytes / 1024 / 1024)
  const isBomb = ({ size, packedSize }: ZipEntry) =>
    size > limits.unpackedRatioFrom && size > packedSize * limits.unpackedRatio
  if (entries.some(isBomb)) throw refusal('zip_bomb')
}

/** The parts by name, with what they claim; nothing has been unpacked yet. */
export function readDirectory(
  bytes: Buffer,
  count: number,
  limits: FileLimits = fileLimits,
): ReadonlyMap<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  let at = 0
  for (let i = 0; i < count; i++) {
    const { entry, next } = readEntry(bytes, at)
    // Some programs write backslashes, and the case of a part's name does not matter.
    entries.set(entry.name.replaceAll('\\', '/').toLowerCase(), entry)
    at = next
  }
  checkSizes([...entries.values()], limits)
  return entries
}
