import { open, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip, gunzipSync, constants } from 'node:zlib'
import { waysOfGeoJson } from '../../roads/geometry-import/geojson-ways.ts'
import { refersTo } from '../../roads/geometry-import/road-refs.ts'
import { ImportRefused } from './import-refusal.ts'
import { importRoadsMessages } from './import-roads-messages.ts'
import { scanOsmPbf } from './read-osm-pbf.commands.ts'
import { scanOsmXml } from './read-osm-xml.commands.ts'
import { readOsm, type ReadWays } from './read-osm.commands.ts'

export type RoadFileKind = 'geojson' | 'osm-xml' | 'osm-pbf'

export interface RoadFile extends ReadWays {
  readonly kind: RoadFileKind
}

interface Sniffed {
  readonly kind: RoadFileKind
  readonly isPacked: boolean
}

async function firstBytes(file: string): Promise<Buffer> {
  try {
    const handle = await open(file)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (cause) {
    throw new ImportRefused(importRoadsMessages.cannotOpen(file), cause)
  }
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** The first kilobytes of what is packed, however much follows. */
function unpackedStart(bytes: Buffer): Buffer {
  return isGzip(bytes) ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }) : bytes
}

/** By what stands in the file: a download often bears the wrong suffix, or none. */
async function sniff(file: string): Promise<Sniffed> {
  const start = await firstBytes(file)
  const isPacked = isGzip(start)
  const bytes = unpackedStart(start)
  if (!isPacked && bytes.subarray(4, 20).toString('latin1').includes('OSMHeader'))
    return { kind: 'osm-pbf', isPacked }
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (text.startsWith('{')) return { kind: 'geojson', isPacked }
  if (/^(<\?xml[^>]*\?>\s*)?(<!--[^]*?-->\s*)*<osm[\s>]/.test(text)) return { kind: 'osm-xml', isPacked }
  throw new ImportRefused(importRoadsMessages.unknownFormat(file))
}

async function readGeoJson(file: string, isPacked: boolean, wanted: ReadonlySet<string>): Promise<ReadWays> {
  const bytes = await readFile(file)
  const text = (isPacked ? await promisify(gunzip)(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '')
  const found = waysOfGeoJson(JSON.parse(text))
  if (!found.ok) throw new ImportRefused(importRoadsMessages[found.refusal](file))
  return { ways: found.ways.filter(({ refs }) => refersTo(refs, wanted)), incomplete: 0 }
}

function readAs(file: string, { kind, isPacked }: Sniffed, wanted: ReadonlySet<string>): Promise<ReadWays> {
  if (kind === 'geojson') return readGeoJson(file, isPacked, wanted)
  return readOsm(kind === 'osm-pbf' ? scanOsmPbf(file) : scanOsmXml(file, isPacked), wanted)
}

/** The ways of a file that bear one of the wanted names. */
export async function readRoadFile(file: string, wanted: ReadonlySet<string>): Promise<RoadFile> {
  const sniffed = await sniff(file)
  try {
    return { kind: sniffed.kind, ...(await readAs(file, sniffed, wanted)) }
  } catch (cause) {
    if (cause instanceof ImportRefused) throw cause
    const why = cause instanceof Error ? cause.message.split('\n')[0]! : String(cause)
    throw new ImportRefused(importRoadsMessages.broken(file, why.slice(0, 120)), cause)
  }
}
