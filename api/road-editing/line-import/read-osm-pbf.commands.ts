import { open, type FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { PbfReader } from 'pbf'
import { requiredFeatures, visitBlock } from './read-osm-pbf-blocks.commands.ts'
import type { OsmScan } from './osm-scan.ts'

const inflated = promisify(inflate)

/** Limits of the format: a longer one is no file of it, or one made to exhaust memory. */
const longestHeader = 64 * 1024
const longestBlob = 32 * 1024 * 1024
const understood = new Set(['OsmSchema-V0.6', 'DenseNodes', 'HistoricalInformation'])

export class UnreadablePbf extends Error {}

async function take(file: FileHandle, at: number, length: number): Promise<Buffer | undefined> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, at)
  if (bytesRead === 0) return undefined
  if (bytesRead < length) throw new UnreadablePbf(`cut off at ${at + bytesRead}`)
  return buffer
}

interface Envelope {
  readonly type: string
  readonly size: number
}

function readEnvelope(bytes: Uint8Array): Envelope {
  const reader = new PbfReader(bytes)
  let [type, size] = ['', 0]
  for (let field = reader.nextField(); field; field = reader.nextField()) {
    if (field === 1) type = reader.readString()
    else if (field === 3) size = reader.readVarint()
  }
  return { type, size }
}

async function unpack(bytes: Uint8Array): Promise<Uint8Array> {
  const reader = new PbfReader(bytes)
  for (let field = reader.nextField(); field; field = reader.nextField()) {
    if (field === 1) return reader.readBytes()
    if (field === 3) return inflated(reader.readBytes(), { maxOutputLength: longestBlob })
    // zlib is what every maker writes; the others of the format are optional to read.
    if (field > 3) throw new UnreadablePbf(`packing ${field}`)
  }
  throw new UnreadablePbf('empty blob')
}

async function* blobsOf(file: FileHandle): AsyncGenerator<{ type: string; bytes: Buffer }> {
  let at = 0
  for (let head = await take(file, at, 4); head; head = await take(file, at, 4)) {
    const length = head.readUInt32BE(0)
    if (length > longestHeader) throw new UnreadablePbf(`header of ${length} bytes`)
    const { type, size } = readEnvelope((await take(file, at + 4, length)) ?? Buffer.alloc(0))
    if (size > longestBlob) throw new UnreadablePbf(`blob of ${size} bytes`)
    const bytes = await take(file, at + 4 + length, size)
    if (!bytes) throw new UnreadablePbf(`cut off at ${at}`)
    yield { type, bytes }
    at += 4 + length + size
  }
}

function checkFeatures(bytes: Uint8Array): void {
  const stranger = requiredFeatures(bytes).find((feature) => !understood.has(feature))
  if (stranger) throw new UnreadablePbf(`needs ${stranger}`)
}

/** OpenStreetMap's packed form, one block of a few thousand entities in memory at a time. */
export function scanOsmPbf(path: string): OsmScan {
  return async (visitor) => {
    const file = await open(path)
    try {
      for await (const { type, bytes } of blobsOf(file)) {
        if (type === 'OSMHeader') checkFeatures(await unpack(bytes))
        else if (type === 'OSMData') visitBlock(await unpack(bytes), visitor)
      }
    } finally {
      await file.close()
    }
  }
}
